package vn.ruralmap.server.accounts;

import java.util.Locale;

/** Somebody whom an identity provider vouches for is not let in. */
public final class ArrivalRefusedException extends Exception {

    /** Why not; the page of signing in has a sentence for each. */
    public enum Reason {
        /** There is no account of the name, and none is made. */
        UNKNOWN,
        /** The account is disabled. */
        DISABLED,
        /** The account belongs to somebody else whom the provider once gave the name. */
        SOMEBODY_ELSE,
        /** The provider tells no name, or one that no account can have. */
        NAME;

        /** As in {@code somebody-else}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    ArrivalRefusedException(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
