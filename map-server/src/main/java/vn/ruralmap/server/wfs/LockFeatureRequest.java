package vn.ruralmap.server.wfs;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A LockFeature request.
 *
 * @param lockId of a lock that is to go on; empty: a new one
 * @param queries for features; none of a lock that is to go on
 */
record LockFeatureRequest(Optional<String> lockId, LockTerms terms, List<QueryExpression> queries)
        implements WfsRequest {

    LockFeatureRequest {
        queries = List.copyOf(queries);
    }

    @Override
    public Optional<Map<String, String>> keyValues() {
        return Optional.empty();
    }
}
