package vn.ruralmap.layers.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.filter.CqlLexer.Kind;
import vn.ruralmap.layers.filter.FilterException.Fault;
import vn.ruralmap.layers.gml.ReferencedBox;

/** Reads geometry within CQL: well-known text (OGC 06-103r4 §7) and boxes. */
final class CqlGeometry {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Set<String> TYPES = Set.of(
            "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon", "geometrycollection");

    private static final Pattern BODY = Pattern.compile("\\s*(?:ZM?|M)?\\s*(?:\\(|EMPTY\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERS = Pattern.compile("\\s*\\(\\s*[-+.\\d]");

    private final CqlLexer lexer;
    private final SystemReference reference;
    private int vertices;

    /** @param reference of the numbers, and their order */
    CqlGeometry(CqlLexer lexer, SystemReference reference) {
        this.lexer = lexer;
        this.reference = reference;
    }

    /** True if the current word is a type of geometry, with what belongs to one after it. */
    boolean isNext() {
        return lexer.kind() == Kind.WORD && TYPES.contains(type(lexer.value())) && lexer.isFollowedBy(BODY)
                || isEnvelope();
    }

    /** Of ECQL; the function of the same name has a geometry within. */
    private boolean isEnvelope() {
        return lexer.isWord("ENVELOPE") && lexer.isFollowedBy(NUMBERS);
    }

    /** {@code pointz} is a point. */
    private static String type(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (TYPES.contains(lower)) {
            return lower;
        }
        return lower.endsWith("zm")
                ? lower.substring(0, lower.length() - 2)
                : lower.endsWith("z") || lower.endsWith("m") ? lower.substring(0, lower.length() - 1) : lower;
    }

    Expression read() {
        if (isEnvelope()) {
            return envelope();
        }
        int start = lexer.start();
        Geometry geometry = geometry(0);
        if (!geometry.isEmpty()) {
            checkRange(start, geometry);
        }
        return new Expression.GeometryLiteral(geometry);
    }

    /** Of ECQL: west, east, south, north. */
    private Expression envelope() {
        int start = lexer.start();
        lexer.take();
        lexer.demandSign("(");
        double[] edges = numbers(4);
        lexer.demandSign(")");
        return box(start, new double[] {edges[0], edges[2], edges[1], edges[3]}, SystemReference.CRS84);
    }

    /** After an opening bracket so many numbers with commas between them. */
    double[] numbers(int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                lexer.demandSign(",");
            }
            numbers[i] = number();
        }
        return numbers;
    }

    /** A box from its lower and its upper corner. @param corners in the order of the reference */
    static Expression box(int start, double[] corners, SystemReference reference) {
        int x = reference.northingFirst() ? 1 : 0;
        double west = corners[x];
        double east = corners[2 + x];
        boolean isAcross = west > east && reference.system().isGeographic();
        if (corners[1 - x] > corners[3 - x] || west > east && !isAcross) {
            throw CqlLexer.refuse(
                    start,
                    Fault.INVALID_VALUE,
                    "góc thứ nhất của hộp phải nhỏ hơn góc thứ hai",
                    "the first corner of a box must be the smaller one");
        }
        if (!isAcross) {
            return new Expression.BoxLiteral(List.of(ReferencedBox.of(corners, reference)));
        }
        // across the date line
        Envelope eastern = new Envelope(west, 180, corners[1 - x], corners[3 - x]);
        Envelope western = new Envelope(-180, east, corners[1 - x], corners[3 - x]);
        return new Expression.BoxLiteral(List.of(
                new ReferencedBox(eastern, reference.system()), new ReferencedBox(western, reference.system())));
    }

    double number() {
        double sign = 1;
        if (lexer.takeSign("-")) {
            sign = -1;
        } else {
            lexer.takeSign("+");
        }
        if (lexer.kind() != Kind.NUMBER) {
            throw lexer.malformed("cần một số ở đây", "a number is needed here");
        }
        return sign * Double.parseDouble(lexer.take());
    }

