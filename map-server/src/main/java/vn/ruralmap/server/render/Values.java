package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.expression.Subtract;
import org.jspecify.annotations.Nullable;

/** Turns GeoTools expressions of checked styles into {@link FeatureValue}s, and compares what they give. */
final class Values {

    private Values() {}

    static FeatureValue compile(Expression expression) {
        if (expression instanceof Literal literal) {
            Object value = literal.getValue();
            return feature -> value;
        }
        if (expression instanceof PropertyName property) {
            String name = property.getPropertyName();
            return feature -> feature.property(name);
        }
        if (expression instanceof BinaryExpression binary) {
            return compile(binary);
        }
        if (expression instanceof Function function && function.getName().equals("Concatenate")) {
            return concatenation(function.getParameters());
        }
        throw new IllegalArgumentException("not an expression of a style: " + expression);
    }

    private static FeatureValue compile(BinaryExpression binary) {
        FeatureValue left = compile(binary.getExpression1());
        FeatureValue right = compile(binary.getExpression2());
        DoubleBinaryOperator operator = operator(binary);
        return feature -> {
            Double a = number(left.of(feature));
            Double b = number(right.of(feature));
            return a == null || b == null ? null : (Double) operator.applyAsDouble(a, b);
        };
    }

    private static DoubleBinaryOperator operator(BinaryExpression binary) {
        if (binary instanceof Add) {
            return (a, b) -> a + b;
        } else if (binary instanceof Subtract) {
            return (a, b) -> a - b;
        } else if (binary instanceof Multiply) {
            return (a, b) -> a * b;
        } else if (binary instanceof Divide) {
            return (a, b) -> a / b;
        }
        throw new IllegalArgumentException("not arithmetic: " + binary);
    }

    /** A label of several parts; the whole is null if no part but the literals has a value. */
    private static FeatureValue concatenation(List<Expression> parameters) {
        List<FeatureValue> parts = new ArrayList<>();
        List<Boolean> literal = new ArrayList<>();
        for (Expression parameter : parameters) {
            parts.add(compile(parameter));
            literal.add(parameter instanceof Literal);
        }
        return feature -> {
            StringBuilder text = new StringBuilder();
            boolean any = false;
            for (int i = 0; i < parts.size(); i++) {
                Object value = parts.get(i).of(feature);
                if (value != null) {
                    text.append(text(value));
                    any |= !literal.get(i);
                }
            }
            return any ? text.toString() : null;
        };
    }

    static @Nullable Double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String text) {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException notANumber) {
                return null;
            }
        }
        return null;
    }

    static String text(Object value) {
        // A whole decimal is written without ".0": 12.0 ha is a label "12".
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString(number.longValue());
        }
        return value.toString();
    }

    /**
     * Compares as numbers if the first is a number and the second can be one, else as text, in which ISO dates order
     * rightly.
     *
     * @return null if either is missing or they cannot be compared
     */
    static @Nullable Integer compare(@Nullable Object first, @Nullable Object second, boolean matchCase) {
        if (first == null || second == null) {
            return null;
        }
        if (first instanceof Number || second instanceof Number) {
            Double a = number(first);
            Double b = number(second);
            return a == null || b == null ? null : (Integer) Double.compare(a, b);
        }
        String a = first.toString();
        String b = second.toString();
        return matchCase ? a.compareTo(b) : a.compareToIgnoreCase(b);
    }
}
