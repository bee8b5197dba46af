package vn.ruralmap.server.editing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Something that edits would make wrong on the map, or are wrong by themselves.
 *
 * @param code stable, upper case, for example {@code COVERAGE_OVERLAP}
 * @param severity an error is refused; a warning is told, and whoever proposes such edits explains it
 * @param row the number of the edit from 1; 0: of none in particular
 * @param features as services publish them, the edited one first; a new one has no id yet and is not among them
 * @param field the property that it is about; {@code geom} for shapes; null: none
 * @param place WGS84, x longitude; null: nowhere
 * @param size how much of it there is; null: it has no size
 * @param text what is wrong, where, and with whom
 */
public record Finding(
        String code,
        Severity severity,
        int row,
        String layer,
        List<String> features,
        @Nullable String field,
        @Nullable Geometry place,
        @Nullable Size size,
        LocalizedText text) {

    public Finding {
        features = List.copyOf(features);
    }

    /** @param unit {@code m2}, {@code m} or {@code ha} */
    public record Size(double value, String unit) {}

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
