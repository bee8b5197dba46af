package vn.ruralmap.server.wfs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ruralmap.server.wfs.QueryExpression.AdHoc;
import vn.ruralmap.server.wfs.QueryExpression.Condition;
import vn.ruralmap.server.wfs.QueryExpression.SortKey;
import vn.ruralmap.server.wfs.QueryExpression.Stored;

/** Writes queries as key-value pairs (OGC 09-025r2 §7.9.2.3, table 8), which {@link QueryReader} reads. */
final class QueryKeyValues {

    private QueryKeyValues() {}

    /** Empty if there is no way to say it: stored queries beside others. */
    static Optional<Map<String, String>> of(List<QueryExpression> queries) {
        if (queries.size() == 1 && queries.get(0) instanceof Stored call) {
            Map<String, String> pairs = new TreeMap<>(call.arguments());
            pairs.put("storedQuery_id", call.id());
            call.srsName().ifPresent(name -> pairs.put("srsName", name));
            return Optional.of(pairs);
        }
        if (queries.stream().anyMatch(Stored.class::isInstance)) {
            return Optional.empty();
        }
        List<AdHoc> adHoc = queries.stream().map(AdHoc.class::cast).toList();
        Map<String, String> pairs = new TreeMap<>();
        put(pairs, "typeNames", adHoc, query -> names(query.typeNames()));
        put(pairs, "aliases", adHoc, query -> String.join(",", query.aliases()));
        put(pairs, "srsName", adHoc, query -> query.srsName().orElse(""));
        put(pairs, "propertyName", adHoc, query -> query.propertyNames()
                .map(names -> String.join(",", names))
                .orElse(""));
        put(pairs, "sortBy", adHoc, query -> query.sortBy().stream()
                .map(SortKey::toString)
                .collect(Collectors.joining(",")));
        for (Kind kind : Kind.values()) {
            put(pairs, kind.parameter, adHoc, query -> text(query.conditions(), kind));
        }
        return Optional.of(pairs);
    }

    private enum Kind {
        BOX("bbox"),
        IDS("resourceId"),
        FILTER("filter"),
        CQL("cql_filter");

        private final String parameter;

        Kind(String parameter) {
            this.parameter = parameter;
        }
    }

    private static String text(List<Condition> conditions, Kind kind) {
        for (Condition condition : conditions) {
            if (kind == Kind.BOX && condition instanceof Condition.Box box) {
                return String.join(",", box.items());
            } else if (kind == Kind.IDS && condition instanceof Condition.Ids ids) {
                return String.join(",", ids.ids());
            } else if (kind == Kind.FILTER && condition instanceof Condition.Filter filter) {
                return filter.xml();
            } else if (kind == Kind.CQL && condition instanceof Condition.Cql cql) {
                return cql.text();
            }
        }
        return "";
    }

    private static String names(List<String> typeNames) {
        return typeNames.stream()
                .map(name -> Namespaces.NTM_PREFIX + ':' + name)
                .collect(Collectors.joining(","));
    }

    /** One text in brackets for each query; without brackets if there is one query. */
    private static void put(
            Map<String, String> pairs, String parameter, List<AdHoc> queries, Function<AdHoc, String> text) {
        List<String> texts = queries.stream().map(text).toList();
        if (texts.stream().allMatch(String::isEmpty)) {
            return;
        }
        pairs.put(
                parameter,
                texts.size() == 1
                        ? texts.get(0)
                        : texts.stream().map(each -> '(' + each + ')').collect(Collectors.joining()));
    }
}
