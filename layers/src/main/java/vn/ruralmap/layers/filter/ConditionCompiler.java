package vn.ruralmap.layers.filter;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Feature;

/**
 * Makes conditions ready for many rows. What is unknown is neither true nor false, so each condition has two tests: whether it is
 * true of a row, and whether it is false of it; a negation exchanges them.
 */
public final class ConditionCompiler<R> {

    private final Rows<R> rows;
    private final ExpressionCompiler<R> expressions;

    private ConditionCompiler(Rows<R> rows) {
        this.rows = rows;
        this.expressions = new ExpressionCompiler<>(rows);
    }

    /**
     * A test of whether a condition is true of a row.
     *
     * @throws FilterException if a value does not fit the property that it is compared with, or a geometry is not valid
     */
    public static <R> Predicate<R> compile(Condition condition, Rows<R> rows) {
        return new ConditionCompiler<>(rows).test(condition, true);
    }

    private Predicate<R> test(Condition condition, boolean wanted) {
        if (condition instanceof Condition.And and) {
            return wanted ? all(and.conditions(), true) : any(and.conditions(), false);
        } else if (condition instanceof Condition.Or or) {
            return wanted ? any(or.conditions(), true) : all(or.conditions(), false);
        } else if (condition instanceof Condition.Not not) {
            return test(not.condition(), !wanted);
        } else if (condition instanceof Condition.Comparison comparison) {
            return compare(comparison, wanted);
        } else if (condition instanceof Condition.In in) {
            return in(in, wanted);
        } else if (condition instanceof Condition.Like like) {
            return like(like, wanted);
        } else if (condition instanceof Condition.IsNull isNull) {
            Value<R> value = expressions.value(isNull.value());
            return row -> (value.of(row) == null) == wanted;
        } else if (condition instanceof Condition.IsTrue isTrue) {
            expressions.types().demand(isTrue.value(), ValueTypes.Kind.BOOLEAN);
            Value<R> value = expressions.value(isTrue.value());
            String text = Boolean.toString(wanted);
            return row -> {
                Object flag = value.of(row);
                return flag != null && Values.flag(flag.toString()).equals(text);
            };
        } else if (condition instanceof Condition.Spatial spatial) {
            return relate(spatial, wanted);
        } else if (condition instanceof Condition.WithinDistance distance) {
            return isWithin(distance, wanted);
        } else if (condition instanceof Condition.Temporal temporal) {
            return pair(
                    expressions.span(temporal.left()),
                    expressions.span(temporal.right()),
                    (a, b) -> temporal.operator().holds(a, b) == wanted);
        } else if (condition instanceof Condition.Arrays arrays) {
            return pair(
                    expressions.set(arrays.left()),
                    expressions.set(arrays.right()),
                    (a, b) -> arrays.operator().holds(a, b) == wanted);
        } else if (condition instanceof Condition.Ids ids) {
            return ids(ids, wanted);
        }
        boolean holds = ((Condition.Constant) condition).value() == wanted;
        return row -> holds;
    }

    private Predicate<R> all(List<Condition> conditions, boolean wanted) {
        List<Predicate<R>> tests = tests(conditions, wanted);
        return row -> {
            for (Predicate<R> test : tests) {
                if (!test.test(row)) {
                    return false;
                }
            }
            return true;
        };
    }

