package vn.ruralmap.server.wfs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.server.formats.FeatureTable;

/**
 * What a GetFeature request found.
 *
 * @param exchange the request and its response
 * @param shape of the answer
 * @param parts one per query
 * @param links to the neighbouring pages
 * @param time when it was found
 * @param lockId of the lock on the features; null: none was asked for
 */
record FeatureAnswer(
        WfsExchange exchange,
        Shape shape,
        List<Part> parts,
        Links links,
        Instant time,
        @Nullable String lockId) {

    /** What the answer looks like. */
    enum Shape {
        /** One collection of all features. */
        COLLECTION,
        /** One collection per query within a collection (OGC 09-025r2 §11.3.3.4). */
        COLLECTION_PER_QUERY,
        /** Numbers only. */
        HITS,
        /** The feature itself, without a collection around it: GetFeatureById. */
        FEATURE
    }

    /**
     * Of one query.
     *
     * @param features those on this page
     * @param matched number of all that the query found
     */
    record Part(FeatureQuery query, List<Feature> features, int matched) {

        /** The features as they are to be written. */
        FeatureTable table() {
            FeatureTable table = FeatureTable.of(query.view(), features, features.size())
                    .in(query.reference())
                    .withProperties(query.properties());
            return query.withGeometry() ? table : table.withPlaces(FeatureTable.Places.NONE);
        }
    }

    /** URLs; null: there is no such page. */
    record Links(@Nullable String next, @Nullable String previous) {
        static final Links NONE = new Links(null, null);
    }

    FeatureAnswer {
        parts = List.copyOf(parts);
    }

    /** The same, with what was found. */
    FeatureAnswer with(List<Part> found, Links neighbours) {
        return new FeatureAnswer(exchange, shape, found, neighbours, time, lockId);
    }

    /** The same, with its features locked. */
    FeatureAnswer withLock(String id) {
        return new FeatureAnswer(exchange, shape, parts, links, time, id);
    }

    int matched() {
        return parts.stream().mapToInt(Part::matched).sum();
    }

    int returned() {
        return parts.stream().mapToInt(part -> part.features().size()).sum();
    }

    List<String> typeNames() {
        return parts.stream()
                .map(part -> part.query().view().layer().name())
                .distinct()
                .toList();
    }
}
