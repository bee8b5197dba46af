package vn.ruralmap.server.cli;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.editing.AuditTrail;

/** Writes into the audit log what somebody did at the machine itself, who is known by the operating system only. */
final class ConsoleAudit {

    private static final String CONSOLE = "console";

    private ConsoleAudit() {}

    /** @param action and the rest as {@link AuditTrail} has them */
    static void done(FeatureStore store, String action, @Nullable String subject, Map<String, ?> details) {
        new AuditTrail(store, Clock.systemUTC())
                .append(System.getProperty("user.name", CONSOLE), CONSOLE, action, subject, false, details);
    }
}