    private Predicate<R> any(List<Condition> conditions, boolean wanted) {
        List<Predicate<R>> tests = tests(conditions, wanted);
        return row -> {
            for (Predicate<R> test : tests) {
                if (test.test(row)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** The cheap ones first. */
    private List<Predicate<R>> tests(List<Condition> conditions, boolean wanted) {
        List<Predicate<R>> tests = new ArrayList<>();
        conditions.stream()
                .sorted(Comparator.comparing(condition -> condition instanceof Condition.Spatial
                        || condition instanceof Condition.WithinDistance
                        || condition instanceof Condition.And
                        || condition instanceof Condition.Or
                        || condition instanceof Condition.Not))
                .forEach(condition -> tests.add(test(condition, wanted)));
        return tests;
    }

    private Predicate<R> compare(Condition.Comparison comparison, boolean wanted) {
        expressions.types().demandComparable(comparison.left(), comparison.right());
        ComparisonOperator operator =
                wanted ? comparison.operator() : comparison.operator().contrary();
        boolean matchCase = comparison.matchCase();
        if (comparison.right() instanceof Expression.Literal literal) {
            return compare(comparison.left(), operator, literal, matchCase);
        } else if (comparison.left() instanceof Expression.Literal literal) {
            return compare(comparison.right(), operator.mirrored(), literal, matchCase);
        }
        Value<R> left = expressions.value(comparison.left());
        Value<R> right = expressions.value(comparison.right());
        return row -> {
            int order = Values.compare(left.of(row), right.of(row), matchCase);
            return order != Values.UNKNOWN && operator.accepts(order);
        };
    }

    private Predicate<R> compare(
            Expression expression, ComparisonOperator operator, Expression.Literal literal, boolean matchCase) {
        Value<R> value = expressions.value(expression);
        Constant constant = Constant.of(literal);
        return row -> {
            int order = constant.compare(value.of(row), matchCase);
            return order != Values.UNKNOWN && operator.accepts(order);
        };
    }

    private Predicate<R> in(Condition.In in, boolean wanted) {
        List<Condition> equalities = new ArrayList<>();
        boolean isConstant = true;
        for (Expression item : in.items()) {
            expressions.types().demandComparable(in.value(), item);
            isConstant &= item instanceof Expression.Literal;
            equalities.add(new Condition.Comparison(in.value(), ComparisonOperator.EQUAL, item, true));
        }
        return isConstant ? oneOf(in, wanted) : test(new Condition.Or(equalities), wanted);
    }

    /** A look into a set, however many items there are. */
    private Predicate<R> oneOf(Condition.In in, boolean wanted) {
        Set<String> texts = new HashSet<>();
        Set<Double> numbers = new HashSet<>();
        Set<LocalDateTime> times = new HashSet<>();
        for (Expression item : in.items()) {
            Constant constant = Constant.of((Expression.Literal) item);
            texts.add(constant.text());
            numbers.add(constant.number());
            times.add(constant.time());
        }
        Value<R> value = expressions.value(in.value());
        return row -> {
            Object each = value.of(row);
            if (each == null) {
                return false;
            } else if (each instanceof Number number) {
                return numbers.contains(number.doubleValue()) == wanted;
            }
            LocalDateTime time = each instanceof String ? null : Values.time(each);
            return (time == null ? texts.contains(each.toString()) : times.contains(time)) == wanted;
        };
    }

    private Predicate<R> like(Condition.Like like, boolean wanted) {
        expressions.types().demand(like.value(), ValueTypes.Kind.TEXT);
        Value<R> value = expressions.value(like.value());
        LikePattern pattern = like.pattern();
        return row -> {
            Object text = value.of(row);
            return text != null && pattern.matches(Values.text(text)) == wanted;
        };
    }

    private Predicate<R> relate(Condition.Spatial spatial, boolean wanted) {
        Optional<Geometry> left = ConstantGeometry.find(spatial.left(), rows.bounds());
        Optional<Geometry> right = ConstantGeometry.find(spatial.right(), rows.bounds());
        if (right.isPresent()) {
            return geometryTest(spatial.left(), GeometryRelation.of(spatial.operator(), right.get()), wanted);
        } else if (left.isPresent()) {
            return geometryTest(
                    spatial.right(), GeometryRelation.of(spatial.operator().mirrored(), left.get()), wanted);
        }
        return pair(
                expressions.geometry(spatial.left()),
                expressions.geometry(spatial.right()),
                (a, b) -> GeometryRelation.holds(a, spatial.operator(), b) == wanted);
    }

    private Predicate<R> isWithin(Condition.WithinDistance distance, boolean wanted) {
        Optional<Geometry> left = ConstantGeometry.find(distance.left(), rows.bounds());
        Optional<Geometry> right = ConstantGeometry.find(distance.right(), rows.bounds());
        Geometry constant = right.or(() -> left).orElse(null);
        if (constant != null) {
            Expression other = right.isPresent() ? distance.left() : distance.right();
            return geometryTest(other, near(constant, distance.metres()), wanted);
        }
        return pair(
                expressions.geometry(distance.left()),
                expressions.geometry(distance.right()),
                (a, b) -> near(a, distance.metres()).test(b) == wanted);
    }

    private static Predicate<Geometry> near(Geometry geometry, double metres) {
        return geometry.isEmpty() ? other -> false : Nearness.of(geometry, metres)::test;
    }

    private Predicate<R> geometryTest(Expression expression, Predicate<Geometry> test, boolean wanted) {
        ExpressionCompiler.Typed<R, Geometry> geometry = expressions.geometry(expression);
        return row -> {
            Geometry each = geometry.of(row);
            return each != null && test.test(each) == wanted;
        };
    }

    private interface PairTest<T> {
        boolean test(T first, T second);
    }

    private static <R, T> Predicate<R> pair(
            ExpressionCompiler.Typed<R, T> first, ExpressionCompiler.Typed<R, T> second, PairTest<T> test) {
        return row -> {
            T a = first.of(row);
            T b = a == null ? null : second.of(row);
            return a != null && b != null && test.test(a, b);
        };
    }

    private Predicate<R> ids(Condition.Ids ids, boolean wanted) {
        Map<Long, List<ResourceId>> byFid = new HashMap<>();
        for (ResourceId id : ids.ids()) {
            if (id.layer() == null || rows.findLayer().stream().anyMatch(id.layer()::equals)) {
                byFid.computeIfAbsent(id.fid(), fid -> new ArrayList<>()).add(id);
            }
        }
        return row -> {
            Feature feature = rows.feature(row);
            return feature != null && isOneOf(feature, byFid.get(feature.fid())) == wanted;
        };
    }

    private static boolean isOneOf(Feature feature, @Nullable List<ResourceId> ids) {
        return ids != null
                && ids.stream()
                        .anyMatch(id -> (id.version() == null || id.version() == feature.version())
                                && (id.period() == null
                                        || TemporalOperator.INTERSECTS.holds(
                                                TimeSpan.of(feature.validity()), id.period())));
    }
}
