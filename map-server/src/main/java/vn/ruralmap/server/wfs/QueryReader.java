package vn.ruralmap.server.wfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.wfs.QueryExpression.Condition;
import vn.ruralmap.server.wfs.QueryExpression.SortKey;

/**
 * Reads queries from key-value pairs (OGC 09-025r2 §7.9.2.3; OGC 04-094 §14.7.3; OGC 02-058 §13.3.3). Names of 2.0 and of the versions
 * before are taken in each version, since clients mix them.
 */
final class QueryReader {

    /** What is no argument of a stored query. */
    private static final Set<String> STANDARD = Set.of(
            "service",
            "version",
            "request",
            "storedquery_id",
            "srsname",
            "count",
            "maxfeatures",
            "startindex",
            "outputformat",
            "resulttype",
            "resolve",
            "resolvedepth",
            "resolvetimeout",
            "namespaces",
            "namespace",
            "valuereference",
            "lockaction",
            "expiry",
            "cursor",
            "as-of",
            "time");

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern GROUP_BORDER = Pattern.compile("\\)\\s*\\(");
    private static final Pattern CQL_BORDER = Pattern.compile(";(?=(?:[^']*'[^']*')*[^']*$)");
    private static final Set<String> DIRECTIONS = Set.of("ASC", "DESC", "A", "D");

    private final Parameters parameters;
    private final WfsVersion version;
    private final UnaryOperator<String> names;

    private QueryReader(Parameters parameters, WfsVersion version) {
        this.parameters = parameters;
        this.version = version;
        this.names = TypeNames.reader(parameters);
    }

    static List<QueryExpression> read(Parameters parameters, WfsVersion version) {
        return new QueryReader(parameters, version).read();
    }

    private List<QueryExpression> read() {
        Optional<String> stored = parameters.find("storedquery_id");
        if (stored.isPresent()) {
            Map<String, String> arguments = new HashMap<>(parameters.asMap());
            arguments.keySet().removeAll(STANDARD);
            arguments.replaceAll((name, value) -> TypeNames.isQualified(value) ? names.apply(value) : value);
            return List.of(new QueryExpression.Stored(stored.get(), arguments, parameters.find("srsname")));
        }
        checkExclusive();
        List<List<String>> types = types();
        if (types.isEmpty()) {
            if (find("resourceid").isEmpty()) {
                throw RequestException.missing(version == WfsVersion.V2_0_0 ? "typeNames" : "typeName");
            }
            return List.of(query(List.of(), 0, 1));
        }
        List<QueryExpression> queries = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            queries.add(query(types.get(i), i, types.size()));
        }
        return queries;
    }

    /** Of FILTER, RESOURCEID and BBOX there may be one (OGC 09-025r2 §7.9.2.3). */
    private void checkExclusive() {
        List<String> given = Stream.of("filter", "bbox", "resourceid")
                .filter(name -> find(name).isPresent())
                .toList();
        if (given.size() > 1) {
            throw RequestException.invalid(
                    given.get(0),
                    "không dùng cùng với " + given.get(1),
                    "cannot be used together with " + given.get(1));
        }
    }

    /** In 2.0 names with commas between are a join, before they are queries. */
    private List<List<String>> types() {
        List<String> groups = groups("typenames");
        List<List<String>> types = new ArrayList<>();
        for (String group : groups) {
            List<String> list = split(group).stream().map(names).toList();
            if (version == WfsVersion.V2_0_0) {
                types.add(list);
            } else {
                list.forEach(name -> types.add(List.of(name)));
            }
        }
        return types;
    }

    private QueryExpression query(List<String> types, int index, int count) {
        List<Condition> conditions = new ArrayList<>();
        item("bbox", index).ifPresent(text -> conditions.add(new Condition.Box(split(text))));
        item("resourceid", index).ifPresent(text -> conditions.add(new Condition.Ids(split(text))));
        item("filter", index).ifPresent(text -> conditions.add(new Condition.Filter(text)));
        cql(index, count).ifPresent(text -> conditions.add(new Condition.Cql(text)));
        return new QueryExpression.AdHoc(
                types,
                item("aliases", index).map(QueryReader::split).orElse(List.of()),
                item("srsname", index),
                item("propertyname", index)
                        .map(text -> split(text).stream().map(names).toList()),
                conditions,
                item("sortby", index).map(this::sortKeys).orElse(List.of()));
    }

    /** Its texts may have brackets themselves, so several have semicolons between, as in GeoServer, or brackets around each. */
    private Optional<String> cql(int index, int count) {
        Optional<String> text = parameters.find("cql_filter");
        if (text.isEmpty() || count == 1) {
            return text;
        }
        String[] parts = CQL_BORDER.split(text.get(), -1);
        if (parts.length == 1) {
            return item("cql_filter", index);
        }
        if (parts.length != count) {
            throw RequestException.invalid("cql_filter", "thiếu phần cho mỗi truy vấn", "needs one part per query");
        }
        return Optional.of(parts[index].strip()).filter(part -> !part.isEmpty());
    }

    /** {@code name}, {@code name ASC}, {@code name DESC}; {@code A} and {@code D} in older clients. */
    private List<SortKey> sortKeys(String text) {
        List<SortKey> keys = new ArrayList<>();
        for (String item : split(text)) {
            String[] words = item.strip().split("\\s+");
            String direction = words.length == 1 ? "ASC" : words[1].toUpperCase(Locale.ROOT);
            if (words.length > 2 || !DIRECTIONS.contains(direction)) {
                throw RequestException.invalid("sortBy", "cần TÊN ASC hoặc TÊN DESC", "NAME ASC or NAME DESC");
            }
            keys.add(new SortKey(names.apply(words[0]), direction.startsWith("D")));
        }
        return keys;
    }

    /** The text for one query: one group per query, or one text for all of them. */
    private Optional<String> item(String name, int index) {
        List<String> groups = groups(name);
        if (groups.size() > 1 && index >= groups.size()) {
            throw RequestException.invalid(name, "thiếu phần cho mỗi truy vấn", "needs one group per query");
        }
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(groups.get(groups.size() == 1 ? 0 : index)).filter(text -> !text.isEmpty());
    }

    /** {@code (a)(b)} is two groups, anything else one. */
    private List<String> groups(String name) {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return List.of();
        }
        String all = text.get();
        if (all.startsWith("(") && all.endsWith(")")) {
            return Arrays.stream(GROUP_BORDER.split(all.substring(1, all.length() - 1), -1))
                    .map(String::strip)
                    .toList();
        }
        return List.of(all);
    }

    private Optional<String> find(String name) {
        return switch (name) {
            case "typenames" -> WfsVersion.find(parameters, name, "typename");
            case "resourceid" -> WfsVersion.find(parameters, name, "featureid");
            default -> parameters.find(name);
        };
    }

    private static List<String> split(String text) {
        return Arrays.asList(COMMA.split(text.strip(), -1));
    }
}
