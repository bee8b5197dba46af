package vn.ruralmap.layers.snapshot;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/** The geometry of a view with what is computed from it: bounds, spatial index, generalised steps. Immutable. */
final class ViewGeometry {

    private final Geometry[] geometries;
    private final HPRtree index = new HPRtree();
    private final Envelope bounds = new Envelope();
    private final Generalisation generalisation;

    private ViewGeometry(Geometry[] geometries, boolean coverage, @Nullable ViewGeometry outdated) {
        this.geometries = geometries;
        for (int i = 0; i < geometries.length; i++) {
            index.insert(geometries[i].getEnvelopeInternal(), i);
            bounds.expandToInclude(geometries[i].getEnvelopeInternal());
        }
        index.build();
        Simplification simplification =
                coverage ? new CoverageSimplification(geometries, this::query) : new StandaloneSimplification();
        generalisation =
                new Generalisation(simplification, geometries, outdated == null ? null : outdated.generalisation);
    }

    /**
     * @param outdated is given back if it holds the very same objects: after edits that moved nothing. Else what it computed for
     *     the same objects is taken over. null: none
     */
    static ViewGeometry of(Geometry[] geometries, boolean coverage, @Nullable ViewGeometry outdated) {
        return outdated != null && outdated.holds(geometries)
                ? outdated
                : new ViewGeometry(geometries, coverage, outdated);
    }

    private boolean holds(Geometry[] others) {
        if (others.length != geometries.length) {
            return false;
        }
        for (int i = 0; i < others.length; i++) {
            if (others[i] != geometries[i]) {
                return false;
            }
        }
        return true;
    }

    Envelope bounds() {
        return bounds.copy();
    }

    /** Positions of what meets a box in degrees, rising. */
    int[] query(Envelope lonLat) {
        if (geometries.length == 0) {
            return new int[0];
        }
        IntStream.Builder found = IntStream.builder();
        index.query(lonLat, item -> found.add((Integer) item));
        return found.build().sorted().toArray();
    }

    /** Geometries by position, to be drawn at a resolution. */
    Generalisation.Step at(double degreesPerPixel) {
        return generalisation.at(degreesPerPixel);
    }

    void prepare() {
        generalisation.prepare();
    }
}
