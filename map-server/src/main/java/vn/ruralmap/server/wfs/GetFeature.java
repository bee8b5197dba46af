package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.server.wfs.GetFeatureRequest.Shape;

/** GetFeature (OGC 09-025r2 §11), ad hoc or by stored query. Everything is checked before the first byte leaves. */
@Component
final class GetFeature implements WfsOperation {

    private final FeatureFormats formats;
    private final StoredQueries storedQueries;
    private final Clock clock;

    GetFeature(FeatureFormats formats, StoredQueries storedQueries, Clock clock) {
        this.formats = formats;
        this.storedQueries = storedQueries;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "GetFeature";
    }

    @Override
    public Map<String, List<String>> parameters() {
        return Map.of(
                "outputFormat", formats.listNames(),
                "resultType", List.of("results", "hits"),
                "resolve", List.of("none", "local"));
    }

    @Override
    public void answer(WfsExchange exchange) throws IOException {
        GetFeatureReader reader = new GetFeatureReader(exchange);
        String stored = exchange.parameters().find("storedquery_id").orElse(null);
        GetFeatureRequest request = stored == null
                ? reader.read(formats)
                : storedQueries.get(stored).read(exchange, reader, formats);
        long revision = request.queries().stream()
                .mapToLong(query -> query.view().revision())
                .max()
                .orElse(0);
        if (exchange.isUnchanged(revision)) {
            return;
        }
        FeatureAnswer answer = find(exchange, request);
        exchange.response().setContentType(request.format().contentType());
        request.format().write(answer, exchange.response().getOutputStream());
    }

    /** Pages run over the results of all queries, one after the other. */
    private FeatureAnswer find(WfsExchange exchange, GetFeatureRequest request) {
        List<FeatureAnswer.Part> parts = new ArrayList<>();
        int skip = request.startIndex();
        int room = request.shape() == Shape.HITS ? 0 : request.count();
        for (FeatureQuery query : request.queries()) {
            List<Feature> found = query.run();
            int from = Math.min(skip, found.size());
            int to = from + Math.min(room, found.size() - from);
            parts.add(new FeatureAnswer.Part(query, found.subList(from, to), found.size()));
            skip -= from;
            room -= to - from;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        FeatureAnswer answer = new FeatureAnswer(request, parts, FeatureAnswer.Links.NONE, now, exchange.serviceUrl());
        return new FeatureAnswer(request, parts, links(exchange, answer), now, exchange.serviceUrl());
    }

    private static FeatureAnswer.Links links(WfsExchange exchange, FeatureAnswer answer) {
        GetFeatureRequest request = answer.request();
        if (request.count() == 0 || request.shape() == Shape.FEATURE) {
            return FeatureAnswer.Links.NONE;
        }
        if (request.shape() == Shape.HITS) {
            // the first page (OGC 09-025r2 §7.7.4.4.1)
            boolean none = answer.matched() <= request.startIndex();
            return none
                    ? FeatureAnswer.Links.NONE
                    : new FeatureAnswer.Links(page(exchange, request.startIndex(), request.count()), null);
        }
        long end = (long) request.startIndex() + answer.returned();
        String next = end < answer.matched() ? page(exchange, end, request.count()) : null;
        int before = Math.min(request.startIndex(), request.count());
        String previous = before > 0 ? page(exchange, request.startIndex() - before, before) : null;
        return new FeatureAnswer.Links(next, previous);
    }

    private static String page(WfsExchange exchange, long startIndex, int count) {
        return exchange.urlWith(
                Map.of("startindex", Long.toString(startIndex), "count", Integer.toString(count)),
                Set.of("maxfeatures", "resulttype"));
    }
}
