package vn.ruralmap.server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./ruralmap serve}: the map and its services. */
@Command(name = "serve", description = "Phục vụ bản đồ / Serve the map", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        int port = ServerProcess.start(store.store(), store.catalogueDirectory(), server);
        spec.commandLine().getOut().println("Bản đồ: http://localhost:" + port + "/");
        spec.commandLine().getOut().flush();
        return 0;
    }
}
