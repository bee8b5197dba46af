package vn.ruralmap.layers.snapshot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Which geometry of a view was in the view before, and where.
 *
 * @param origins for each position in this view, that in the one before; -1: new or moved
 * @param gone positions in the view before of what is not in this one
 */
record Succession(int[] origins, BitSet gone) {

    /** Where less than this of a view is as before, what was decided for the view before may not hold. */
    private static final double MOSTLY_THE_SAME = 0.9;

    /** Compares by object: a geometry that did not change is the same one in both views. */
    static Succession of(Geometry[] before, Geometry[] after) {
        Map<Geometry, Integer> positions = new IdentityHashMap<>(before.length);
        BitSet gone = new BitSet(before.length);
        gone.set(0, before.length);
        int[] origins = new int[after.length];
        // most keep their order: walk along, and look up only where that fails
        int next = 0;
        for (int i = 0; i < after.length; i++) {
            if (next < before.length && before[next] == after[i]) {
                origins[i] = next;
            } else {
                if (positions.isEmpty()) {
                    for (int j = 0; j < before.length; j++) {
                        positions.put(before[j], j);
                    }
                }
                origins[i] = positions.getOrDefault(after[i], -1);
            }
            if (origins[i] >= 0) {
                gone.clear(origins[i]);
                next = origins[i] + 1;
            } else {
                next++;
            }
        }
        return new Succession(origins, gone);
    }

    boolean isMostlyTheSame() {
        int before = gone.length() > 0 ? Math.max(gone.length(), origins.length) : origins.length;
        int same = 0;
        for (int origin : origins) {
            same += origin < 0 ? 0 : 1;
        }
        return same >= MOSTLY_THE_SAME * before;
    }

    /**
     * The boxes of all that is other than it was.
     *
     * @param before geometry in the order of the view before, at some resolution
     * @param after geometry in the order of this view, at the same one
     */
    List<Envelope> boxesOfChanges(Geometry[] before, Geometry[] after) {
        List<Envelope> boxes = new ArrayList<>();
        gone.stream().forEach(position -> boxes.add(before[position].getEnvelopeInternal()));
        for (int i = 0; i < after.length; i++) {
            if (origins[i] < 0) {
                boxes.add(after[i].getEnvelopeInternal());
            } else if (before[origins[i]] != after[i]) {
                boxes.add(after[i].getEnvelopeInternal());
                boxes.add(before[origins[i]].getEnvelopeInternal());
            }
        }
        return boxes;
    }
}
