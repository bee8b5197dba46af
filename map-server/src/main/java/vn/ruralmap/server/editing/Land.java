package vn.ruralmap.server.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;

/**
 * A feature of a layer whose polygons may not overlap, before and after some edits.
 *
 * @param id as services publish it; null: it is new
 * @param name for people
 * @param row the number of the edit that it is in, from 1; 0: it is not edited
 * @param before null: it is new
 * @param after null: it is deleted
 */
record Land(
        @Nullable String id, String name, int row, Change.@Nullable Content before, Change.@Nullable Content after) {

    static Land of(Layer layer, EditPlan.Slot slot) {
        Change.Content before = slot.former();
        Change.Content named = slot.content() == null ? before : slot.content();
        return new Land(slot.formerId(), name(layer, named, slot.formerId()), slot.row(), before, slot.content());
    }

    static Land of(Layer layer, Feature feature) {
        Change.Content content = Change.Content.of(feature);
        return new Land(feature.id(layer), name(layer, content, feature.id(layer)), 0, content, content);
    }

    private static String name(Layer layer, Change.@Nullable Content content, @Nullable String id) {
        int label = layer.indexOf(layer.presentation().label());
        Object value = content == null || label < 0 || !Audience.PUBLIC.sees(layer.labelAttribute())
                ? null
                : content.values().get(label);
        return value == null
                ? Objects.requireNonNullElse(id, "?")
                : id == null ? value.toString() : value + " (" + id + ")";
    }

    /** As it is to be; null: it has none. */
    @Nullable
    Geometry land() {
        return after == null ? null : after.geometry();
    }

    /** As it was; null: it had none. */
    @Nullable
    Geometry formerLand() {
        return before == null ? null : before.geometry();
    }

    /** Whether its shape or its time is other than it was. */
    boolean isMoved() {
        return isReshaped()
                || before != null && after != null && !before.validity().equals(after.validity());
    }

    boolean isReshaped() {
        Geometry old = formerLand();
        Geometry now = land();
        return old != now && (old == null || now == null || !old.equalsExact(now));
    }

    /** Whether both are to be in force on some day. */
    boolean meets(Land other) {
        return after != null && other.after != null && after.validity().intersects(other.after.validity());
    }

    /** Whether both were in force on some day. */
    boolean met(Land other) {
        return before != null && other.before != null && before.validity().intersects(other.before.validity());
    }

    boolean isDuring(Validity validity) {
        return after != null && after.validity().intersects(validity);
    }

    /** The boxes of what it was and is to be, in degrees. */
    List<Envelope> boxes() {
        List<Envelope> boxes = new ArrayList<>();
        if (formerLand() != null) {
            boxes.add(formerLand().getEnvelopeInternal());
        }
        if (land() != null) {
            boxes.add(land().getEnvelopeInternal());
        }
        return boxes;
    }

    /** The ids of those that have one. */
    static List<String> ids(Land... lands) {
        List<String> ids = new ArrayList<>();
        for (Land land : lands) {
            if (land.id != null) {
                ids.add(land.id);
            }
        }
        return ids;
    }
}
