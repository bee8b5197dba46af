package vn.ruralmap.layers.filter;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What features have to satisfy, whichever language it was written in. Immutable.
 *
 * <p>Each one is true, false or unknown of a feature, as in SQL: a comparison with a missing value is unknown, and so is its
 * negation. A feature is let through if the condition is true of it.
 */
public sealed interface Condition {

    /** Lets every feature through. */
    Condition ALL = new Constant(true);

    /** Lets none through. */
    Condition NONE = new Constant(false);

    /** Always true, or always false. */
    record Constant(boolean value) implements Condition {}

    /** All of them. */
    record And(List<Condition> conditions) implements Condition {
        public And {
            conditions = List.copyOf(conditions);
        }
    }

    /** At least one of them. */
    record Or(List<Condition> conditions) implements Condition {
        public Or {
            conditions = List.copyOf(conditions);
        }
    }

    /** The contrary; of what is unknown still unknown. */
    record Not(Condition condition) implements Condition {}

    /**
     * How two values compare: numbers as numbers, dates as dates, all else as text.
     *
     * @param matchCase false: texts are equal if they differ in case only
     */
    record Comparison(Expression left, ComparisonOperator operator, Expression right, boolean matchCase)
            implements Condition {}

    /** The value equals one of the items. */
    record In(Expression value, List<Expression> items) implements Condition {
        public In {
            items = List.copyOf(items);
        }
    }

    /** The value as text fits a pattern. */
    record Like(Expression value, LikePattern pattern) implements Condition {}

    /** There is no value. Never unknown. */
    record IsNull(Expression value) implements Condition {}

    /** The value is the boolean true. */
    record IsTrue(Expression value) implements Condition {}

    /** How two geometries lie to one another (OGC 06-103r4 §6.1.15). */
    record Spatial(Expression left, SpatialOperator operator, Expression right) implements Condition {}

    /** @param metres on the ellipsoid of WGS84, between the nearest points */
    record WithinDistance(Expression left, Expression right, double metres) implements Condition {}

    /** How two instants or periods lie to one another. */
    record Temporal(Expression left, TemporalOperator operator, Expression right) implements Condition {}

    /** How two sets of values relate. */
    record Arrays(Expression left, ArrayOperator operator, Expression right) implements Condition {}

    /** The features themselves. */
    record Ids(Set<ResourceId> ids) implements Condition {
        public Ids {
            ids = Set.copyOf(ids);
        }
    }

    /** What both let through. */
    default Condition and(@Nullable Condition other) {
        return other == null ? this : new And(List.of(this, other));
    }

    /** From the lower to the upper value, both included. */
    static Condition between(Expression value, Expression lower, Expression upper) {
        return new And(List.of(
                new Comparison(value, ComparisonOperator.GREATER_OR_EQUAL, lower, true),
                new Comparison(value, ComparisonOperator.LESS_OR_EQUAL, upper, true)));
    }

    /** The names of the properties it looks at. */
    default Set<String> properties() {
        return PropertyCollector.collect(this);
    }
}
