package vn.ruralmap.server.accounts.oidc;

import org.jspecify.annotations.Nullable;

/** The provider cannot be asked now. */
final class ProviderAwayException extends RuntimeException {

    ProviderAwayException(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
