package vn.ruralmap.server.accounts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.server.editing.Role;

/** What an administrator says about an account; null: nothing. @param mail empty: none */
public record AccountFacts(
        @Nullable String displayName,
        @Nullable Set<Role> roles,
        @Nullable List<String> area,
        @Nullable String mail,
        @Nullable Boolean isDisabled) {

    /** What a new account needs. */
    public static AccountFacts of(Set<Role> roles, List<String> area) {
        return new AccountFacts(null, roles, area, null, null);
    }
}
