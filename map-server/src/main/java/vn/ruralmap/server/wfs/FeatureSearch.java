package vn.ruralmap.server.wfs;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.PrivateReadings;
import vn.ruralmap.server.editing.Readings;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.support.OrderedFeatures;
import vn.ruralmap.server.wfs.FeatureAnswer.Links;
import vn.ruralmap.server.wfs.FeatureAnswer.Shape;
import vn.ruralmap.server.wfs.GetFeatureRequest.Cursor;

/** Finds what GetFeature and its relatives ask for. Everything is checked before the first byte leaves. */
@Component
final class FeatureSearch {

    /** Features in an answer at most, declared as CountDefault: QGIS reads pages of 1,000 where none is declared. */
    static final int MAX_COUNT = 1_000_000;

    private final StoredQueries storedQueries;
    private final Clock clock;
    private final EditRights rights;
    private final Readings readings;
    private final PrivateReadings privateReadings;

    FeatureSearch(
            StoredQueries storedQueries,
            Clock clock,
            EditRights rights,
            Readings readings,
            PrivateReadings privateReadings) {
        this.storedQueries = storedQueries;
        this.clock = clock;
        this.rights = rights;
        this.readings = readings;
        this.privateReadings = privateReadings;
    }

    /** @param standard what coordinates are in where a query does not say */
    List<FeatureQuery> queries(List<QueryExpression> expressions, SpatialReference standard, WfsExchange exchange) {
        return new FeatureQueries(exchange, storedQueries).resolve(expressions, standard);
    }

    /** The last changeset that can have changed an answer. */
    static long revision(List<FeatureQuery> queries) {
        return queries.stream()
                .mapToLong(query -> query.view().revision())
                .max()
                .orElse(0);
    }

    /** True if what is found is remembered as read, for changes that do not say what they are based on. */
    boolean isForWriter(WfsExchange exchange) {
        return rights.findWriter(exchange.request()).isPresent();
    }

    /** Remembers what somebody who may write has read. */
    void remember(FeatureAnswer answer) {
        rights.findWriter(answer.exchange().request()).ifPresent(reader -> answer.parts()
                .forEach(part ->
                        readings.remember(reader, part.query().view().layer().name(), part.features())));
    }

    /**
     * Finds one page. Pages run over the results of all queries, one after the other. Those of a single query are linked by places in the
     * order of its features, so that they neither repeat nor miss any when others come and go between them.
     */
    FeatureAnswer find(GetFeatureRequest request, List<FeatureQuery> queries, WfsExchange exchange) {
        queries.forEach(query -> privateReadings.feed(exchange.request(), query.view(), "wfs"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Shape shape = shape(request);
        if (queries.size() == 1) {
            return page(request, queries.get(0), new FeatureAnswer(exchange, shape, List.of(), Links.NONE, now, null));
        }
        List<FeatureAnswer.Part> parts = new ArrayList<>();
        int skip = request.startIndex();
        int room = request.hits() ? 0 : count(request);
        for (FeatureQuery query : queries) {
            List<Feature> found = query.run();
            int from = Math.min(skip, found.size());
            int to = from + Math.min(room, found.size() - from);
            parts.add(new FeatureAnswer.Part(query, found.subList(from, to), found.size()));
            skip -= from;
            room -= to - from;
        }
        FeatureAnswer answer = new FeatureAnswer(exchange, shape, parts, Links.NONE, now, null);
        return answer.with(parts, links(request, answer, request.startIndex(), Optional.empty()));
    }

    private static FeatureAnswer page(GetFeatureRequest request, FeatureQuery query, FeatureAnswer empty) {
        List<Feature> found = query.run();
        int room = request.hits() ? 0 : count(request);
        int from;
        int to;
        if (request.cursor().isEmpty()) {
            from = Math.min(request.startIndex(), found.size());
            to = from + Math.min(room, found.size() - from);
        } else if (request.cursor().get().backward()) {
            to = query.order().find(found, request.cursor().get().place(), true);
            from = Math.max(0, to - room);
        } else {
            from = query.order().find(found, request.cursor().get().place(), false);
            to = from + Math.min(room, found.size() - from);
        }
        List<FeatureAnswer.Part> parts = List.of(new FeatureAnswer.Part(query, found.subList(from, to), found.size()));
        return empty.with(parts, links(request, empty.with(parts, Links.NONE), from, Optional.of(query.order())));
    }

    private static int count(GetFeatureRequest request) {
        return Math.min(request.count().orElse(MAX_COUNT), MAX_COUNT);
    }

    private Shape shape(GetFeatureRequest request) {
        if (request.hits()) {
            return Shape.HITS;
        }
        if (request.queries().size() > 1) {
            return Shape.COLLECTION_PER_QUERY;
        }
        return request.queries().get(0) instanceof QueryExpression.Stored call
                        && storedQueries.get(call.id()).isSingle()
                ? Shape.FEATURE
                : Shape.COLLECTION;
    }

    /**
     * @param start position of the first feature among all that were found
     * @param order of the features of a single query
     */
    private static Links links(
            GetFeatureRequest request, FeatureAnswer answer, int start, Optional<OrderedFeatures> order) {
        int count = count(request);
        if (count == 0 || answer.shape() == Shape.FEATURE) {
            return Links.NONE;
        }
        if (answer.shape() == Shape.HITS) {
            // the first page (OGC 09-025r2 §7.7.4.4.1)
            return answer.matched() <= request.startIndex()
                    ? Links.NONE
                    : new Links(page(answer, request.startIndex(), count, Optional.empty()), null);
        }
        List<Feature> features =
                order.isEmpty() ? List.of() : answer.parts().get(0).features();
        long end = (long) start + answer.returned();
        int before = Math.min(start, count);
        String next = null;
        if (end < answer.matched()) {
            next = page(answer, end, count, cursor(order, features, features.size() - 1, false));
        }
        String previous = null;
        if (before > 0) {
            previous = page(answer, start - before, before, cursor(order, features, 0, true));
        }
        return new Links(next, previous);
    }

    private static Optional<Cursor> cursor(
            Optional<OrderedFeatures> order, List<Feature> features, int index, boolean backward) {
        return features.isEmpty()
                ? Optional.empty()
                : order.map(known -> new Cursor(known.cursor(features.get(index)), backward));
    }

    private static @Nullable String page(FeatureAnswer answer, long startIndex, int count, Optional<Cursor> cursor) {
        Map<String, String> pairs = new HashMap<>();
        pairs.put("startIndex", Long.toString(startIndex));
        pairs.put("count", Integer.toString(count));
        cursor.ifPresent(place -> pairs.put("cursor", place.toString()));
        return answer.exchange().urlWith(pairs, Set.of("resultType", "cursor")).orElse(null);
    }
}
