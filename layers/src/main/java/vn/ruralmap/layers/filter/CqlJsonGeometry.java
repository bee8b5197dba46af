package vn.ruralmap.layers.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.filter.FilterException.Fault;

/** Reads GeoJSON geometry (RFC 7946 §3.1) within CQL2 JSON, in whichever coordinate system. */
final class CqlJsonGeometry {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int MAX_DEPTH = 4;

    private final SystemReference reference;
    private int vertices;

    CqlJsonGeometry(SystemReference reference) {
        this.reference = reference;
    }

    Expression read(String path, JsonNode node) {
        return new Expression.GeometryLiteral(geometry(path, node, 0));
    }

    private Geometry geometry(String path, JsonNode node, int depth) {
        String place = path + ".coordinates";
        JsonNode coordinates = node.path("coordinates");
        return switch (node.path("type").asString("")) {
            case "Point" -> point(place, coordinates);
            case "LineString" -> line(place, coordinates);
            case "Polygon" -> polygon(place, coordinates);
            case "MultiPoint" -> FACTORY.createMultiPoint(members(place, coordinates, this::point, Point[]::new));
            case "MultiLineString" ->
                FACTORY.createMultiLineString(members(place, coordinates, this::line, LineString[]::new));
            case "MultiPolygon" ->
                FACTORY.createMultiPolygon(members(place, coordinates, this::polygon, Polygon[]::new));
            case "GeometryCollection" -> {
                if (depth == MAX_DEPTH) {
                    throw CqlJson.malformed(path, "lồng nhau quá sâu", "nested too deeply");
                }
                yield FACTORY.createGeometryCollection(members(
                        path + ".geometries",
                        node.path("geometries"),
                        (each, member) -> geometry(each, member, depth + 1),
                        Geometry[]::new));
            }
            default ->
                throw CqlJson.malformed(
                        path + ".type",
                        "cần một kiểu hình của GeoJSON, ví dụ Polygon",
                        "a type of geometry of GeoJSON is needed, for example Polygon");
        };
    }

    private <T> T[] members(
            String path, JsonNode array, BiFunction<String, JsonNode, T> member, IntFunction<T[]> result) {
        if (!array.isArray()) {
            throw CqlJson.malformed(path, "cần một mảng", "an array is needed");
        }
        List<T> members = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            members.add(member.apply(path + "[" + i + "]", array.get(i)));
        }
        return members.toArray(result);
    }

    private Point point(String path, JsonNode position) {
        return FACTORY.createPoint(position(path, position));
    }

    private LineString line(String path, JsonNode positions) {
        Coordinate[] line = members(path, positions, this::position, Coordinate[]::new);
        if (line.length < 2) {
            throw CqlJson.refuse(
                    path, Fault.INVALID_VALUE, "đường cần ít nhất hai điểm", "a line needs at least two positions");
        }
        return FACTORY.createLineString(line);
    }

    private Polygon polygon(String path, JsonNode rings) {
        LinearRing[] all = members(path, rings, this::ring, LinearRing[]::new);
        if (all.length == 0) {
            throw CqlJson.malformed(path, "vùng cần ít nhất một vòng", "a polygon needs at least one ring");
        }
        return FACTORY.createPolygon(all[0], Arrays.copyOfRange(all, 1, all.length));
    }

    private LinearRing ring(String path, JsonNode positions) {
        Coordinate[] ring = members(path, positions, this::position, Coordinate[]::new);
        if (ring.length < 4 || !ring[0].equals2D(ring[ring.length - 1])) {
            throw CqlJson.refuse(
                    path,
                    Fault.INVALID_VALUE,
                    "vòng cần ít nhất bốn điểm, điểm cuối trùng điểm đầu",
                    "a ring needs at least four positions, the last one equal to the first");
        }
        return FACTORY.createLinearRing(ring);
    }

    private Coordinate position(String path, JsonNode position) {
        double[] numbers = numbers(path, position, 2, 4);
        if (++vertices > FilterLimits.MAX_VERTICES) {
            throw CqlJson.refuse(
                    path,
                    Fault.TOO_LARGE,
                    "các hình có nhiều nhất " + FilterLimits.MAX_VERTICES + " đỉnh",
                    "geometry has at most " + FilterLimits.MAX_VERTICES + " vertices");
        }
        Coordinate lonLat = CqlGeometry.toLonLat(numbers[0], numbers[1], reference);
        // written so that NaN fails, too
        if (!(Math.abs(lonLat.x) <= 180 && Math.abs(lonLat.y) <= 90)) {
            throw CqlJson.refuse(path, Fault.INVALID_VALUE, CqlGeometry.OUT_OF_RANGE_VI, CqlGeometry.OUT_OF_RANGE_EN);
        }
        return lonLat;
    }

    double[] numbers(String path, JsonNode array, int least, int most) {
        if (!array.isArray() || array.size() < least || array.size() > most) {
            throw CqlJson.malformed(
                    path, "cần " + least + " đến " + most + " số", least + " to " + most + " numbers are needed");
        }
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!array.get(i).isNumber()) {
                throw CqlJson.malformed(path + "[" + i + "]", "cần một số", "a number is needed");
            }
            numbers[i] = array.get(i).doubleValue();
        }
        return numbers;
    }
}
