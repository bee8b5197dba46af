package vn.ruralmap.server.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.store.FeatureStore;

/** {@code ./ruralmap rollback}: publishes the counter-changeset of a changeset. */
@Command(
        name = "rollback",
        description = "Hoàn tác một lần cập nhật / Undo a changeset",
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CHANGESET", description = "Số của lần cập nhật / the changeset's number")
    private long changeset;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (FeatureStore store = storeOptions.open(storeOptions.readCatalogue())) {
            Changeset counter = store.revert(changeset, System.getProperty("user.name"));
            ConsoleAudit.done(store, "revert", "changeset " + changeset, Map.of());
            Changeset.Size size = counter.size();
            spec.commandLine()
                    .getOut()
                    .printf(
                            "Đã hoàn tác lần %d bằng lần %d: thêm lại %d, khôi phục %d, bỏ %d.%n"
                                    + "Changeset %1$d undone by %2$d: %d back, %d restored, %d removed.%n",
                            changeset,
                            counter.id(),
                            size.inserted(),
                            size.updated(),
                            size.deleted(),
                            size.inserted(),
                            size.updated(),
                            size.deleted());
            return 0;
        }
    }
}
