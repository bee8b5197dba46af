package vn.ruralmap.layers.snapshot;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.CoordinateGrid;

/**
 * Makes a coverage coarser so that shared borders stay shared: JTS {@link CoverageSimplifier}, Visvalingam-Whyatt, whose tolerance is
 * the square root of the area a removed corner may have.
 *
 * <p>What becomes of a border depends on its own vertices and on the nodes where three features meet. So after an edit the features that
 * were edited and those that touch them are simplified again among all that touch those, and the others are as before.
 *
 * @param query positions in the view of what meets a box in degrees
 */
record CoverageSimplification(Function<Envelope, int[]> query) implements Simplification {

    /** With it, a winding border is off by less than half a pixel; a spike thinner than this area allows may be cut. */
    private static final double TOLERANCE_PIXELS = 0.4;
    /** From this part of a layer on the whole costs no more. */
    private static final double LOCAL = 0.5;

    @Override
    public int step(int zoom) {
        return zoom;
    }

    @Override
    public Geometry[] simplify(Geometry[] finer, double pixelDegrees) {
        if (finer.length == 0) {
            return finer;
        }
        Geometry[] copies = new Geometry[finer.length];
        for (int i = 0; i < copies.length; i++) {
            // because packed coordinates keep the objects that a simplifier asks them for as long as memory lasts
            copies[i] = finer[i].copy();
        }
        Geometry[] result = CoverageSimplifier.simplify(copies, TOLERANCE_PIXELS * pixelDegrees);
        for (int i = 0; i < result.length; i++) {
            result[i] = result[i].getNumPoints() == finer[i].getNumPoints() ? finer[i] : CoordinateGrid.snap(result[i]);
        }
        return result;
    }

    @Override
    public Geometry[] again(
            Geometry[] oldFiner, Geometry[] old, Geometry[] finer, Succession succession, double pixelDegrees) {
        BitSet touched = meeting(succession.boxesOfChanges(oldFiner, finer));
        BitSet around = meeting(
                touched.stream().mapToObj(i -> finer[i].getEnvelopeInternal()).toList());
        around.or(touched);
        if (around.cardinality() > finer.length * LOCAL) {
            return simplify(finer, pixelDegrees);
        }
        Geometry[] result = new Geometry[finer.length];
        for (int i = 0; i < result.length; i++) {
            int origin = succession.origins()[i];
            result[i] = origin < 0 ? finer[i] : old[origin];
        }
        int[] positions = around.stream().toArray();
        Geometry[] local = simplify(select(finer, positions), pixelDegrees);
        for (int i = 0; i < positions.length; i++) {
            int position = positions[i];
            if (touched.get(position) && !local[i].equalsExact(result[position])) {
                result[position] = local[i];
            }
        }
        return fits(select(result, positions), local) ? result : simplify(finer, pixelDegrees);
    }

    /**
     * Whether the borders between what was simplified again and what was not still match. A corner is also kept where its removal
     * would make borders cross, which can hang on a border farther away. Data that were no coverage before are none now.
     */
    private static boolean fits(Geometry[] patched, Geometry[] local) {
        return CoverageValidator.isValid(patched) || !CoverageValidator.isValid(local);
    }

    private BitSet meeting(List<Envelope> boxes) {
        BitSet found = new BitSet();
        for (Envelope box : boxes) {
            for (int position : query.apply(box)) {
                found.set(position);
            }
        }
        return found;
    }

    private static Geometry[] select(Geometry[] all, int[] positions) {
        return Arrays.stream(positions).mapToObj(position -> all[position]).toArray(Geometry[]::new);
    }
}
