package vn.ruralmap.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.accounts.AccountFacts;
import vn.ruralmap.server.accounts.Accounts;
import vn.ruralmap.server.accounts.Passwords;
import vn.ruralmap.server.editing.Role;

/** One account for each role, to try them out, with passwords that nobody else has. */
final class SampleAccounts {

    private SampleAccounts() {}

    /** Does nothing to a store that has accounts. */
    static void makeOnce(FeatureStore store, PrintWriter out) {
        Accounts accounts = new Accounts(store.documents(), Clock.systemUTC());
        if (!accounts.list().isEmpty()) {
            return;
        }
        out.println("Tài khoản để thử, chỉ hiện một lần này / accounts to try, shown this once:");
        for (Role role : Role.values()) {
            String name = RoleConverter.names(List.of(role));
            String password = Passwords.generate();
            accounts.add(name, AccountFacts.of(Set.of(role), List.of()), password);
            out.printf("  %-15s %s%n", name, password);
        }
        out.flush();
    }
}
