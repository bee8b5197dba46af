package vn.ruralmap.layers.filter;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the properties that a condition looks at. */
final class PropertyCollector {

    private final Set<String> names = new TreeSet<>();

    private PropertyCollector() {}

    static Set<String> collect(Condition condition) {
        PropertyCollector collector = new PropertyCollector();
        collector.visit(condition);
        return collector.names;
    }

    static Set<String> collect(Expression expression) {
        PropertyCollector collector = new PropertyCollector();
        collector.visit(expression);
        return collector.names;
    }

    private void visit(Condition condition) {
        if (condition instanceof Condition.And and) {
            and.conditions().forEach(this::visit);
        } else if (condition instanceof Condition.Or or) {
            or.conditions().forEach(this::visit);
        } else if (condition instanceof Condition.Not not) {
            visit(not.condition());
        } else if (condition instanceof Condition.Comparison comparison) {
            visit(comparison.left(), comparison.right());
        } else if (condition instanceof Condition.In in) {
            visit(in.value());
            visitAll(in.items());
        } else if (condition instanceof Condition.Like like) {
            visit(like.value());
        } else if (condition instanceof Condition.IsNull isNull) {
            visit(isNull.value());
        } else if (condition instanceof Condition.IsTrue isTrue) {
            visit(isTrue.value());
        } else if (condition instanceof Condition.Spatial spatial) {
            visit(spatial.left(), spatial.right());
        } else if (condition instanceof Condition.WithinDistance distance) {
            visit(distance.left(), distance.right());
        } else if (condition instanceof Condition.Temporal temporal) {
            visit(temporal.left(), temporal.right());
        } else if (condition instanceof Condition.Arrays arrays) {
            visit(arrays.left(), arrays.right());
        }
    }

    private void visit(Expression left, Expression right) {
        visit(left);
        visit(right);
    }

    private void visitAll(List<Expression> expressions) {
        expressions.forEach(this::visit);
    }

    private void visit(@Nullable Expression expression) {
        if (expression instanceof Expression.PropertyReference property) {
            names.add(property.name());
        } else if (expression instanceof Expression.Arithmetic arithmetic) {
            visit(arithmetic.left(), arithmetic.right());
        } else if (expression instanceof Expression.Call call) {
            visitAll(call.arguments());
        } else if (expression instanceof Expression.Array array) {
            visitAll(array.items());
        } else if (expression instanceof Expression.Joined joined) {
            visitAll(joined.parts());
        } else if (expression instanceof Expression.Interval interval) {
            visit(interval.start());
            visit(interval.end());
        }
    }
}
