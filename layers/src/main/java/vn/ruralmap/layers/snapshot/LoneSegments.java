package vn.ruralmap.layers.snapshot;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/**
 * Which segments of the areas of a coverage no other area has, at one resolution: of all others a map need draw one side only.
 *
 * <p>Found for a feature when it is first drawn, by comparing it with those around it. For any number of threads.
 */
public final class LoneSegments {

    private static final BitSet NONE = new BitSet(0);
    private static final int INDEX_BITS = 22;
    private static final long INDEX = (1L << INDEX_BITS) - 1;

    private final Geometry[] geometries;
    private final Function<Envelope, int[]> query;
    private final AtomicReferenceArray<@Nullable BitSet> known;

    /** @param query positions of what meets a box in degrees */
    LoneSegments(Geometry[] geometries, Function<Envelope, int[]> query) {
        this.geometries = geometries;
        this.query = query;
        known = new AtomicReferenceArray<>(geometries.length);
    }

    /** Takes over what an edit cannot have changed. */
    void takeOver(LoneSegments outdated, Succession succession) {
        BitSet changed = new BitSet(geometries.length);
        List<Envelope> boxes = succession.boxesOfChanges(outdated.geometries, geometries);
        for (Envelope box : boxes) {
            for (int position : query.apply(box)) {
                changed.set(position);
            }
        }
        for (int i = changed.nextClearBit(0); i < geometries.length; i = changed.nextClearBit(i + 1)) {
            int origin = succession.origins()[i];
            // what is new is among the changed, unless it is empty and has no place
            known.setPlain(i, origin < 0 ? null : outdated.known.get(origin));
        }
    }

    boolean areOf(Geometry[] step) {
        return step == geometries;
    }

    /**
     * Of one feature.
     *
     * @return numbers of segments, through all rings in their order; not to be changed
     */
    BitSet of(int position) {
        BitSet found = known.get(position);
        if (found == null) {
            found = find(position);
            known.set(position, found);
        }
        return found;
    }

    private BitSet find(int position) {
        Geometry geometry = geometries[position];
        BitSet lone = new BitSet();
        if (geometry.getNumPoints() > INDEX) {
            lone.set(0, geometry.getNumPoints());
            return lone;
        }
        Envelope box = geometry.getEnvelopeInternal();
        Keys keys = new Keys(geometry);
        CoverageVertices.forEachRing(geometry, ring -> keys.add(ring));
        keys.sort();
        lone.set(0, keys.count);
        for (int neighbour : query.apply(box)) {
            if (neighbour != position) {
                CoverageVertices.forEachRing(geometries[neighbour], ring -> keys.clearShared(ring, box, lone));
            }
        }
        return lone.isEmpty() ? NONE : lone;
    }

    /** A number for each segment of a geometry, the same in either direction, with its place in the lower bits. */
    private static final class Keys {

        private final long[] keys;
        private int count;

        Keys(Geometry geometry) {
            keys = new long[geometry.getNumPoints()];
        }

        void add(LinearRing ring) {
            CoordinateSequence points = ring.getCoordinateSequence();
            for (int i = 0; i + 1 < points.size(); i++) {
                keys[count] = key(points, i) | count;
                count++;
            }
        }

        void sort() {
            Arrays.sort(keys, 0, count);
        }

        void clearShared(LinearRing ring, Envelope box, BitSet lone) {
            if (!box.intersects(ring.getEnvelopeInternal())) {
                return;
            }
            CoordinateSequence points = ring.getCoordinateSequence();
            for (int i = 0; i + 1 < points.size(); i++) {
                if (box.contains(points.getX(i), points.getY(i))) {
                    clear(key(points, i), lone);
                }
            }
        }

        private void clear(long key, BitSet lone) {
            int at = Arrays.binarySearch(keys, 0, count, key);
            for (int i = at < 0 ? -at - 1 : at; i < count && (keys[i] & ~INDEX) == key; i++) {
                lone.clear((int) (keys[i] & INDEX));
            }
        }

        private static long key(CoordinateSequence points, int i) {
            long one = mix(points.getX(i), points.getY(i));
            long other = mix(points.getX(i + 1), points.getY(i + 1));
            long sum = (one + other) * 0x9E3779B97F4A7C15L ^ (one ^ other);
            return (sum ^ sum >>> 29) << INDEX_BITS;
        }

        private static long mix(double x, double y) {
            long bits = Double.doubleToLongBits(x) * 0x9E3779B97F4A7C15L
                    ^ Long.rotateLeft(Double.doubleToLongBits(y) * 0xC2B2AE3D27D4EB4FL, 32);
            return (bits ^ bits >>> 31) * 0xD6E8FEB86659FD93L;
        }
    }
}
