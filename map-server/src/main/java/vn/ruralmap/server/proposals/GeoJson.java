package vn.ruralmap.server.proposals;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.geojson.GeoJsonException;
import vn.ruralmap.layers.geojson.GeoJsonReader;
import vn.ruralmap.server.support.RequestException;

/** Geometry as a tree of JSON, every coordinate to its last bit: drafts come back as they were drawn. */
final class GeoJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private GeoJson() {}

    /** @throws RequestException status 400 if it is no geometry, or has more vertices */
    static Geometry read(JsonNode node, int mostVertices) {
        try (JsonParser parser = node.traverse(ObjectReadContext.empty())) {
            parser.nextToken();
            return new GeoJsonReader(parser, SystemReference.CRS84, mostVertices).read();
        } catch (GeoJsonException e) {
            throw RequestException.of(
                    400, "InvalidBody", "geometry", e.reason().vi(), e.reason().en());
        } catch (JacksonException e) {
            throw RequestException.of(400, "InvalidBody", "geometry", "không phải GeoJSON", "no GeoJSON");
        }
    }

    static JsonNode of(@Nullable Geometry geometry) {
        if (geometry == null) {
            return NODES.nullNode();
        }
        ObjectNode json = NODES.objectNode();
        json.put("type", geometry.getGeometryType());
        if (geometry instanceof Point || geometry instanceof LineString || geometry instanceof Polygon) {
            json.set("coordinates", coordinates(geometry));
            return json;
        }
        boolean isMixed = geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        ArrayNode parts = json.putArray(isMixed ? "geometries" : "coordinates");
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            parts.add(isMixed ? of(part) : coordinates(part));
        }
        return json;
    }

    private static ArrayNode coordinates(Geometry geometry) {
        if (geometry instanceof Point point) {
            return position(point.getX(), point.getY());
        }
        if (geometry instanceof Polygon polygon) {
            ArrayNode rings = NODES.arrayNode();
            if (!polygon.isEmpty()) {
                rings.add(coordinates(polygon.getExteriorRing()));
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    rings.add(coordinates(polygon.getInteriorRingN(i)));
                }
            }
            return rings;
        }
        ArrayNode line = NODES.arrayNode();
        CoordinateSequence points = ((LineString) geometry).getCoordinateSequence();
        for (int i = 0; i < points.size(); i++) {
            line.add(position(points.getX(i), points.getY(i)));
        }
        return line;
    }

    private static ArrayNode position(double x, double y) {
        return NODES.arrayNode().add(x).add(y);
    }
}
