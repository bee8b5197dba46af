package vn.ruralmap.server.editing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.support.RequestException;

/**
 * Somebody who has signed in.
 *
 * @param name of the account, as history will remember the author
 * @param client the name, {@code @} and where the request came from: the same for all requests of one person on one machine, as
 *     far as can be told; shown in the audit log only
 * @param roles what it may do
 * @param area codes of the administrative units that it may edit in; empty: everywhere
 */
public record Writer(String name, String client, Set<Role> roles, List<String> area) {

    public Writer {
        roles = Set.copyOf(roles);
        area = List.copyOf(area);
    }

    /** Where the request came from, as {@link ClientAddress} tells it. */
    public String address() {
        return client.substring(client.lastIndexOf('@') + 1);
    }

    /** Who it is as a reader of private attributes. */
    public Audience audience() {
        return roles.contains(Role.READER) ? Audience.READER : Audience.PUBLIC;
    }

    /** True with at least one of the roles. */
    public boolean isAnyOf(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }

    /** @throws RequestException status 403 without this role */
    public void demand(Role role) {
        demandAnyOf(role);
    }

    /** @throws RequestException status 403 without any of the roles */
    public void demandAnyOf(Role... wanted) {
        if (!isAnyOf(wanted)) {
            throw RequestException.of(
                    403,
                    "Forbidden",
                    null,
                    "Tài khoản " + name + " không có quyền làm việc này; cần vai trò: "
                            + join(wanted, " hoặc ", LocalizedText::vi)
                            + ". Hãy hỏi quản trị viên",
                    "The account " + name + " may not do this; it needs the role: "
                            + join(wanted, " or ", LocalizedText::en) + ". Ask an administrator");
        }
    }

    private static String join(Role[] roles, String or, Function<LocalizedText, String> language) {
        return Arrays.stream(roles).map(Role::title).map(language).collect(Collectors.joining(or));
    }
}
