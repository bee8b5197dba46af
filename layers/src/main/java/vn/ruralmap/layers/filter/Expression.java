package vn.ruralmap.layers.filter;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.gml.ReferencedBox;

/** What gives a value for a feature. Immutable. */
public sealed interface Expression {

    /**
     * A value that was written.
     *
     * @param value String, Long, Double, Boolean, LocalDate or LocalDateTime
     * @param text as it was written: 0123 is a number and a code
     */
    record Literal(Object value, String text) implements Expression {
        public static Literal of(String text) {
            return new Literal(text, text);
        }
    }

    /** @param name of a property that the asker may see */
    record PropertyReference(String name) implements Expression {}

    /** The published id, {@code communes.17}. */
    record FeatureId() implements Expression {}

    /** The geometry of the feature. */
    record FeatureGeometry() implements Expression {}

    /** The first and the last day on which the feature is in force. */
    record FeatureValidity() implements Expression {}

    /** @param lonLat WGS84, x longitude, y latitude in degrees; nobody changes it */
    record GeometryLiteral(Geometry lonLat) implements Expression {}

    /** @param boxes one, or two where a box goes across the date line */
    record BoxLiteral(List<ReferencedBox> boxes) implements Expression {
        public BoxLiteral {
            boxes = List.copyOf(boxes);
        }
    }

    /** An instant or a period that was written. */
    record TimeLiteral(TimeSpan span) implements Expression {}

    /** A period between two instants. @param start null: since ever. @param end null: for ever */
    record Interval(@Nullable Expression start, @Nullable Expression end) implements Expression {}

    /** Of numbers; without value if one of them is missing, or where it is not defined. */
    record Arithmetic(Expression left, ArithmeticOperator operator, Expression right) implements Expression {}

    /** A function of the list, with as many arguments as it takes. */
    record Call(FilterFunction function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A set of values. */
    record Array(List<Expression> items) implements Expression {
        public Array {
            items = List.copyOf(items);
        }
    }

    /** Texts one after the other, for labels; without value if none of the parts but literals has one. */
    record Joined(List<Expression> parts) implements Expression {
        public Joined {
            parts = List.copyOf(parts);
        }
    }

    /** The names of the properties it looks at. */
    default Set<String> properties() {
        return PropertyCollector.collect(this);
    }
}
