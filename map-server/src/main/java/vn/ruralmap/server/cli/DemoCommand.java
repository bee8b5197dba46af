package vn.ruralmap.server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./ruralmap demo}: loads the sample once, then serves it. */
@Command(
        name = "demo",
        description = "Bản đồ với dữ liệu minh họa / The map with sample data",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--store",
            paramLabel = "FILE.gpkg",
            defaultValue = "data/demo.gpkg",
            description = "default ${DEFAULT-VALUE}")
    private String store = "";

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        int port = ServerProcess.start(store, null, server);
        spec.commandLine().getOut().println("Bản đồ minh họa: http://localhost:" + port + "/");
        spec.commandLine().getOut().flush();
        return 0;
    }
}
