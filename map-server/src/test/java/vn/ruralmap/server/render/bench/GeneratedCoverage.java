package vn.ruralmap.server.render.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Made-up communes as many and as winding as the real ones: Voronoi cells whose edges are fractal and shared. */
final class GeneratedCoverage {

    private static final int CELLS = 3321;
    private static final int DEPTH = 6;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private GeneratedCoverage() {}

    static List<Geometry> make() {
        Random random = new Random(20250701);
        Envelope extent = new Envelope(104, 109, 8.5, 23);
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            sites.add(new Coordinate(
                    extent.getMinX() + random.nextDouble() * extent.getWidth(),
                    extent.getMinY() + random.nextDouble() * extent.getHeight()));
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        builder.setClipEnvelope(extent);
        Geometry cells = builder.getDiagram(FACTORY);
        List<Geometry> areas = new ArrayList<>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            areas.add(winding((Polygon) cells.getGeometryN(i)));
        }
        return areas;
    }

    private static Polygon winding(Polygon cell) {
        Coordinate[] corners = cell.getExteriorRing().getCoordinates();
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i + 1 < corners.length; i++) {
            boolean forward = corners[i].compareTo(corners[i + 1]) < 0;
            List<Coordinate> edge = new ArrayList<>();
            Coordinate from = forward ? corners[i] : corners[i + 1];
            Coordinate to = forward ? corners[i + 1] : corners[i];
            edge.add(from);
            wind(from, to, new Random(from.hashCode() * 31L + to.hashCode()), DEPTH, edge);
            if (!forward) {
                java.util.Collections.reverse(edge);
            }
            ring.addAll(edge.subList(0, edge.size() - 1));
        }
        ring.add(ring.get(0).copy());
        return FACTORY.createPolygon(ring.toArray(new Coordinate[0]));
    }

    private static void wind(Coordinate from, Coordinate to, Random random, int depth, List<Coordinate> edge) {
        if (depth == 0) {
            edge.add(to);
            return;
        }
        double shift = (random.nextDouble() - 0.5) * 0.3;
        Coordinate middle = new Coordinate(
                (from.x + to.x) / 2 + (to.y - from.y) * shift, (from.y + to.y) / 2 - (to.x - from.x) * shift);
        wind(from, middle, random, depth - 1, edge);
        wind(middle, to, random, depth - 1, edge);
    }
}
