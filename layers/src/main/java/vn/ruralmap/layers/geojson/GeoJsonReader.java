package vn.ruralmap.layers.geojson;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import vn.ruralmap.layers.crs.SystemReference;

/**
 * Reads one geometry object of GeoJSON into WGS84, x longitude, y latitude, heights dropped. Members may come in any order.
 *
 * <pre>{@code
 * // the parser stands at the start of the object, and afterwards at its end
 * Geometry lonLat = new GeoJsonReader(json, SystemReference.CRS84, 100_000).read();
 * }</pre>
 */
public final class GeoJsonReader {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Set<String> TYPES = Set.of(
            "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection");
    /** A multipolygon has four levels of arrays, the last one being the position. */
    private static final int MOST_LEVELS = 4;
    /** Collections within collections, which RFC 7946 §3.1.8 advises against. */
    private static final int MOST_NESTED = 4;

    private final JsonParser json;
    private final SystemReference reference;
    private final int maxVertices;
    private int vertices;

    /**
     * @param reference what the numbers are
     * @param maxVertices of all that this reader reads
     */
    public GeoJsonReader(JsonParser json, SystemReference reference, int maxVertices) {
        this.json = json;
        this.reference = reference;
        this.maxVertices = maxVertices;
    }

    /**
     * @throws GeoJsonException if it is no geometry, lies outside of its system, or is too large
     * @throws tools.jackson.core.JacksonException if it is no JSON
     */
    public Geometry read() {
        return geometry(0);
    }

    /** @param position x and y of one position, else null. @param parts of an array of arrays, else empty */
    private record Node(@Nullable Coordinate position, List<Node> parts) {}

    private Geometry geometry(int depth) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw refuse("cần một đối tượng hình học", "a geometry object is needed");
        }
        if (depth > MOST_NESTED) {
            throw refuse("tập hình học lồng quá sâu", "collections of geometries are nested too deeply");
        }
        String type = null;
        Node coordinates = null;
        List<Geometry> members = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "type" -> type = type();
                case "coordinates" -> coordinates = node(1);
                case "geometries" -> members = members(depth);
                default -> json.skipChildren();
            }
        }
        if (type == null) {
            throw refuse("hình học thiếu type", "the geometry has no type");
        }
        if (type.equals("GeometryCollection")) {
            if (members == null) {
                throw refuse("GeometryCollection thiếu geometries", "the GeometryCollection has no geometries");
            }
            return FACTORY.createGeometryCollection(members.toArray(Geometry[]::new));
        }
        if (coordinates == null) {
            throw refuse("hình học thiếu coordinates", "the geometry has no coordinates");
        }
        return make(type, coordinates);
    }

    private String type() {
        String type = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
        if (!TYPES.contains(type)) {
            throw refuse(
                    "type của hình học cần là một trong: "
                            + String.join(", ", TYPES.stream().sorted().toList()),
                    "the type of a geometry is one of: "
                            + String.join(", ", TYPES.stream().sorted().toList()));
        }
        return type;
    }

    private List<Geometry> members(int depth) {
        List<Geometry> members = new ArrayList<>();
        requireArray();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            members.add(geometry(depth + 1));
        }
        return members;
    }

    private Node node(int level) {
        requireArray();
        if (level > MOST_LEVELS) {
            throw refuse("coordinates lồng quá sâu", "the coordinates are nested too deeply");
        }
        if (json.nextToken() == JsonToken.VALUE_NUMBER_INT || json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            return new Node(position(), List.of());
        }
        List<Node> parts = new ArrayList<>();
        while (json.currentToken() != JsonToken.END_ARRAY) {
            parts.add(node(level + 1));
            json.nextToken();
        }
        return new Node(null, parts);
    }

    private void requireArray() {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw refuse("cần một mảng", "an array is needed");
        }
    }

    /** The parser stands at the first number, and afterwards at the end of the array. */
    private Coordinate position() {
        double[] numbers = new double[2];
        int count = 0;
        do {
            if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                    && json.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
                throw refuse("tọa độ chỉ gồm các số", "a position consists of numbers");
            }
            if (count < 2) {
                numbers[count] = json.getDoubleValue();
            }
            count++;
        } while (json.nextToken() != JsonToken.END_ARRAY);
        if (count < 2 || count > 4) {
            throw refuse("tọa độ cần hai số", "a position has two numbers");
        }
        if (++vertices > maxVertices) {
            throw refuse(
                    "hình học có hơn " + maxVertices + " đỉnh", "there are more than " + maxVertices + " vertices");
        }
        if (reference.northingFirst()) {
            double northing = numbers[0];
            numbers[0] = numbers[1];
            numbers[1] = northing;
        }
        reference.system().toLonLat(numbers, 0, numbers, 0, 1);
        // written so that NaN, which a projection gives far outside of its area, fails too
        if (!(Math.abs(numbers[0]) <= 180 && Math.abs(numbers[1]) <= 90)) {
            throw refuse(
                    "tọa độ nằm ngoài hệ tọa độ; kiểm tra Content-Crs hoặc filter-crs và thứ tự trục",
                    "a position lies outside of its coordinate system; check Content-Crs or filter-crs and the order of axes");
        }
        return new Coordinate(numbers[0], numbers[1]);
    }

    private Geometry make(String type, Node node) {
        return switch (type) {
            case "Point" -> point(node);
            case "LineString" -> line(node);
            case "Polygon" -> polygon(node);
            case "MultiPoint" ->
                FACTORY.createMultiPoint(parts(node).map(this::point).toArray(Point[]::new));
            case "MultiLineString" ->
                FACTORY.createMultiLineString(parts(node).map(this::line).toArray(LineString[]::new));
            default -> FACTORY.createMultiPolygon(parts(node).map(this::polygon).toArray(Polygon[]::new));
        };
    }

    private java.util.stream.Stream<Node> parts(Node node) {
        if (node.position() != null) {
            throw refuse(
                    "coordinates chưa đủ cấp mảng so với type", "the coordinates have too few levels for the type");
        }
        return node.parts().stream();
    }

    private Point point(Node node) {
        return FACTORY.createPoint(coordinate(node));
    }

    private Coordinate coordinate(Node node) {
        Coordinate position = node.position();
        if (position == null) {
            throw refuse(
                    "coordinates quá nhiều cấp mảng hoặc rỗng", "the coordinates have too many levels or are empty");
        }
        return position;
    }

    private Coordinate[] path(Node node) {
        return parts(node).map(this::coordinate).toArray(Coordinate[]::new);
    }

    private LineString line(Node node) {
        Coordinate[] path = path(node);
        if (path.length < 2) {
            throw refuse("đường cần ít nhất hai tọa độ", "a line needs at least two positions");
        }
        return FACTORY.createLineString(path);
    }

    private Polygon polygon(Node node) {
        List<LinearRing> rings = parts(node).map(this::ring).toList();
        if (rings.isEmpty()) {
            throw refuse("vùng không có vòng nào", "the polygon has no ring");
        }
        return FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(Node node) {
        Coordinate[] path = path(node);
        if (path.length < 4 || !path[0].equals2D(path[path.length - 1])) {
            throw refuse(
                    "vòng cần ít nhất bốn tọa độ, tọa độ cuối trùng tọa độ đầu",
                    "a ring needs at least four positions, the last one equal to the first");
        }
        return FACTORY.createLinearRing(path);
    }

    private GeoJsonException refuse(String vi, String en) {
        return new GeoJsonException(json.currentTokenLocation(), vi, en);
    }
}
