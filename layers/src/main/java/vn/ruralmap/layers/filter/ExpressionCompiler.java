package vn.ruralmap.layers.filter;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.filter.FilterException.Fault;
import vn.ruralmap.layers.model.Feature;

/** Makes expressions ready for rows, each kind of value in a way of its own. */
public final class ExpressionCompiler<R> {

    private static final String VALID_TO = "valid_to";

    private final Rows<R> rows;
    private final ValueTypes types;

    public ExpressionCompiler(Rows<R> rows) {
        this.rows = rows;
        this.types = new ValueTypes(rows::findType);
    }

    ValueTypes types() {
        return types;
    }

    /** Of any kind. */
    public Value<R> value(Expression expression) {
        if (expression instanceof Expression.PropertyReference property) {
            return rows.property(property.name());
        } else if (expression instanceof Expression.Literal literal) {
            Object value = literal.value();
            return row -> value;
        } else if (expression instanceof Expression.Arithmetic arithmetic) {
            return arithmetic(arithmetic);
        } else if (expression instanceof Expression.Call call) {
            return call(call);
        } else if (expression instanceof Expression.FeatureId) {
            return this::id;
        } else if (expression instanceof Expression.Joined joined) {
            return joined(joined);
        } else if (expression instanceof Expression.FeatureGeometry
                || expression instanceof Expression.GeometryLiteral
                || expression instanceof Expression.BoxLiteral) {
            return geometry(expression)::of;
        } else if (expression instanceof Expression.Array array) {
            return set(array)::of;
        }
        return span(expression)::of;
    }

    private @Nullable Object id(R row) {
        Feature feature = rows.feature(row);
        return feature == null
                ? null
                : rows.findLayer().map(layer -> layer + "." + feature.fid()).orElse(null);
    }

    private Value<R> arithmetic(Expression.Arithmetic arithmetic) {
        types.demand(arithmetic.left(), ValueTypes.Kind.NUMBER);
        types.demand(arithmetic.right(), ValueTypes.Kind.NUMBER);
        Value<R> left = value(arithmetic.left());
        Value<R> right = value(arithmetic.right());
        ArithmeticOperator operator = arithmetic.operator();
        return row -> {
            Double a = Values.number(left.of(row));
            Double b = Values.number(right.of(row));
            if (a == null || b == null) {
                return null;
            }
            double result = operator.apply(a, b);
            return Double.isFinite(result) ? (Double) result : null;
        };
    }