    private Geometry geometry(int depth) {
        if (depth > 4 || lexer.kind() != Kind.WORD || !TYPES.contains(type(lexer.value()))) {
            throw lexer.malformed(
                    "cần một hình WKT, ví dụ POINT(106 9.5)", "WKT is needed, for example POINT(106 9.5)");
        }
        String type = type(lexer.take());
        for (String dimension : List.of("ZM", "Z", "M")) {
            if (lexer.takeWord(dimension)) {
                break;
            }
        }
        if (lexer.takeWord("EMPTY")) {
            return FACTORY.createGeometryCollection();
        }
        return switch (type) {
            case "point" -> FACTORY.createPoint(single());
            case "linestring" -> line();
            case "polygon" -> polygon();
            case "multipoint" ->
                FACTORY.createMultiPoint(list(this::multiPointMember).toArray(Point[]::new));
            case "multilinestring" ->
                FACTORY.createMultiLineString(list(this::line).toArray(LineString[]::new));
            case "multipolygon" ->
                FACTORY.createMultiPolygon(list(this::polygon).toArray(Polygon[]::new));
            default ->
                FACTORY.createGeometryCollection(list(() -> geometry(depth + 1)).toArray(Geometry[]::new));
        };
    }

    private interface Member<T> {
        T read();
    }

    private <T> List<T> list(Member<T> member) {
        List<T> members = new ArrayList<>();
        lexer.demandSign("(");
        do {
            members.add(member.read());
        } while (lexer.takeSign(","));
        lexer.demandSign(")");
        return members;
    }

    private Coordinate single() {
        lexer.demandSign("(");
        Coordinate position = position();
        lexer.demandSign(")");
        return position;
    }

    /** With brackets around each, or without as older writers do. */
    private Point multiPointMember() {
        return FACTORY.createPoint(lexer.isSign("(") ? single() : position());
    }

    private LineString line() {
        int start = lexer.start();
        List<Coordinate> positions = list(this::position);
        if (positions.size() < 2) {
            throw CqlLexer.refuse(
                    start, Fault.INVALID_VALUE, "đường cần ít nhất hai điểm", "a line needs at least two positions");
        }
        return FACTORY.createLineString(positions.toArray(Coordinate[]::new));
    }

    private LinearRing ring() {
        int start = lexer.start();
        List<Coordinate> positions = list(this::position);
        if (positions.size() < 4 || !positions.get(0).equals2D(positions.get(positions.size() - 1))) {
            throw CqlLexer.refuse(
                    start,
                    Fault.INVALID_VALUE,
                    "vòng cần ít nhất bốn điểm, điểm cuối trùng điểm đầu",
                    "a ring needs at least four positions, the last one equal to the first");
        }
        return FACTORY.createLinearRing(positions.toArray(Coordinate[]::new));
    }

    private Polygon polygon() {
        List<LinearRing> rings = list(this::ring);
        return FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private Coordinate position() {
        if (++vertices > FilterLimits.MAX_VERTICES) {
            throw CqlLexer.refuse(
                    lexer.start(),
                    Fault.TOO_LARGE,
                    "các hình có nhiều nhất " + FilterLimits.MAX_VERTICES + " đỉnh",
                    "geometry has at most " + FilterLimits.MAX_VERTICES + " vertices");
        }
        double first = number();
        double second = number();
        // heights and measures
        for (int i = 0; i < 2 && !lexer.isSign(",") && !lexer.isSign(")"); i++) {
            number();
        }
        return toLonLat(first, second, reference);
    }

    /** @param first number in the order of the reference */
    static Coordinate toLonLat(double first, double second, SystemReference reference) {
        double[] xy = reference.northingFirst() ? new double[] {second, first} : new double[] {first, second};
        reference.system().toLonLat(xy, 0, xy, 0, 1);
        return new Coordinate(xy[0], xy[1]);
    }

    static void checkRange(int start, Geometry lonLat) {
        for (Coordinate position : lonLat.getCoordinates()) {
            // written so that NaN fails, too
            if (!(Math.abs(position.x) <= 180 && Math.abs(position.y) <= 90)) {
                throw CqlLexer.refuse(start, Fault.INVALID_VALUE, OUT_OF_RANGE_VI, OUT_OF_RANGE_EN);
            }
        }
    }

    static final String OUT_OF_RANGE_VI =
            "tọa độ nằm ngoài hệ tọa độ; kiểm tra filter-crs và thứ tự trục (không có filter-crs: kinh độ, vĩ độ)";
    static final String OUT_OF_RANGE_EN =
            "a position lies outside of its coordinate system; check filter-crs and the order of axes (without filter-crs:"
                    + " longitude, latitude)";
}
