package vn.ruralmap.dataimport.load;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Validity;

/** One feature of the layer while the plan is made: as it is stored, and as it is to be. */
final class Entry {

    private final @Nullable Feature stored;
    private Change.Content content;
    private long row;
    private boolean endSaid;

    private Entry(@Nullable Feature stored, Change.Content content) {
        this.stored = stored;
        this.content = content;
    }

    static Entry stored(Feature feature) {
        return new Entry(feature, Change.Content.of(feature));
    }

    static Entry added(ImportRow row, Validity validity) {
        Entry entry = new Entry(null, row.content().during(validity));
        entry.row = row.row();
        entry.endSaid = row.content().validity().to() != null;
        return entry;
    }

    @Nullable
    Feature stored() {
        return stored;
    }

    Change.Content content() {
        return content;
    }

    LocalDate from() {
        return content.validity().from();
    }

    @Nullable
    LocalDate to() {
        return content.validity().to();
    }

    /** The row that made or changed it; 0: none. */
    long row() {
        return row;
    }

    /** True if somebody said when it ends, so that nothing is derived. */
    boolean isEndSaid() {
        return endSaid;
    }

    /** True if this import brings it or changes it. */
    boolean isTouched() {
        return row != 0;
    }

    void change(ImportRow by, Change.Content to) {
        row = by.row();
        content = to;
        endSaid = by.content().validity().to() != null;
    }

    void end(LocalDate since) {
        content = content.during(new Validity(from(), since));
    }

    boolean isChanged() {
        return stored == null || !same(Change.Content.of(stored), content);
    }

    static boolean same(Change.Content one, Change.Content other) {
        return one.validity().equals(other.validity()) && sameButValidity(one, other);
    }

    static boolean sameButValidity(Change.Content one, Change.Content other) {
        return Objects.equals(one.decision(), other.decision())
                && one.values().equals(other.values())
                && sameShape(one.geometry(), other.geometry());
    }

    /** The same points; rings may start elsewhere, as they do when a program wrote the file anew. */
    static boolean sameShape(@Nullable Geometry one, @Nullable Geometry other) {
        if (one == null || other == null) {
            return one == other;
        }
        if (one.getNumPoints() != other.getNumPoints()
                || !one.getEnvelopeInternal().equals(other.getEnvelopeInternal())) {
            return false;
        }
        return one.equalsExact(other) || one.equalsNorm(other);
    }
}
