package vn.ruralmap.layers.filter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import vn.ruralmap.layers.crs.Spheroid;
import vn.ruralmap.layers.filter.FilterException.Fault;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.spelling.Folding;

/** The functions that filters may call, in any language; there are no others. Without value if an argument has none. */
public enum FilterFunction {
    LOWER("lower", "strToLowerCase", "chữ thường", "lower case", Type.TEXT, List.of(Type.TEXT), a -> text(a[0])
            .toLowerCase(Locale.ROOT)),
    UPPER("upper", "strToUpperCase", "chữ hoa", "upper case", Type.TEXT, List.of(Type.TEXT), a -> text(a[0])
            .toUpperCase(Locale.ROOT)),
    TRIM(
            "trim",
            "strTrim",
            "bỏ khoảng trắng hai đầu",
            "without blanks at the ends",
            Type.TEXT,
            List.of(Type.TEXT),
            a -> text(a[0]).strip()),
    CONCAT(
            "concat",
            "strConcat",
            "nối hai chữ",
            "one text after the other",
            Type.TEXT,
            List.of(Type.TEXT, Type.TEXT),
            a -> text(a[0]) + text(a[1])),
    TEXT_LENGTH("char_length", "strLength", "số ký tự", "number of characters", Type.NUMBER, List.of(Type.TEXT), a ->
            (double) text(a[0]).codePointCount(0, text(a[0]).length())),
    CASEI(
            "casei",
            "",
            "không phân biệt hoa thường",
            "without case",
            Type.TEXT,
            List.of(Type.TEXT),
            a -> Folding.withoutCase(text(a[0]))),
    ACCENTI(
            "accenti",
            "",
            "không dấu",
            "without diacritics, Đ as D",
            Type.TEXT,
            List.of(Type.TEXT),
            a -> Folding.withoutAccents(text(a[0]))),
    ABS("abs", "", "trị tuyệt đối", "absolute value", Type.NUMBER, List.of(Type.NUMBER), a -> Math.abs(number(a[0]))),
    CEIL("ceil", "", "làm tròn lên", "rounded up", Type.NUMBER, List.of(Type.NUMBER), a -> Math.ceil(number(a[0]))),
    FLOOR(
            "floor",
            "",
            "làm tròn xuống",
            "rounded down",
            Type.NUMBER,
            List.of(Type.NUMBER),
            a -> Math.floor(number(a[0]))),
    ROUND("round", "", "làm tròn", "rounded", Type.NUMBER, List.of(Type.NUMBER), a ->
            (double) Math.round(number(a[0]))),
    YEAR("year", "", "năm", "year", Type.NUMBER, List.of(Type.DATE), a ->
            (double) day(a[0]).getYear()),
    MONTH("month", "", "tháng", "month", Type.NUMBER, List.of(Type.DATE), a ->
            (double) day(a[0]).getMonthValue()),
    DAY("day", "", "ngày trong tháng", "day of the month", Type.NUMBER, List.of(Type.DATE), a ->
            (double) day(a[0]).getDayOfMonth()),
    AREA(
            "area",
            "",
            "diện tích, mét vuông, trên ellipsoid",
            "area in square metres on the ellipsoid",
            Type.NUMBER,
            List.of(Type.GEOMETRY),
            a -> Spheroid.squareMetres(geometry(a[0]))),
    LENGTH(
            "length",
            "geomLength",
            "chiều dài đường hoặc chu vi, mét",
            "length of lines or of all borders, in metres",
            Type.NUMBER,
            List.of(Type.GEOMETRY),
            a -> Spheroid.lengthMetres(geometry(a[0]))),
    CENTROID(
            "centroid", "", "trọng tâm", "centre of gravity", Type.GEOMETRY, List.of(Type.GEOMETRY), a -> geometry(a[0])
                    .getCentroid()),
    INTERIOR_POINT(
            "pointOnSurface",
            "interiorPoint",
            "một điểm bên trong",
            "a point within",
            Type.GEOMETRY,
            List.of(Type.GEOMETRY),
            a -> geometry(a[0]).getInteriorPoint()),
    BOUNDARY("boundary", "", "biên", "border", Type.GEOMETRY, List.of(Type.GEOMETRY), a -> geometry(a[0])
            .getBoundary()),
    ENVELOPE("envelope", "", "hộp bao", "box around", Type.GEOMETRY, List.of(Type.GEOMETRY), a -> geometry(a[0])
            .getEnvelope()),
    CONVEX_HULL("convexHull", "", "bao lồi", "convex hull", Type.GEOMETRY, List.of(Type.GEOMETRY), a -> geometry(a[0])
            .convexHull()),
    NUM_POINTS("numPoints", "", "số đỉnh", "number of vertices", Type.NUMBER, List.of(Type.GEOMETRY), a ->
            (double) geometry(a[0]).getNumPoints()),
    GEOMETRY_TYPE(
            "geometryType", "", "kiểu hình", "type of geometry", Type.TEXT, List.of(Type.GEOMETRY), a -> geometry(a[0])
                    .getGeometryType()),
    X(
            "getX",
            "x",
            "kinh độ của điểm",
            "longitude of a point",
            Type.NUMBER,
            List.of(Type.GEOMETRY),
            a -> a[0] instanceof Point point ? point.getX() : null),
    Y(
            "getY",
            "y",
            "vĩ độ của điểm",
            "latitude of a point",
            Type.NUMBER,
            List.of(Type.GEOMETRY),
            a -> a[0] instanceof Point point ? point.getY() : null);

