package vn.ruralmap.server.wfs;

import java.util.List;
import vn.ruralmap.server.encoding.SpatialReference;

/**
 * A GetFeature request, whatever its encoding was.
 *
 * @param queries none if only ids were given and none of them can exist
 * @param shape of the answer
 * @param format writes it
 * @param reference what its coordinates are to be in
 * @param startIndex features to pass over
 * @param count features to give at most
 */
record GetFeatureRequest(
        List<FeatureQuery> queries,
        Shape shape,
        FeatureFormat format,
        SpatialReference reference,
        int startIndex,
        int count) {

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

    GetFeatureRequest {
        queries = List.copyOf(queries);
    }
}
