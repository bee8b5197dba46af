package vn.ruralmap.server.encoding;

import java.io.IOException;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes geometry as GML 3.2 (OGC 07-036), of the kinds that the simple features profile (OGC 10-100r3) has. Lines and
 * polygons always as their multi type, as the schema says.
 *
 * @param reference the coordinates come in its system, x eastward
 */
public record GmlGeometryWriter(XmlWriter xml, SpatialReference reference) {

    /** @param id of the geometry; its parts get numbers after it */
    public void write(Geometry geometry, String id) throws IOException {
        if (geometry instanceof Point point) {
            start("gml:Point", id);
            point(point);
            return;
        }
        String[] names =
                switch (geometry.getDimension()) {
                    case 0 -> new String[] {"gml:MultiPoint", "gml:pointMember"};
                    case 1 -> new String[] {"gml:MultiCurve", "gml:curveMember"};
                    default -> new String[] {"gml:MultiSurface", "gml:surfaceMember"};
                };
        start(names[0], id);
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            xml.start(names[1]);
            part(geometry.getGeometryN(i), id + "." + (i + 1));
            xml.end();
        }
        xml.end();
    }

    private void start(String name, String id) throws IOException {
        xml.start(name)
                .attribute("gml:id", id)
                .attribute("srsName", reference.name())
                .attribute("srsDimension", "2");
    }

    private void part(Geometry part, String id) throws IOException {
        if (part instanceof Polygon polygon) {
            xml.start("gml:Polygon").attribute("gml:id", id);
            ring("gml:exterior", polygon.getExteriorRing().getCoordinateSequence(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring("gml:interior", polygon.getInteriorRingN(i).getCoordinateSequence(), false);
            }
            xml.end();
        } else if (part instanceof LineString line) {
            xml.start("gml:LineString").attribute("gml:id", id);
            list(line.getCoordinateSequence(), false);
            xml.end();
        } else if (part instanceof Point point) {
            xml.start("gml:Point").attribute("gml:id", id);
            point(point);
        } else {
            throw new IllegalArgumentException("no part of a simple feature: " + part.getGeometryType());
        }
    }

    private void point(Point point) throws IOException {
        xml.start("gml:pos");
        position(point.getCoordinateSequence(), 0);
        xml.end().end();
    }

    private void ring(String name, CoordinateSequence points, boolean shell) throws IOException {
        xml.start(name).start("gml:LinearRing");
        list(points, Rings.isReversed(points, shell));
        xml.end().end();
    }

    private void list(CoordinateSequence points, boolean reversed) throws IOException {
        xml.start("gml:posList");
        int size = points.size();
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                xml.space();
            }
            position(points, reversed ? size - 1 - i : i);
        }
        xml.end();
    }

    private void position(CoordinateSequence points, int i) throws IOException {
        int first = reference.northingFirst() ? 1 : 0;
        xml.number(points.getOrdinate(i, first), reference.decimals());
        xml.space();
        xml.number(points.getOrdinate(i, 1 - first), reference.decimals());
    }
}
