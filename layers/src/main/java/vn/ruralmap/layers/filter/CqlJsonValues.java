package vn.ruralmap.layers.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.filter.FilterException.Fault;

/** Reads the values of CQL2 JSON: scalars, times, arrays, geometry. */
final class CqlJsonValues {

    private final CqlJson filter;
    private final SystemReference reference;
    private final CqlJsonGeometry geometry;

    CqlJsonValues(CqlJson filter, SystemReference reference) {
        this.filter = filter;
        this.reference = reference;
        this.geometry = new CqlJsonGeometry(reference);
    }

    Expression scalar(String path, JsonNode node, int depth) {
        if (node.isString()) {
            return Expression.Literal.of(node.stringValue());
        } else if (node.isNumber()) {
            String text = node.asString();
            return new Expression.Literal(
                    node.canConvertToLong() && node.isIntegralNumber()
                            ? (Object) node.longValue()
                            : (Object) node.doubleValue(),
                    text);
        } else if (node.isBoolean()) {
            return new Expression.Literal(node.booleanValue(), node.asString());
        } else if (node.isArray()) {
            return new Expression.Array(items(path, node, depth));
        }
        throw CqlJson.malformed(path, "cần một giá trị ở đây", "a value is needed here");
    }

    List<Expression> items(String path, JsonNode array, int depth) {
        if (!array.isArray() || array.size() > FilterLimits.MAX_ITEMS) {
            throw CqlJson.malformed(
                    path,
                    "cần một mảng có nhiều nhất " + FilterLimits.MAX_ITEMS + " giá trị",
                    "an array of at most " + FilterLimits.MAX_ITEMS + " values is needed");
        }
        List<Expression> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i);
            items.add(filter.expression(path + "[" + i + "]", item, depth + 1));
            if (item.isValueNode() && i % 10 != 0) {
                filter.forgive();
            }
        }
        return items;
    }

    Expression object(String path, JsonNode node, int depth) {
        if (node.has("date") || node.has("timestamp")) {
            String member = node.has("date") ? "date" : "timestamp";
            return instant(path + "." + member, node.get(member));
        } else if (node.has("interval")) {
            JsonNode ends = node.get("interval");
            if (!ends.isArray() || ends.size() != 2) {
                throw CqlJson.malformed(path, "interval cần hai đầu", "an interval has two ends");
            }
            return new Expression.Interval(
                    end(path + ".interval[0]", ends.get(0), depth), end(path + ".interval[1]", ends.get(1), depth));
        } else if (node.has("bbox") && !node.has("type")) {
            return box(path + ".bbox", node.get("bbox"));
        } else if (node.has("type")) {
            return geometry.read(path, node);
        }
        throw CqlJson.malformed(
                path,
                "không rõ giá trị này; có: property, op, date, timestamp, interval, bbox, GeoJSON",
                "this value is not known; there are: property, op, date, timestamp, interval, bbox, GeoJSON");
    }

    private static Expression instant(String path, JsonNode text) {
        return CqlTimes.instant(text.isString() ? text.stringValue() : "")
                .orElseThrow(() -> CqlJson.refuse(
                        path,
                        Fault.INVALID_VALUE,
                        "cần ngày hoặc thời điểm, ví dụ \"2025-07-01\"",
                        "a date or a time is needed, such as \"2025-07-01\""));
    }

    /** Null: open. */
    private @Nullable Expression end(String path, JsonNode end, int depth) {
        if (end.isString()) {
            return end.stringValue().equals("..") ? null : instant(path, end);
        }
        return filter.expression(path, end, depth + 1);
    }

    private Expression box(String path, JsonNode numbers) {
        double[] corners = geometry.numbers(path, numbers, 4, 6);
        if (corners.length == 5) {
            throw CqlJson.malformed(path, "cần 4 hoặc 6 số", "4 or 6 numbers are needed");
        }
        int upper = corners.length / 2;
        try {
            return CqlGeometry.box(
                    0, new double[] {corners[0], corners[1], corners[upper], corners[upper + 1]}, reference);
        } catch (FilterException e) {
            throw CqlJson.refuse(
                    path, e.fault(), e.bareReason().vi(), e.bareReason().en());
        }
    }
}
