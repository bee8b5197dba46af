package vn.ruralmap.server.wfs;

import java.util.Map;
import java.util.Optional;

/** A GetFeatureWithLock request: what to get, and how to lock it. */
record GetFeatureWithLockRequest(GetFeatureRequest features, LockTerms terms) implements WfsRequest {

    /** Its next page would be another lock. */
    @Override
    public Optional<Map<String, String>> keyValues() {
        return Optional.empty();
    }
}
