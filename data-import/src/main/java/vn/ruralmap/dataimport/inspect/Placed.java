package vn.ruralmap.dataimport.inspect;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * A feature as it would be.
 *
 * @param row that speaks of it; 0: it is stored and no row does
 * @param content with its geometry
 */
public record Placed(long row, Change.Content content) {

    boolean isImported() {
        return row != 0;
    }

    LocalDate from() {
        return content.validity().from();
    }

    boolean isInForce(LocalDate date) {
        return content.validity().contains(date);
    }

    @Nullable
    Geometry geometry() {
        return content.geometry();
    }

    /** A geometry that is known to be there. */
    Geometry land() {
        return Objects.requireNonNull(content.geometry());
    }

    /** Code and name, and where it is to be found. */
    LocalizedText describe(Layer layer) {
        String called = name(layer, content);
        return row == 0
                ? new LocalizedText(called + " (đã lưu)", called + " (stored)")
                : new LocalizedText(called + " (dòng " + row + ")", called + " (row " + row + ")");
    }

    static String name(Layer layer, Change.Content content) {
        String label = layer.presentation().label();
        String name = Objects.toString(content.values().get(layer.indexOf(label)), "");
        String key = layer.key().isEmpty() ? label : layer.key().get(0);
        return key.equals(label)
                ? name
                : (Objects.toString(content.values().get(layer.indexOf(key)), "") + " " + name).strip();
    }
}