    private Value<R> call(Expression.Call call) {
        FilterFunction function = call.function();
        List<FilterFunction.Type> wanted = function.arguments();
        @SuppressWarnings({"unchecked", "rawtypes"})
        Value<R>[] arguments = new Value[wanted.size()];
        for (int i = 0; i < arguments.length; i++) {
            Expression argument = call.arguments().get(i);
            types.demand(argument, ValueTypes.Kind.of(wanted.get(i)));
            arguments[i] = wanted.get(i) == FilterFunction.Type.GEOMETRY ? geometry(argument)::of : value(argument);
        }
        return row -> {
            Object[] values = new Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                Object value = as(wanted.get(i), arguments[i].of(row));
                if (value == null) {
                    return null;
                }
                values[i] = value;
            }
            return function.apply(values);
        };
    }

    private static @Nullable Object as(FilterFunction.Type type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case TEXT -> Values.text(value);
            case NUMBER -> Values.number(value);
            case DATE -> Values.time(value);
            case GEOMETRY -> value;
        };
    }

    private Value<R> joined(Expression.Joined joined) {
        List<Value<R>> parts = joined.parts().stream().map(this::value).toList();
        List<Boolean> literal = joined.parts().stream()
                .map(Expression.Literal.class::isInstance)
                .toList();
        return row -> {
            StringBuilder text = new StringBuilder();
            boolean any = false;
            for (int i = 0; i < parts.size(); i++) {
                Object value = parts.get(i).of(row);
                if (value != null) {
                    text.append(Values.text(value));
                    any |= !literal.get(i);
                }
            }
            return any ? text.toString() : null;
        };
    }

    /** A way to something of a class. */
    interface Typed<R, T> {
        @Nullable
        T of(R row);
    }

    Typed<R, Geometry> geometry(Expression expression) {
        Optional<Geometry> constant = ConstantGeometry.find(expression, rows.bounds());
        if (constant.isPresent()) {
            Geometry geometry = constant.get();
            return row -> geometry;
        } else if (expression instanceof Expression.FeatureGeometry) {
            return rows::geometry;
        } else if (expression instanceof Expression.Call call
                && call.function().result() == FilterFunction.Type.GEOMETRY) {
            Value<R> value = call(call);
            return row -> (Geometry) value.of(row);
        }
        throw FilterException.of(
                Fault.INVALID_VALUE,
                "điều kiện không gian cần hình: geom, một hình được viết ra hoặc hàm trả về hình",
                "a spatial condition needs geometry: geom, one that is written out, or a function that gives one");
    }

    Typed<R, TimeSpan> span(Expression expression) {
        if (expression instanceof Expression.TimeLiteral literal) {
            return row -> literal.span();
        } else if (expression instanceof Expression.FeatureValidity) {
            return row -> {
                Feature feature = rows.feature(row);
                return feature == null ? null : TimeSpan.of(feature.validity());
            };
        } else if (expression instanceof Expression.Interval interval) {
            return interval(interval);
        } else if (expression instanceof Expression.Literal literal) {
            TimeSpan span = TimeSpan.parse(literal.text()).orElseThrow(ExpressionCompiler::noTime);
            return row -> span;
        } else if (expression instanceof Expression.PropertyReference || expression instanceof Expression.Call) {
            types.demand(expression, ValueTypes.Kind.DATE);
            Value<R> value = value(expression);
            return row -> {
                LocalDateTime time = Values.time(value.of(row));
                return time == null ? null : TimeSpan.at(time);
            };
        }
        throw noTime();
    }

    private Typed<R, TimeSpan> interval(Expression.Interval interval) {
        Typed<R, TimeSpan> start = interval.start() == null ? row -> new TimeSpan(null, null) : span(interval.start());
        Typed<R, TimeSpan> end = interval.end() == null ? row -> new TimeSpan(null, null) : span(interval.end());
        // what has no last day is still in force
        boolean endsOpen = interval.end() instanceof Expression.PropertyReference property
                && property.name().equals(VALID_TO);
        return row -> {
            TimeSpan from = start.of(row);
            TimeSpan to = end.of(row);
            if (from == null || to == null && !endsOpen) {
                return null;
            }
            TimeSpan span = new TimeSpan(from.start(), to == null ? null : to.end());
            return span.isOrdered() ? span : null;
        };
    }

    private static FilterException noTime() {
        return FilterException.of(
                Fault.INVALID_VALUE,
                "điều kiện thời gian cần thuộc tính ngày, ngày như 2025-07-01 hoặc khoảng thời gian",
                "a temporal condition needs a property that is a date, a date such as 2025-07-01, or a period");
    }

    Typed<R, Set<Object>> set(Expression expression) {
        if (!(expression instanceof Expression.Array array)) {
            throw FilterException.of(
                    Fault.INVALID_VALUE,
                    "cần một mảng, ví dụ ('a', 'b'); các lớp không có thuộc tính dạng mảng",
                    "an array is needed, for example ('a', 'b'); no layer has properties that are arrays");
        }
        List<Value<R>> items = array.items().stream().map(this::value).toList();
        return row -> {
            Set<Object> values = new HashSet<>();
            for (Value<R> item : items) {
                Object value = item.of(row);
                if (value == null) {
                    return null;
                }
                values.add(Values.comparable(value));
            }
            return values;
        };
    }
}