    /** What an argument or a result is. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        GEOMETRY
    }

    private final String functionName;
    private final String alias;
    private final LocalizedText description;
    private final Type result;
    private final List<Type> arguments;
    private final Function<Object[], @Nullable Object> body;

    FilterFunction(
            String functionName,
            String alias,
            String vi,
            String en,
            Type result,
            List<Type> arguments,
            Function<Object[], @Nullable Object> body) {
        this.functionName = functionName;
        this.alias = alias;
        this.description = new LocalizedText(vi, en);
        this.result = result;
        this.arguments = arguments;
        this.body = body;
    }

    /** By its name, or by that of GeoServer, in any case. */
    public static Optional<FilterFunction> find(String name) {
        return Arrays.stream(values())
                .filter(function -> function.functionName.equalsIgnoreCase(name)
                        || !function.alias.isEmpty() && function.alias.equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * A call; of texts that were written, what it gives.
     *
     * @throws FilterException without place if the number of arguments is not right
     */
    Expression call(List<Expression> values) {
        if (values.size() != arguments.size()) {
            throw FilterException.of(
                    Fault.INVALID_VALUE,
                    functionName + " cần " + arguments.size() + " đối số",
                    functionName + " takes " + arguments.size() + " arguments");
        }
        boolean isConstant = result == Type.TEXT && arguments.stream().allMatch(Type.TEXT::equals);
        Object[] texts = new Object[values.size()];
        for (int i = 0; isConstant && i < texts.length; i++) {
            isConstant = values.get(i) instanceof Expression.Literal;
            texts[i] = isConstant ? ((Expression.Literal) values.get(i)).text() : "";
        }
        return isConstant
                ? Expression.Literal.of(Objects.requireNonNull((String) apply(texts)))
                : new Expression.Call(this, values);
    }

    /** As capabilities list it. */
    public String functionName() {
        return functionName;
    }

    public LocalizedText description() {
        return description;
    }

    /** What it gives. */
    public Type result() {
        return result;
    }

    /** What it takes, in this order. */
    public List<Type> arguments() {
        return arguments;
    }

    /** @param values of the types of the arguments, none of them missing */
    @Nullable
    Object apply(Object[] values) {
        return body.apply(values);
    }

    private static String text(Object value) {
        return (String) value;
    }

    private static double number(Object value) {
        return (Double) value;
    }

    private static LocalDate day(Object value) {
        return ((LocalDateTime) value).toLocalDate();
    }

    private static Geometry geometry(Object value) {
        return (Geometry) value;
    }
}
