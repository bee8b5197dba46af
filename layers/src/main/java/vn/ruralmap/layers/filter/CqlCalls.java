package vn.ruralmap.layers.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.filter.CqlLexer.Kind;
import vn.ruralmap.layers.filter.FilterException.Fault;

/** Reads what has a word in front of brackets in CQL: geometry, times, relations, functions. */
final class CqlCalls {

    private final CqlParser parser;
    private final CqlLexer lexer;
    private final SystemReference reference;
    private final CqlGeometry geometry;

    CqlCalls(CqlParser parser, CqlLexer lexer, SystemReference reference) {
        this.parser = parser;
        this.lexer = lexer;
        this.reference = reference;
        this.geometry = new CqlGeometry(lexer, reference);
    }

    boolean isNext() {
        return lexer.isCall() || geometry.isNext();
    }

    CqlTerm read() {
        int start = lexer.start();
        if (geometry.isNext()) {
            return CqlTerm.of(start, geometry.read());
        }
        String name = lexer.take().toLowerCase(Locale.ROOT);
        lexer.demandSign("(");
        CqlTerm term = call(start, name);
        lexer.demandSign(")");
        return term;
    }

    private CqlTerm call(int start, String name) {
        switch (name) {
            case "date", "timestamp" -> {
                return CqlTerm.of(start, instant());
            }
            case "interval" -> {
                return CqlTerm.of(start, interval());
            }
            case "bbox" -> {
                return box(start);
            }
            case "dwithin", "beyond" -> {
                return CqlTerm.of(start, distance(name));
            }
            default -> {
                // below
            }
        }
        Optional<SpatialOperator> spatial = CqlOperators.findSpatial(name);
        if (spatial.isPresent()) {
            Expression left = geometryArgument();
            lexer.demandSign(",");
            return CqlTerm.of(start, new Condition.Spatial(left, spatial.get(), geometryArgument()));
        }
        Optional<TemporalOperator> temporal = CqlOperators.findTemporal(name);
        if (temporal.isPresent()) {
            Expression left = argument();
            lexer.demandSign(",");
            return CqlTerm.of(start, new Condition.Temporal(left, temporal.get(), argument()));
        }
        Optional<ArrayOperator> array = CqlOperators.findArray(name);
        if (array.isPresent()) {
            Expression left = array();
            lexer.demandSign(",");
            return CqlTerm.of(start, new Condition.Arrays(left, array.get(), array()));
        }
        return CqlTerm.of(start, function(start, name));
    }

    private Expression argument() {
        return parser.sum().asExpression();
    }

    private Expression geometryArgument() {
        int start = lexer.start();
        Expression argument = argument();
        if (!ValueTypes.isGeometry(argument)) {
            throw CqlLexer.refuse(
                    start,
                    Fault.INVALID_VALUE,
                    "cần hình: geom hoặc WKT, ví dụ POINT(106 9.5)",
                    "geometry is needed: geom, or WKT such as POINT(106 9.5)");
        }
        return argument;
    }

    private Expression instant() {
        int start = lexer.start();
        String text = text();
        return CqlTimes.instant(text).orElseThrow(() -> badTime(start));
    }

    private String text() {
        if (lexer.kind() != Kind.TEXT) {
            throw lexer.malformed("cần chữ trong dấu nháy đơn", "text in single quotes is needed");
        }
        return lexer.take();
    }

    private static FilterException badTime(int start) {
        return CqlLexer.refuse(
                start,
                Fault.INVALID_VALUE,
                "cần ngày hoặc thời điểm, ví dụ '2025-07-01' hoặc '2025-07-01T00:00:00Z'",
                "a date or a time is needed, such as '2025-07-01' or '2025-07-01T00:00:00Z'");
    }

    private Expression interval() {
        Expression from = end();
        lexer.demandSign(",");
        return new Expression.Interval(from, end());
    }

    /** Null: open. */
    private @Nullable Expression end() {
        int start = lexer.start();
        if (lexer.kind() != Kind.TEXT) {
            return argument();
        }
        String text = lexer.take();
        if (text.equals("..") || text.isEmpty()) {
            return null;
        }
        return CqlTimes.instant(text).orElseThrow(() -> badTime(start));
    }

