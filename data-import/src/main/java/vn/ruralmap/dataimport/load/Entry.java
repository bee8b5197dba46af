package vn.ruralmap.dataimport.load;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Validity;

/**
 * One feature of the layer while the plan is made: as it is stored, and as it is to be. It holds no content, which is made
 * out of the row on disk when asked for.
 */
final class Entry {

    private static final int NONE = -1;

    private final RowMerge rows;
    private final @Nullable Feature stored;
    private int position = NONE;
    private long row;
    private long spokenOfBy;
    private LocalDate from;
    private @Nullable LocalDate to;
    private boolean endSaid;

    private Entry(RowMerge rows, @Nullable Feature stored, Validity validity) {
        this.rows = rows;
        this.stored = stored;
        this.from = validity.from();
        this.to = validity.to();
    }

    static Entry stored(RowMerge rows, Feature feature) {
        return new Entry(rows, feature, feature.validity());
    }

    /** @param position of the row among the rows on disk */
    static Entry added(RowMerge rows, int position, ImportRow row, Validity validity) {
        Entry entry = new Entry(rows, null, validity);
        entry.change(position, row, validity.to());
        return entry;
    }

    @Nullable
    Feature stored() {
        return stored;
    }

    /** As it is to be. */
    Change.Content content() {
        Validity validity = new Validity(from, to);
        if (position == NONE) {
            return Change.Content.of(Objects.requireNonNull(stored)).during(validity);
        }
        ImportRow source = rows.get(position);
        Change.Content content = stored == null ? source.content() : rows.merge(source, Change.Content.of(stored));
        return content.during(validity);
    }

    LocalDate from() {
        return from;
    }

    @Nullable
    LocalDate to() {
        return to;
    }

    boolean isInForce(LocalDate date) {
        return new Validity(from, to).contains(date);
    }

    /** The row that made or changed it; 0: none. */
    long row() {
        return row;
    }

    /** The row that speaks of it, even if that changes nothing; 0: none does. */
    long spokenOfBy() {
        return spokenOfBy;
    }

    /** True if somebody said when it ends, so that nothing is derived. */
    boolean isEndSaid() {
        return endSaid;
    }

    /** True if this import brings it or changes it. */
    boolean isTouched() {
        return row != 0;
    }

    /** A row says what it says already. */
    void confirm(ImportRow by) {
        spokenOfBy = by.row();
    }

    /** @param position of the row among the rows on disk */
    void change(int position, ImportRow by, @Nullable LocalDate end) {
        this.position = position;
        row = by.row();
        spokenOfBy = by.row();
        to = end;
        endSaid = by.content().validity().to() != null;
    }

    void end(LocalDate since) {
        to = since;
    }

    boolean isChanged() {
        if (stored == null) {
            return true;
        }
        boolean sameTime = stored.validity().equals(new Validity(from, to));
        return !sameTime || position != NONE && !sameButValidity(Change.Content.of(stored), content());
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
