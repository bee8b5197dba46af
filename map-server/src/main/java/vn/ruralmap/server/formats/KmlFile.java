package vn.ruralmap.server.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.encoding.Rings;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.encoding.XmlWriter;

/**
 * KML 2.2 (OGC 07-147r2): WGS84 only. The period of validity is a {@code TimeSpan}, so that Google Earth's time slider
 * works; {@code end} is the last day, since KML counts it in.
 */
@Component
@Order(5)
final class KmlFile implements FileFormat {

    @Override
    public String name() {
        return "kml";
    }

    @Override
    public List<String> aliases() {
        return List.of("application/vnd.google-earth.kml+xml", "application/vnd.google-earth.kml xml");
    }

    @Override
    public String mediaType() {
        return "application/vnd.google-earth.kml+xml";
    }

    @Override
    public LocalizedText title() {
        return new LocalizedText("KML (Google Earth)", "KML (Google Earth)");
    }

    @Override
    public SpatialReference reference(SpatialReference asked) {
        return SpatialReference.CRS84;
    }

    @Override
    public void write(FeatureTable given, OutputStream out) throws IOException {
        FeatureTable table = given.in(SpatialReference.CRS84);
        XmlWriter xml = XmlWriter.compact(out);
        xml.start("kml", "xmlns", "http://www.opengis.net/kml/2.2").newLine();
        xml.start("Document", "id", "root_doc");
        xml.element("name", table.layer().title().in(table.language()));
        xml.element("description", table.description());
        xml.newLine().start("Schema", "name", table.name(), "id", table.name());
        for (Column column : table.columns()) {
            xml.newLine().start("SimpleField", "name", column.name(), "type", type(column.type()));
            xml.element("displayName", column.title().in(table.language())).end();
        }
        xml.end();
        for (Feature feature : table.features()) {
            xml.newLine();
            placemark(xml, table, feature);
        }
        xml.newLine().finish();
    }

    private static void placemark(XmlWriter xml, FeatureTable table, Feature feature) throws IOException {
        xml.start("Placemark", "id", feature.id(table.layer()));
        xml.element("name", table.view().label(feature, table.language()));
        xml.start("TimeSpan").element("begin", feature.validity().from().toString());
        if (feature.validity().to() != null) {
            xml.element("end", feature.validity().to().minusDays(1).toString());
        }
        xml.end();
        xml.start("ExtendedData").start("SchemaData", "schemaUrl", "#" + table.name());
        for (Column column : table.columns()) {
            Object value = table.value(feature, column);
            if (value != null) {
                xml.element("SimpleData", text(value), "name", column.name());
            }
        }
        xml.end().end();
        Geometry geometry = table.geometry(feature);
        if (geometry != null) {
            geometry(xml, geometry);
        }
        xml.end();
    }

    private static String text(Object value) {
        return value instanceof Boolean flag ? (flag ? "1" : "0") : value.toString();
    }

    /** KML has no dates: they are texts in ISO 8601. */
    private static String type(AttributeType type) {
        return switch (type) {
            case INTEGER, REFERENCE -> "int";
            case DECIMAL -> "double";
            case BOOLEAN -> "bool";
            case TEXT, CODE, DATE -> "string";
        };
    }

    private static void geometry(XmlWriter xml, Geometry geometry) throws IOException {
        if (geometry.getNumGeometries() > 1) {
            xml.start("MultiGeometry");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                single(xml, geometry.getGeometryN(i));
            }
            xml.end();
        } else {
            single(xml, geometry.getGeometryN(0));
        }
    }

    private static void single(XmlWriter xml, Geometry geometry) throws IOException {
        if (geometry instanceof Point point) {
            xml.start("Point");
            coordinates(xml, point.getCoordinateSequence(), false);
        } else if (geometry instanceof LineString line) {
            xml.start("LineString");
            coordinates(xml, line.getCoordinateSequence(), false);
        } else if (geometry instanceof Polygon polygon) {
            xml.start("Polygon");
            ring(xml, "outerBoundaryIs", polygon.getExteriorRing(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring(xml, "innerBoundaryIs", polygon.getInteriorRingN(i), false);
            }
        } else {
            throw new IllegalArgumentException("no simple feature: " + geometry.getGeometryType());
        }
        xml.end();
    }

    private static void ring(XmlWriter xml, String name, LineString ring, boolean shell) throws IOException {
        CoordinateSequence points = ring.getCoordinateSequence();
        xml.start(name).start("LinearRing");
        coordinates(xml, points, Rings.isReversed(points, shell));
        xml.end().end();
    }

    private static void coordinates(XmlWriter xml, CoordinateSequence points, boolean reversed) throws IOException {
        xml.start("coordinates");
        int size = points.size();
        int decimals = SpatialReference.CRS84.decimals();
        for (int i = 0; i < size; i++) {
            int at = reversed ? size - 1 - i : i;
            if (i > 0) {
                xml.space();
            }
            xml.number(points.getX(at), decimals).text(",").number(points.getY(at), decimals);
        }
        xml.end();
    }
}
