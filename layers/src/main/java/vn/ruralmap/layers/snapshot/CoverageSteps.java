package vn.ruralmap.layers.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import vn.ruralmap.layers.model.CoordinateGrid;

/** A coverage at any resolution: its rings without the vertices that matter too little there. */
final class CoverageSteps {

    private static final int FEWEST_CORNERS = 3;

    private final Geometry[] full;
    private final CoverageVertices vertices;
    private final float[] importance;

    CoverageSteps(Geometry[] full) {
        this.full = full;
        vertices = new CoverageVertices(full);
        importance = VertexImportance.of(vertices);
    }

    /** @param area square degrees; what matters less is left out. Geometry that keeps all its vertices is the same object */
    Geometry[] at(double area) {
        Geometry[] result = new Geometry[full.length];
        Filter filter = new Filter((float) area);
        for (int i = 0; i < full.length; i++) {
            result[i] = filter.apply(full[i]);
        }
        return result;
    }

    /** Goes through the rings in the order of {@link CoverageVertices#forEachRing}. */
    private final class Filter {

        private final float area;
        private int place;

        Filter(float area) {
            this.area = area;
        }

        Geometry apply(Geometry geometry) {
            List<Polygon> parts = new ArrayList<>(geometry.getNumGeometries());
            boolean isSame = true;
            for (int part = 0; part < geometry.getNumGeometries(); part++) {
                if (!(geometry.getGeometryN(part) instanceof Polygon polygon) || polygon.isEmpty()) {
                    return geometry;
                }
                Polygon simple = apply(polygon);
                isSame &= simple == polygon;
                parts.add(simple);
            }
            if (isSame) {
                return geometry;
            }
            return geometry instanceof Polygon
                    ? parts.get(0)
                    : CoordinateGrid.FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
        }

        private Polygon apply(Polygon polygon) {
            LinearRing shell = apply(polygon.getExteriorRing());
            boolean isSame = shell == polygon.getExteriorRing();
            LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
            for (int hole = 0; hole < holes.length; hole++) {
                holes[hole] = apply(polygon.getInteriorRingN(hole));
                isSame &= holes[hole] == polygon.getInteriorRingN(hole);
            }
            return isSame ? polygon : CoordinateGrid.FACTORY.createPolygon(shell, holes);
        }

        private LinearRing apply(LinearRing ring) {
            int start = place;
            int size = ring.getNumPoints() - 1;
            place += size;
            int kept = 0;
            for (int i = start; i < start + size; i++) {
                kept += isKept(i) ? 1 : 0;
            }
            if (kept == size || kept < FEWEST_CORNERS) {
                return ring;
            }
            CoordinateSequence simple =
                    CoordinateGrid.FACTORY.getCoordinateSequenceFactory().create(kept + 1, 2);
            int at = 0;
            for (int i = start; i < start + size; i++) {
                if (isKept(i)) {
                    int vertex = vertices.ofRing(i);
                    simple.setOrdinate(at, 0, vertices.x(vertex));
                    simple.setOrdinate(at, 1, vertices.y(vertex));
                    at++;
                }
            }
            simple.setOrdinate(at, 0, simple.getX(0));
            simple.setOrdinate(at, 1, simple.getY(0));
            return CoordinateGrid.FACTORY.createLinearRing(simple);
        }

        private boolean isKept(int place) {
            return importance[vertices.ofRing(place)] > area;
        }
    }
}
