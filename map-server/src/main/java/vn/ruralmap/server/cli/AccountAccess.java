package vn.ruralmap.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.accounts.Accounts;
import vn.ruralmap.server.accounts.PersonalTokens;

/** What the commands about accounts share: the store, and that whatever they do is in the audit log. */
final class AccountAccess {

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** What a command works on while the store is open. */
    record Opened(FeatureStore store, Accounts accounts, PersonalTokens tokens) {

        /** Writes down what somebody at the machine did. */
        void tell(String action, @Nullable String subject, Map<String, ?> details) {
            ConsoleAudit.done(store, action, subject, details);
        }
    }

    /** What a command does. */
    interface Work {
        int run(Opened opened, PrintWriter out);
    }

    int use(Work work) {
        Clock clock = Clock.systemUTC();
        try (FeatureStore store = storeOptions.open(storeOptions.readCatalogue())) {
            PrintWriter out = spec.commandLine().getOut();
            int code = work.run(
                    new Opened(
                            store,
                            new Accounts(store.documents(), clock),
                            new PersonalTokens(store.documents(), clock)),
                    out);
            out.flush();
            return code;
        }
    }
}
