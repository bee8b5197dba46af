package vn.ruralmap.layers.snapshot;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes a coverage coarser so that shared borders stay shared, all resolutions out of one measure of its vertices
 * ({@link VertexImportance}).
 *
 * <p>What becomes of a border depends on its own vertices and on the nodes where three features meet. So after an edit the features that
 * were edited and those that touch them are simplified again among all that touch those, and the others are as before.
 */
final class CoverageSimplification implements Simplification {

    /** With it, a winding border is off by less than half a pixel; a spike thinner than this area allows may be cut. */
    private static final double TOLERANCE_PIXELS = 0.6;
    /** From this part of a layer on the whole costs no more. */
    private static final double LOCAL = 0.5;

    private final Geometry[] full;
    private final Function<Envelope, int[]> query;
    private @Nullable CoverageSteps steps;
    private @Nullable Surroundings surroundings;

    /**
     * What an edit touched.
     *
     * @param touched positions of what was edited and what touches it
     * @param positions these and what touches them, rising
     * @param steps of the geometry at the positions; null: so much that the whole is done again
     */
    private record Surroundings(
            Succession succession,
            BitSet touched,
            int[] positions,
            @Nullable CoverageSteps steps) {}

    /** @param query positions of what meets a box in degrees */
    CoverageSimplification(Geometry[] full, Function<Envelope, int[]> query) {
        this.full = full;
        this.query = query;
    }

    @Override
    public int step(int zoom) {
        return zoom;
    }

    @Override
    public int base(int zoom) {
        return Generalisation.FULL_FROM_ZOOM;
    }

    @Override
    public Geometry[] simplify(Geometry[] finer, double pixelDegrees) {
        return steps().at(area(pixelDegrees));
    }

    @Override
    public LoneSegments borders(Geometry[] step) {
        return new LoneSegments(step, query);
    }

    private static double area(double pixelDegrees) {
        return Math.pow(TOLERANCE_PIXELS * pixelDegrees, 2);
    }

    private synchronized CoverageSteps steps() {
        CoverageSteps made = steps == null ? new CoverageSteps(full) : steps;
        steps = made;
        return made;
    }

    @Override
    public synchronized void release() {
        steps = null;
        surroundings = null;
    }

    @Override
    public Geometry[] again(
            Geometry[] oldFiner, Geometry[] old, Geometry[] finer, Succession succession, double pixelDegrees) {
        Surroundings around = surroundings(succession, oldFiner);
        if (around.steps == null) {
            return simplify(finer, pixelDegrees);
        }
        Geometry[] result = new Geometry[full.length];
        for (int i = 0; i < result.length; i++) {
            int origin = succession.origins()[i];
            result[i] = origin < 0 ? full[i] : old[origin];
        }
        Geometry[] local = around.steps.at(area(pixelDegrees));
        for (int i = 0; i < local.length; i++) {
            int position = around.positions[i];
            if (around.touched.get(position) && !local[i].equalsExact(result[position])) {
                result[position] = local[i];
            }
        }
        return fits(select(result, around.positions), local) ? result : simplify(finer, pixelDegrees);
    }

    /**
     * Whether the borders between what was simplified again and what was not still match. A vertex is also kept where its removal
     * would make borders cross, which can hang on a border farther away. Data that were no coverage before are none now.
     */
    private static boolean fits(Geometry[] patched, Geometry[] local) {
        return CoverageValidator.isValid(patched) || !CoverageValidator.isValid(local);
    }

    private synchronized Surroundings surroundings(Succession succession, Geometry[] oldFull) {
        if (surroundings == null || surroundings.succession != succession) {
            BitSet touched = meeting(succession.boxesOfChanges(oldFull, full));
            BitSet around = meeting(touched.stream()
                    .mapToObj(i -> full[i].getEnvelopeInternal())
                    .toList());
            int[] positions = around.stream().toArray();
            boolean isLocal = positions.length <= full.length * LOCAL;
            surroundings = new Surroundings(
                    succession, touched, positions, isLocal ? new CoverageSteps(select(full, positions)) : null);
        }
        return surroundings;
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
