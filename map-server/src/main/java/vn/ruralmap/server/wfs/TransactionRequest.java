package vn.ruralmap.server.wfs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.FesElement;
import vn.ruralmap.server.editing.Draft;

/**
 * A Transaction, as it was asked: names are canonical, but nothing has been looked up yet.
 *
 * @param handle a name for it, which the answer repeats
 * @param lockId of the lock that its features are under
 * @param releasesAll true: the lock ends with the transaction; false: only what the transaction changes is let go
 */
record TransactionRequest(Optional<String> handle, Optional<String> lockId, boolean releasesAll, List<Action> actions)
        implements WfsRequest {

    TransactionRequest {
        actions = List.copyOf(actions);
    }

    /** It can be said in XML only. */
    @Override
    public Optional<Map<String, String>> keyValues() {
        return Optional.empty();
    }

    /** One step. */
    sealed interface Action {
        /** A name for it, which answers and errors repeat. */
        Optional<String> handle();
    }

    /** A feature in GML. @param type its canonical name. @param draft texts and a geometry */
    record FeatureElement(String type, Draft draft) {}

    record Insert(Optional<String> handle, List<FeatureElement> features) implements Action {
        Insert {
            features = List.copyOf(features);
        }
    }

    /** @param filter null: there is none */
    record Update(
            Optional<String> handle,
            String type,
            Draft draft,
            @Nullable FesElement filter) implements Action {}

    /** @param filter null: there is none */
    record Replace(
            Optional<String> handle,
            FeatureElement feature,
            @Nullable FesElement filter) implements Action {}

    /** @param filter null: there is none */
    record Delete(
            Optional<String> handle, String type, @Nullable FesElement filter) implements Action {}
}
