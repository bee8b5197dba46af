package vn.ruralmap.dataimport.diff;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What becomes of one feature, or of one row that became none.
 *
 * @param kind in a word
 * @param row of the source; 0: it follows from other rows
 * @param fid of the stored feature; null: there is none yet
 * @param key the values of its key, for people; may be empty
 * @param label its name; may be empty
 * @param attributes those that change
 * @param border null: the geometry stays as it is
 * @param ending null: it does not come to an end
 * @param issues codes of what was found in the row
 * @param before geometry as it is stored; null: none
 * @param after geometry as it will be stored; null: none
 */
public record FeatureDiff(
        Kind kind,
        long row,
        @Nullable Long fid,
        String key,
        String label,
        List<AttributeChange> attributes,
        @Nullable BorderChange border,
        @Nullable Ending ending,
        List<String> issues,
        @Nullable Geometry before,
        @Nullable Geometry after) {

    /** What becomes of a feature, in the order in which reports tell it. */
    public enum Kind {
        ADDED,
        CHANGED,
        /** Stored, and no longer in force from a day on, because others succeed it. */
        ENDED,
        UNCHANGED,
        /** A row that stays out because of an error. */
        REFUSED
    }

    /** One attribute, its values as text; empty: no value. */
    public record AttributeChange(String attribute, String before, String after) {
        @Override
        public String toString() {
            return attribute + ": " + (before.isEmpty() ? "-" : before) + " → " + (after.isEmpty() ? "-" : after);
        }
    }

    /**
     * How the geometry changes.
     *
     * @param movedMetres the farthest that a vertex lies from the other outline (discrete Hausdorff distance); null:
     *     there is only one
     * @param beforeHectares geodesic; null: no polygon
     * @param afterHectares geodesic; null: no polygon
     * @param differenceHectares land that only one of the two covers, geodesic; null: not two polygons
     */
    public record BorderChange(
            @Nullable Double movedMetres,
            @Nullable Double beforeHectares,
            @Nullable Double afterHectares,
            @Nullable Double differenceHectares) {}

    /** @param since the first day it is no more */
    public record Ending(LocalDate since, List<Successor> successors) {}

    /**
     * A feature that begins when another one ends.
     *
     * @param share of the land of the ended one, 0 to 1; null: it succeeds by its key, not by land
     */
    public record Successor(
            String key, String label, @Nullable Double share) {
        @Override
        public String toString() {
            String name = key.isEmpty() ? label : label + " (" + key + ")";
            return share == null ? name : name + " " + Math.round(share * 100) + " %";
        }
    }

    /** Label and key, for people. */
    public String name() {
        if (label.isEmpty()) {
            return key;
        }
        return key.isEmpty() || key.equals(label) ? label : label + " (" + key + ")";
    }
}
