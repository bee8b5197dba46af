package vn.ruralmap.server.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the importer's GeoJSON report, which may be larger than memory, one feature at a time. */
final class GeoJsonFeatures {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final JsonParser json;

    private GeoJsonFeatures(JsonParser json) {
        this.json = json;
    }

    /** @param geometry null: the feature has none */
    record ReportFeature(ObjectNode properties, @Nullable Geometry geometry) {

        String kind() {
            return properties.path("kind").asString("");
        }
    }

    /** @throws IOException if the file cannot be read */
    static void forEach(Path report, Consumer<ReportFeature> consumer) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(report), 1 << 16);
                JsonParser json = JsonMapper.shared().createParser(in)) {
            new GeoJsonFeatures(json).read(consumer);
        }
    }

    private void read(Consumer<ReportFeature> consumer) {
        while (json.nextToken() != JsonToken.START_ARRAY) {
            // to the features
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            consumer.accept(feature());
        }
    }

    private ReportFeature feature() {
        ObjectNode properties = JsonMapper.shared().createObjectNode();
        Geometry geometry = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("properties")) {
                properties = json.readValueAsTree();
            } else if (name.equals("geometry") && json.currentToken() == JsonToken.START_OBJECT) {
                geometry = geometry();
            }
        }
        return new ReportFeature(properties, geometry);
    }

    private @Nullable Geometry geometry() {
        String type = "";
        Geometry geometry = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("type")) {
                type = json.getString();
            } else if (name.equals("coordinates")) {
                geometry = coordinates(type);
            }
        }
        return geometry;
    }

    /** Of the types that stores hold. The parser stands at the first bracket. */
    private Geometry coordinates(String type) {
        return switch (type) {
            case "Point" -> FACTORY.createPoint(position());
            case "MultiLineString" -> FACTORY.createMultiLineString(lines());
            case "MultiPolygon" -> FACTORY.createMultiPolygon(polygons());
            default -> throw new IllegalStateException("a report has no " + type);
        };
    }

    private LineString[] lines() {
        List<LineString> lines = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_ARRAY) {
            lines.add(FACTORY.createLineString(positions()));
        }
        return lines.toArray(LineString[]::new);
    }

    private Polygon[] polygons() {
        List<Polygon> polygons = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_ARRAY) {
            List<LinearRing> rings = new ArrayList<>();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                rings.add(FACTORY.createLinearRing(positions()));
            }
            polygons.add(FACTORY.createPolygon(
                    rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new)));
        }
        return polygons.toArray(Polygon[]::new);
    }

    private Coordinate[] positions() {
        CoordinateList positions = new CoordinateList();
        while (json.nextToken() == JsonToken.START_ARRAY) {
            positions.add(position(), true);
        }
        return positions.toCoordinateArray();
    }

    private Coordinate position() {
        json.nextToken();
        double x = json.getDoubleValue();
        json.nextToken();
        double y = json.getDoubleValue();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            // no height
        }
        return new Coordinate(x, y);
    }
}
