package vn.ruralmap.layers.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.filter.FilterException.Fault;
import vn.ruralmap.layers.model.LocalizedText;

/** Reads filters in CQL2 JSON (OGC 21-065r2 §8, annex C). */
public final class CqlJson {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4 * FilterLimits.MAX_DEPTH)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .build();

    private final FilterNames names;
    private final CqlJsonValues values;
    private int nodes;

    private CqlJson(FilterNames names, SystemReference reference) {
        this.names = names;
        this.values = new CqlJsonValues(this, reference);
    }

    /**
     * Reads a filter.
     *
     * @param reference of the numbers in geometry: {@code filter-crs}
     * @throws FilterException naming the place within the document and the remedy
     */
    public static Condition parse(String text, FilterNames names, SystemReference reference) {
        if (text.length() > FilterLimits.MAX_CHARACTERS) {
            throw FilterLimits.tooLarge();
        }
        try {
            return new CqlJson(names, reference).condition("$", JSON.readTree(text), 0);
        } catch (JacksonException e) {
            throw FilterException.of(
                    Fault.MALFORMED,
                    "không phải JSON; ví dụ đúng: {\"op\": \"=\", \"args\": [{\"property\": \"name\"}, \"Kế Sách\"]}",
                    "this is no JSON; a right one is: {\"op\": \"=\", \"args\": [{\"property\": \"name\"}, \"Kế Sách\"]}");
        }
    }

    private Condition condition(String path, JsonNode node, int depth) {
        count(path, depth);
        if (node.isBoolean()) {
            return node.booleanValue() ? Condition.ALL : Condition.NONE;
        }
        String op = operator(node);
        if (op == null) {
            if (node.isObject() && node.has("property")) {
                return new Condition.IsTrue(expression(path, node, depth + 1));
            }
            throw malformed(
                    path,
                    "cần một điều kiện, ví dụ {\"op\": \"=\", \"args\": [...]}",
                    "a condition is needed, for example {\"op\": \"=\", \"args\": [...]}");
        }
        JsonNode args = node.path("args");
        switch (op) {
            case "and", "or" -> {
                List<Condition> conditions = new ArrayList<>();
                for (int i = 0; i < args.size(); i++) {
                    conditions.add(condition(path + ".args[" + i + "]", args.get(i), depth + 1));
                }
                if (conditions.size() < 2) {
                    throw malformed(path, op + " cần ít nhất hai đối số", op + " takes at least two arguments");
                }
                return op.equals("and") ? new Condition.And(conditions) : new Condition.Or(conditions);
            }
            case "not" -> {
                demand(path, op, args, 1);
                return new Condition.Not(condition(path + ".args[0]", args.get(0), depth + 1));
            }
            case "like" -> {
                return like(path, args, depth);
            }
            case "in" -> {
                demand(path, op, args, 2);
                List<Expression> items = values.items(path + ".args[1]", args.get(1), depth + 1);
                return new Condition.In(argument(path, args, 0, depth), items);
            }
            case "between" -> {
                demand(path, op, args, 3);
                return Condition.between(
                        argument(path, args, 0, depth), argument(path, args, 1, depth), argument(path, args, 2, depth));
            }
            case "isnull" -> {
                demand(path, op, args, 1);
                return new Condition.IsNull(argument(path, args, 0, depth));
            }
            default -> {
                return relation(path, op, node, depth);
            }
        }
    }

    private Condition relation(String path, String op, JsonNode node, int depth) {
        JsonNode args = node.path("args");
        Optional<ComparisonOperator> comparison = CqlOperators.findComparison(op);
        Optional<SpatialOperator> spatial = op.startsWith("s_") ? CqlOperators.findSpatial(op) : Optional.empty();
        Optional<TemporalOperator> temporal = CqlOperators.findTemporal(op);
        Optional<ArrayOperator> array = CqlOperators.findArray(op);
        if (comparison.isEmpty() && spatial.isEmpty() && temporal.isEmpty() && array.isEmpty()) {
            return new Condition.IsTrue(expression(path, node, depth + 1));
        }
        demand(path, op, args, 2);
        Expression left = argument(path, args, 0, depth);
        Expression right = argument(path, args, 1, depth);
        if (comparison.isPresent()) {
            return new Condition.Comparison(left, comparison.get(), right, true);
        } else if (temporal.isPresent()) {
            return new Condition.Temporal(left, temporal.get(), right);
        } else if (array.isPresent()) {
            return new Condition.Arrays(left, array.get(), right);
        }
        demandGeometry(path + ".args[0]", left);
        demandGeometry(path + ".args[1]", right);
        return new Condition.Spatial(left, spatial.orElseThrow(), right);
    }

    private static void demandGeometry(String path, Expression expression) {
        if (!ValueTypes.isGeometry(expression)) {
            throw refuse(
                    path,
                    Fault.INVALID_VALUE,
                    "cần hình: {\"property\": \"geom\"}, GeoJSON hoặc {\"bbox\": [...]}",
                    "geometry is needed: {\"property\": \"geom\"}, GeoJSON, or {\"bbox\": [...]}");
        }
    }

    private Condition like(String path, JsonNode args, int depth) {
        demand(path, "like", args, 2);
        String place = path + ".args[1]";
        if (!(argument(path, args, 1, depth) instanceof Expression.Literal pattern)) {
            throw malformed(place, "mẫu phải là chữ, ví dụ \"Kế%\"", "the pattern must be a text, such as \"Kế%\"");
        }
        try {
            return new Condition.Like(
                    argument(path, args, 0, depth), LikePattern.of(pattern.text(), LikePattern.Signs.SQL, true));
        } catch (FilterException e) {
            throw locate(place, e);
        }
    }

    private Expression argument(String path, JsonNode args, int index, int depth) {
        return expression(path + ".args[" + index + "]", args.get(index), depth + 1);
    }

    Expression expression(String path, JsonNode node, int depth) {
        count(path, depth);
        if (!node.isObject()) {
            return values.scalar(path, node, depth);
        } else if (node.path("property").isString()) {
            try {
                return names.resolve(node.get("property").stringValue());
            } catch (FilterException e) {
                throw locate(path + ".property", e);
            }
        }
        String op = operator(node);
        return op == null ? values.object(path, node, depth) : call(path, op, node.path("args"), depth);
    }

    private Expression call(String path, String op, JsonNode args, int depth) {
        Optional<ArithmeticOperator> arithmetic = CqlOperators.findArithmetic(op);
        if (arithmetic.isPresent()) {
            demand(path, op, args, 2);
            return new Expression.Arithmetic(
                    argument(path, args, 0, depth), arithmetic.get(), argument(path, args, 1, depth));
        }
        FilterFunction function = FilterFunction.find(op)
                .orElseThrow(() -> refuse(
                        path + ".op",
                        Fault.UNSUPPORTED,
                        FilterNames.functions().vi(),
                        FilterNames.functions().en()));
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            arguments.add(argument(path, args, i, depth));
        }
        try {
            return function.call(arguments);
        } catch (FilterException e) {
            throw locate(path, e);
        }
    }

    private static @Nullable String operator(JsonNode node) {
        return node.path("op").isString() ? node.get("op").stringValue().toLowerCase(Locale.ROOT) : null;
    }

    private static void demand(String path, String op, JsonNode args, int count) {
        if (!args.isArray() || args.size() != count) {
            throw malformed(path, op + " cần " + count + " đối số", op + " takes " + count + " arguments");
        }
    }

    void count(String path, int depth) {
        if (depth > FilterLimits.MAX_DEPTH || ++nodes > FilterLimits.MAX_NODES) {
            throw locate(path, FilterLimits.tooLarge());
        }
    }

    /** Constants of a list cost little. */
    void forgive() {
        nodes--;
    }

    static FilterException malformed(String path, String vi, String en) {
        return refuse(path, Fault.MALFORMED, vi, en);
    }

    static FilterException refuse(String path, Fault fault, String vi, String en) {
        return FilterException.at(path, fault, new LocalizedText(vi, en));
    }

    private static FilterException locate(String path, FilterException reason) {
        return reason.line() > 0
                ? reason
                : refuse(
                        path,
                        reason.fault(),
                        reason.bareReason().vi(),
                        reason.bareReason().en());
    }
}
