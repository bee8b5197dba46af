package vn.ruralmap.server.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser that somebody signed in with.
 *
 * @param account its name
 * @param id for lists and for ending it, 12 hexadecimal digits; of no use for coming in
 * @param seen when it was last used, to within some minutes
 * @param address where it was signed in from
 * @param browser what the browser calls itself
 * @param way how somebody signed in; null: with a password, before this was written down
 */
record Session(
        String account,
        String id,
        Instant created,
        Instant seen,
        String address,
        String browser,
        @Nullable String way) {

    static final String BY_FORM = "form";
    static final String BY_PROVIDER = "oidc";

    Session seenAt(Instant now) {
        return new Session(account, id, created, now, address, browser, way);
    }
}
