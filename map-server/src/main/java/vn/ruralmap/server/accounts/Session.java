package vn.ruralmap.server.accounts;

import java.time.Instant;

/**
 * A browser that somebody signed in with.
 *
 * @param account its name
 * @param id for lists and for ending it, 12 hexadecimal digits; of no use for coming in
 * @param seen when it was last used, to within some minutes
 * @param address where it was signed in from
 * @param browser what the browser calls itself
 */
record Session(String account, String id, Instant created, Instant seen, String address, String browser) {

    Session seenAt(Instant now) {
        return new Session(account, id, created, now, address, browser);
    }
}
