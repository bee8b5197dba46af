package vn.ruralmap.layers.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What operators are called in CQL2 (OGC 21-065r2) and ECQL, all in lower case. */
final class CqlOperators {

    private static final Map<String, ComparisonOperator> COMPARISONS = Map.of(
            "=", ComparisonOperator.EQUAL,
            "==", ComparisonOperator.EQUAL,
            "<>", ComparisonOperator.NOT_EQUAL,
            "!=", ComparisonOperator.NOT_EQUAL,
            "<", ComparisonOperator.LESS,
            "<=", ComparisonOperator.LESS_OR_EQUAL,
            ">", ComparisonOperator.GREATER,
            ">=", ComparisonOperator.GREATER_OR_EQUAL);
    private static final Map<String, ArithmeticOperator> ARITHMETIC = Map.of(
            "+", ArithmeticOperator.ADD,
            "-", ArithmeticOperator.SUBTRACT,
            "*", ArithmeticOperator.MULTIPLY,
            "/", ArithmeticOperator.DIVIDE,
            "%", ArithmeticOperator.MODULO,
            "div", ArithmeticOperator.INTEGER_DIVIDE,
            "^", ArithmeticOperator.POWER);
    private static final Map<String, TemporalOperator> TEMPORAL = Map.ofEntries(
            Map.entry("t_after", TemporalOperator.AFTER),
            Map.entry("t_before", TemporalOperator.BEFORE),
            Map.entry("t_contains", TemporalOperator.CONTAINS),
            Map.entry("t_disjoint", TemporalOperator.DISJOINT),
            Map.entry("t_during", TemporalOperator.DURING),
            Map.entry("t_equals", TemporalOperator.EQUALS),
            Map.entry("t_finishedby", TemporalOperator.ENDED_BY),
            Map.entry("t_finishes", TemporalOperator.ENDS),
            Map.entry("t_intersects", TemporalOperator.INTERSECTS),
            Map.entry("t_meets", TemporalOperator.MEETS),
            Map.entry("t_metby", TemporalOperator.MET_BY),
            Map.entry("t_overlappedby", TemporalOperator.OVERLAPPED_BY),
            Map.entry("t_overlaps", TemporalOperator.OVERLAPS),
            Map.entry("t_startedby", TemporalOperator.BEGUN_BY),
            Map.entry("t_starts", TemporalOperator.BEGINS));
    /** Between two operands; ECQL only. */
    private static final Map<String, TemporalOperator> INFIX_TEMPORAL = Map.of(
            "after", TemporalOperator.AFTER,
            "before", TemporalOperator.BEFORE,
            "during", TemporalOperator.DURING,
            "tequals", TemporalOperator.EQUALS,
            "tcontains", TemporalOperator.CONTAINS,
            "toverlaps", TemporalOperator.OVERLAPS);

    private static final Map<String, SpatialOperator> SPATIAL = prefixed("s_", SpatialOperator.values());
    private static final Map<String, ArrayOperator> ARRAYS = Map.of(
            "a_equals", ArrayOperator.EQUALS,
            "a_contains", ArrayOperator.CONTAINS,
            "a_containedby", ArrayOperator.CONTAINED_BY,
            "a_overlaps", ArrayOperator.OVERLAPS);

    private CqlOperators() {}

    private static <E extends Enum<E>> Map<String, E> prefixed(String prefix, E[] values) {
        return Arrays.stream(values)
                .collect(
                        Collectors.toMap(value -> prefix + value.name().toLowerCase(Locale.ROOT), Function.identity()));
    }

    static Optional<ComparisonOperator> findComparison(String name) {
        return find(COMPARISONS, name);
    }

    static Optional<ArithmeticOperator> findArithmetic(String name) {
        return find(ARITHMETIC, name);
    }

    static Optional<TemporalOperator> findTemporal(String name) {
        return find(TEMPORAL, name);
    }

    static Optional<TemporalOperator> findInfixTemporal(String name) {
        return find(INFIX_TEMPORAL, name);
    }

    /** {@code s_intersects}, or {@code intersects} of ECQL. */
    static Optional<SpatialOperator> findSpatial(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return find(SPATIAL, lower.startsWith("s_") ? lower : "s_" + lower);
    }

    static Optional<ArrayOperator> findArray(String name) {
        return find(ARRAYS, name);
    }

    private static <T> Optional<T> find(Map<String, T> operators, String name) {
        @Nullable T found = operators.get(name.toLowerCase(Locale.ROOT));
        return Optional.ofNullable(found);
    }
}
