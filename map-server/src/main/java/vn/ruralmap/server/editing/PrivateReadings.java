package vn.ruralmap.server.editing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.snapshot.LayerView;

/**
 * Tells the audit log who was shown private attributes: each file, and of all else, such as clicks on the map, that somebody read a layer
 * by a service, at most once an hour. Each click alone would drown the rest.
 */
@Component
public final class PrivateReadings {

    /** Desktop programs read a layer in hundreds of requests, one or more for each move of the map. */
    private static final Duration PAUSE = Duration.ofHours(1);

    private static final int MOST_REMEMBERED = 10_000;

    /** What somebody reads from where. */
    private record Feed(String client, String layer, String service) {}

    private final EditRights rights;
    private final AuditTrail audit;
    private final Clock clock;
    /** The oldest first. */
    private final LinkedHashMap<Feed, Instant> told = new LinkedHashMap<>();

    PrivateReadings(EditRights rights, AuditTrail audit, Clock clock) {
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody gets a file, if there is anything private in the view. @param features how many are in it */
    public void file(HttpServletRequest request, LayerView view, String format, long features) {
        if (view.showsPrivate()) {
            rights.findAccount(request)
                    .ifPresent(reader ->
                            tell(reader, view, Map.of("way", "download", "format", format, "features", features)));
        }
    }

    /** Somebody gets an answer of a service. @param service as the audit log calls it */
    public void feed(HttpServletRequest request, LayerView view, String service) {
        if (view.showsPrivate()) {
            rights.findAccount(request)
                    .filter(reader ->
                            isNew(new Feed(reader.client(), view.layer().name(), service)))
                    .ifPresent(reader -> tell(reader, view, Map.of("way", service)));
        }
    }

    private void tell(Writer reader, LayerView view, Map<String, ?> details) {
        audit.done(reader, "read-private", "layer " + view.layer().name(), details);
    }

    private synchronized boolean isNew(Feed feed) {
        Instant now = clock.instant();
        Instant last = told.get(feed);
        if (last != null && last.plus(PAUSE).isAfter(now)) {
            return false;
        }
        told.remove(feed);
        told.put(feed, now);
        if (told.size() > MOST_REMEMBERED) {
            told.remove(told.keySet().iterator().next());
        }
        return true;
    }
}
