package vn.ruralmap.server.editing;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.store.AuditLog;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreException;

/**
 * Writes down who did or tried what. Whatever is worth an entry was done or refused already, so that a store that fails just then is
 * told to the operator's log and to nobody else.
 */
@Component
public final class AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final AuditLog log;
    private final Clock clock;

    public AuditTrail(FeatureStore store, Clock clock) {
        this.log = store.auditLog();
        this.clock = clock;
    }

    /**
     * Something was done.
     *
     * @param action as in {@code edit}: lower-case letters and hyphens
     * @param subject what it was done to, as in {@code changeset 17}; null: nothing in particular
     * @param details without secrets
     */
    public void done(Writer who, String action, @Nullable String subject, Map<String, ?> details) {
        append(who.name(), who.address(), action, subject, false, details);
    }

    /** Something was tried, and refused. @param why the code of the refusal, or a sentence */
    public void refused(Writer who, String action, @Nullable String subject, String why) {
        append(who.name(), who.address(), action, subject, true, Map.of("why", why));
    }

    /** For those who have not signed in. @param actor the name that was given, or as what somebody came */
    public void append(
            String actor,
            String address,
            String action,
            @Nullable String subject,
            boolean isRefused,
            Map<String, ?> details) {
        try {
            log.append(new AuditLog.Entry(
                    0,
                    clock.instant(),
                    actor,
                    action,
                    subject,
                    isRefused,
                    address,
                    JsonMapper.shared().writeValueAsString(details)));
        } catch (StoreException e) {
            LOG.error("The audit log lacks: {} {} {} {}", actor, action, subject, isRefused ? "refused" : "done", e);
        }
    }
}