    /** ECQL has the geometry first, CQL2 only numbers. */
    private CqlTerm box(int start) {
        if (lexer.kind() == Kind.NUMBER || lexer.isSign("-") || lexer.isSign("+")) {
            double[] numbers = geometry.numbers(4);
            if (lexer.takeSign(",")) {
                // with heights: west, south, low, east, north, high
                numbers = new double[] {numbers[0], numbers[1], numbers[3], geometry.numbers(2)[0]};
            }
            return CqlTerm.of(start, CqlGeometry.box(start, numbers, reference));
        }
        Expression property = geometryArgument();
        lexer.demandSign(",");
        Expression box;
        if (geometry.isNext()) {
            box = geometryArgument();
        } else {
            double[] corners = geometry.numbers(4);
            box = CqlGeometry.box(start, corners, boxReference());
        }
        return CqlTerm.of(start, new Condition.Spatial(property, SpatialOperator.INTERSECTS, box));
    }

    private SystemReference boxReference() {
        if (!lexer.takeSign(",")) {
            return reference;
        }
        int start = lexer.start();
        return SystemReference.find(text())
                .orElseThrow(() -> CqlLexer.refuse(
                        start,
                        Fault.INVALID_VALUE,
                        "không có hệ tọa độ này; danh sách ở GetCapabilities",
                        "there is no such coordinate system; GetCapabilities lists the known ones"));
    }

    private Condition distance(String name) {
        Expression left = geometryArgument();
        lexer.demandSign(",");
        Expression right = geometryArgument();
        lexer.demandSign(",");
        int start = lexer.start();
        double distance = geometry.number();
        lexer.demandSign(",");
        StringBuilder unit = new StringBuilder();
        while (lexer.kind() == Kind.WORD || lexer.kind() == Kind.TEXT) {
            unit.append(unit.isEmpty() ? "" : " ").append(lexer.take());
        }
        DistanceUnit known = DistanceUnit.find(unit.toString())
                .orElseThrow(() -> CqlLexer.refuse(
                        start,
                        Fault.INVALID_VALUE,
                        "cần đơn vị: meters, kilometers, feet, statute miles hoặc nautical miles",
                        "a unit is needed: meters, kilometers, feet, statute miles or nautical miles"));
        if (distance < 0) {
            throw CqlLexer.refuse(start, Fault.INVALID_VALUE, "khoảng cách không âm", "a distance is not negative");
        }
        Condition within = new Condition.WithinDistance(left, right, distance * known.metres());
        return name.equals("dwithin") ? within : new Condition.Not(within);
    }

    /** Brackets with values between commas. */
    private Expression array() {
        parser.enter();
        List<Expression> items = new ArrayList<>();
        lexer.demandSign("(");
        while (!lexer.isSign(")")) {
            if (!items.isEmpty()) {
                lexer.demandSign(",");
            }
            if (items.size() == FilterLimits.MAX_ITEMS) {
                throw CqlLexer.locate(lexer.start(), FilterLimits.tooLarge());
            }
            items.add(argument());
        }
        lexer.demandSign(")");
        parser.leave();
        return new Expression.Array(items);
    }

    private Expression function(int start, String name) {
        FilterFunction function = FilterFunction.find(name)
                .orElseThrow(() -> CqlLexer.refuse(
                        start,
                        Fault.UNSUPPORTED,
                        FilterNames.functions().vi(),
                        FilterNames.functions().en()));
        List<Expression> arguments = new ArrayList<>();
        while (!lexer.isSign(")")) {
            if (!arguments.isEmpty()) {
                lexer.demandSign(",");
            }
            arguments.add(argument());
            if (arguments.size() > function.arguments().size()) {
                break;
            }
        }
        try {
            return function.call(arguments);
        } catch (FilterException e) {
            throw CqlLexer.locate(start, e);
        }
    }

    /** What stands after AFTER, BEFORE, DURING in ECQL: an instant, or {@code from/to}, one of which may be a duration. */
    Expression period() {
        int start = lexer.start();
        if (lexer.kind() != Kind.TIME && lexer.kind() != Kind.TEXT && !isDuration()) {
            return argument();
        }
        String first = lexer.take();
        if (!lexer.takeSign("/")) {
            int slash = first.indexOf('/');
            return slash < 0
                    ? CqlTimes.instant(first).orElseThrow(() -> badTime(start))
                    : CqlTimes.period(first.substring(0, slash), first.substring(slash + 1))
                            .orElseThrow(() -> badTime(start));
        }
        if (lexer.kind() != Kind.TIME && !isDuration()) {
            throw badTime(lexer.start());
        }
        return CqlTimes.period(first, lexer.take()).orElseThrow(() -> badTime(start));
    }

    private boolean isDuration() {
        return lexer.kind() == Kind.WORD && lexer.value().matches("[PpTt][\\d.YMWDTHSymwdths]+");
    }
}
