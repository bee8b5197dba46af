package vn.ruralmap.layers.filter;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.FilterException.Fault;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.LocalizedText;

/** Of which kind the values of expressions are, as far as it is known before there is a feature. */
record ValueTypes(Function<String, Optional<AttributeType>> properties) {

    /** Values of different kinds never compare. */
    enum Kind {
        TEXT("chữ", "text"),
        NUMBER("số", "a number"),
        DATE("ngày, ví dụ 2025-07-01", "a date such as 2025-07-01"),
        BOOLEAN("true hoặc false", "true or false"),
        GEOMETRY("hình học", "geometry"),
        PERIOD("khoảng thời gian", "a period"),
        ARRAY("mảng", "an array"),
        /** A literal is whatever it has to be. */
        OPEN("", "");

        private final LocalizedText title;

        Kind(String vi, String en) {
            this.title = new LocalizedText(vi, en);
        }

        static Kind of(FilterFunction.Type type) {
            return switch (type) {
                case TEXT -> TEXT;
                case NUMBER -> NUMBER;
                case DATE -> DATE;
                case GEOMETRY -> GEOMETRY;
            };
        }

        /** Numbers, dates and flags read as text, too. */
        boolean fits(Kind wanted) {
            return this == OPEN || this == wanted || wanted == TEXT && ordinal() <= BOOLEAN.ordinal();
        }
    }

    static boolean isGeometry(Expression expression) {
        return expression instanceof Expression.FeatureGeometry
                || expression instanceof Expression.GeometryLiteral
                || expression instanceof Expression.BoxLiteral
                || expression instanceof Expression.Call call
                        && call.function().result() == FilterFunction.Type.GEOMETRY;
    }

    Kind of(Expression expression) {
        if (expression instanceof Expression.PropertyReference property) {
            return properties.apply(property.name()).map(ValueTypes::of).orElse(Kind.OPEN);
        } else if (expression instanceof Expression.Arithmetic) {
            return Kind.NUMBER;
        } else if (expression instanceof Expression.Call call) {
            return Kind.of(call.function().result());
        } else if (isGeometry(expression)) {
            return Kind.GEOMETRY;
        } else if (expression instanceof Expression.FeatureId || expression instanceof Expression.Joined) {
            return Kind.TEXT;
        } else if (expression instanceof Expression.Array) {
            return Kind.ARRAY;
        } else if (expression instanceof Expression.TimeLiteral time) {
            return time.span().isInstant() ? Kind.DATE : Kind.PERIOD;
        }
        return expression instanceof Expression.Literal ? Kind.OPEN : Kind.PERIOD;
    }

    private static Kind of(AttributeType type) {
        return switch (type) {
            case TEXT, CODE -> Kind.TEXT;
            case INTEGER, DECIMAL, REFERENCE -> Kind.NUMBER;
            case DATE -> Kind.DATE;
            case BOOLEAN -> Kind.BOOLEAN;
        };
    }

    /** @throws FilterException if the expression gives something of another kind */
    void demand(Expression expression, Kind wanted) {
        Kind kind = of(expression);
        if (!kind.fits(wanted) || expression instanceof Expression.Literal literal && !reads(literal, wanted)) {
            throw mismatch(null, wanted);
        }
    }

    /** @throws FilterException if values of the two never compare */
    void demandComparable(Expression left, Expression right) {
        Kind first = of(left);
        Kind second = of(right);
        for (Kind kind : new Kind[] {first, second}) {
            if (kind == Kind.GEOMETRY || kind == Kind.PERIOD || kind == Kind.ARRAY) {
                throw FilterException.of(
                        Fault.INVALID_VALUE,
                        kind.title.vi()
                                + " không so sánh được bằng =, < hay >; hãy dùng toán tử không gian, thời gian hoặc"
                                + " mảng",
                        kind.title.en() + " does not compare by =, < or >; use a spatial, temporal or array operator");
            }
        }
        if (right instanceof Expression.Literal literal && !reads(literal, first)) {
            throw mismatch(name(left), first);
        } else if (left instanceof Expression.Literal literal && !reads(literal, second)) {
            throw mismatch(name(right), second);
        } else if (!first.fits(second) && !second.fits(first)) {
            throw mismatch(name(left), first);
        }
    }

    private static @Nullable String name(Expression expression) {
        return expression instanceof Expression.PropertyReference property ? property.name() : null;
    }

    private static boolean reads(Expression.Literal literal, Kind kind) {
        return switch (kind) {
            case NUMBER -> Values.number(literal.value()) != null;
            case DATE -> TimeSpan.parseInstant(literal.text()).isPresent();
            case BOOLEAN ->
                Values.flag(literal.text()).equals("true")
                        || Values.flag(literal.text()).equals("false");
            case TEXT, OPEN -> true;
            case GEOMETRY, PERIOD, ARRAY -> false;
        };
    }

    private static FilterException mismatch(@Nullable String property, Kind wanted) {
        return FilterException.of(
                Fault.INVALID_VALUE,
                property == null
                        ? "ở đây cần " + wanted.title.vi()
                        : "thuộc tính " + property + " là " + wanted.title.vi() + "; giá trị so sánh cũng phải vậy",
                property == null
                        ? wanted.title.en() + " is needed here"
                        : "the property " + property + " is " + wanted.title.en()
                                + "; what it is compared with must be," + " too");
    }
}
