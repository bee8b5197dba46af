package vn.ruralmap.server.tiling.vector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Polygons as the specification puts them together from rings (MVT 2.1 §4.3.4.4): a shell, its holes, the next shell. */
public final class DecodedPolygons {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private DecodedPolygons() {}

    public static Geometry of(DecodedTile.Feature feature) {
        List<Polygon> polygons = new ArrayList<>();
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (List<Coordinate> path : feature.paths()) {
            LinearRing ring = FACTORY.createLinearRing(path.toArray(new Coordinate[0]));
            // JTS counts clockwise as positive where y grows upwards; in a tile it grows downwards
            double area = -Area.ofRingSigned(ring.getCoordinates());
            if (area == 0 || area < 0 && shell == null) {
                throw new AssertionError("a ring of area " + area);
            }
            if (area > 0) {
                add(polygons, shell, holes);
                shell = ring;
                holes = new ArrayList<>();
            } else {
                holes.add(ring);
            }
        }
        add(polygons, shell, holes);
        return FACTORY.buildGeometry(polygons);
    }

    private static void add(List<Polygon> polygons, @Nullable LinearRing shell, List<LinearRing> holes) {
        if (shell != null) {
            polygons.add(FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0])));
        }
    }
}
