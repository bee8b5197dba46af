package vn.ruralmap.layers.model;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The one shape in which a valid geometry is stored, so that equal things compare equal. */
public final class StoredShape {

    private static final GeometryFactory FACTORY = CoordinateGrid.FACTORY;

    private StoredShape() {}

    public static Geometry of(Geometry valid) {
        Geometry shaped =
                switch (GeometryKind.of(valid)) {
                    case POINT -> valid.getNumGeometries() == 1 ? valid.getGeometryN(0) : valid;
                    case LINE -> FACTORY.createMultiLineString(lines(valid));
                    case POLYGON -> FACTORY.createMultiPolygon(polygons(valid));
                };
        // packed and with the grid's precision, whatever factory the parts came from
        return CoordinateGrid.snap(shaped);
    }

    private static LineString[] lines(Geometry valid) {
        List<LineString> lines = new ArrayList<>();
        for (int i = 0; i < valid.getNumGeometries(); i++) {
            lines.add(FACTORY.createLineString(((LineString) valid.getGeometryN(i)).getCoordinateSequence()));
        }
        return lines.toArray(LineString[]::new);
    }

    private static Polygon[] polygons(Geometry valid) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < valid.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) valid.getGeometryN(i);
            LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
            for (int h = 0; h < holes.length; h++) {
                holes[h] = turned(polygon.getInteriorRingN(h), false);
            }
            polygons.add(FACTORY.createPolygon(turned(polygon.getExteriorRing(), true), holes));
        }
        return polygons.toArray(Polygon[]::new);
    }

    private static LinearRing turned(LinearRing ring, boolean counterClockwise) {
        boolean asWanted = Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise;
        return asWanted ? ring : ring.reverse();
    }
}
