package vn.ruralmap.server.wfs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;

/**
 * What a GetFeature request found.
 *
 * @param request what was asked
 * @param parts one per query
 * @param links to the neighbouring pages
 * @param time when it was found
 * @param serviceUrl of this service, for the reference to the schema
 */
record FeatureAnswer(GetFeatureRequest request, List<Part> parts, Links links, Instant time, String serviceUrl) {

    /**
     * Of one query.
     *
     * @param features those on this page
     * @param matched number of all that the query found
     */
    record Part(FeatureQuery query, List<Feature> features, int matched) {}

    /** URLs; null: there is no such page. */
    record Links(@Nullable String next, @Nullable String previous) {
        static final Links NONE = new Links(null, null);
    }

    FeatureAnswer {
        parts = List.copyOf(parts);
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
