package vn.ruralmap.server.encoding;

import java.io.IOException;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes geometry as GML 3.2 (OGC 07-036), 3.1.1 (OGC 03-105r1) or 2.1.2 (OGC 02-069), of the kinds that the simple features profile
 * (OGC 10-100r3, OGC 06-049) has. Lines and polygons always as their multi type, as the schema says.
 *
 * @param reference the coordinates come in its system, x eastward
 */
public record GmlGeometryWriter(XmlWriter xml, GmlVersion version, SpatialReference reference) {

    /** @param id of the geometry; its parts get numbers after it. Versions before 3.2 need none and get none */
    public void write(Geometry geometry, String id) throws IOException {
        if (geometry instanceof Point point) {
            start("gml:Point", id);
            point(point);
            return;
        }
        GmlVersion.Multi names = version.multi(geometry.getDimension());
        start(names.collection(), id);
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            xml.start(names.member());
            part(geometry.getGeometryN(i), id + "." + (i + 1));
            xml.end();
        }
        xml.end();
    }

    /** {@code gml:boundedBy}. @param box in the system of the reference */
    public void bounds(Envelope box) throws IOException {
        xml.start("gml:boundedBy");
        double[] corners = {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
        if (version == GmlVersion.V2_1_2) {
            xml.start("gml:Box").attribute("srsName", reference.name()).start("gml:coordinates");
            position(corners[0], corners[1], true);
            xml.space();
            position(corners[2], corners[3], true);
            xml.end().end().end();
            return;
        }
        xml.start("gml:Envelope").attribute("srsName", reference.name()).start("gml:lowerCorner");
        position(corners[0], corners[1], false);
        xml.end().start("gml:upperCorner");
        position(corners[2], corners[3], false);
        xml.end().end().end();
    }

    private void start(String name, String id) throws IOException {
        identified(name, id).attribute("srsName", reference.name());
        if (version != GmlVersion.V2_1_2) {
            xml.attribute("srsDimension", "2");
        }
    }

    private XmlWriter identified(String name, String id) throws IOException {
        xml.start(name);
        return version == GmlVersion.V3_2_1 ? xml.attribute("gml:id", id) : xml;
    }

    private void part(Geometry part, String id) throws IOException {
        if (part instanceof Polygon polygon) {
            identified("gml:Polygon", id);
            boolean old = version == GmlVersion.V2_1_2;
            ring(
                    old ? "gml:outerBoundaryIs" : "gml:exterior",
                    polygon.getExteriorRing().getCoordinateSequence(),
                    true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring(
                        old ? "gml:innerBoundaryIs" : "gml:interior",
                        polygon.getInteriorRingN(i).getCoordinateSequence(),
                        false);
            }
            xml.end();
        } else if (part instanceof LineString line) {
            identified("gml:LineString", id);
            list(line.getCoordinateSequence(), false);
            xml.end();
        } else if (part instanceof Point point) {
            identified("gml:Point", id);
            point(point);
        } else {
            throw new IllegalArgumentException("no part of a simple feature: " + part.getGeometryType());
        }
    }

    private void point(Point point) throws IOException {
        boolean tuples = version == GmlVersion.V2_1_2;
        xml.start(tuples ? "gml:coordinates" : "gml:pos");
        position(point.getX(), point.getY(), tuples);
        xml.end().end();
    }

    private void ring(String name, CoordinateSequence points, boolean shell) throws IOException {
        xml.start(name).start("gml:LinearRing");
        list(points, Rings.isReversed(points, shell));
        xml.end().end();
    }

    private void list(CoordinateSequence points, boolean reversed) throws IOException {
        boolean tuples = version == GmlVersion.V2_1_2;
        xml.start(tuples ? "gml:coordinates" : "gml:posList");
        int size = points.size();
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                xml.space();
            }
            int index = reversed ? size - 1 - i : i;
            position(points.getX(index), points.getY(index), tuples);
        }
        xml.end();
    }

    private void position(double x, double y, boolean tuple) throws IOException {
        boolean swapped = reference.northingFirst();
        xml.number(swapped ? y : x, reference.decimals());
        if (tuple) {
            xml.comma();
        } else {
            xml.space();
        }
        xml.number(swapped ? x : y, reference.decimals());
    }
}
