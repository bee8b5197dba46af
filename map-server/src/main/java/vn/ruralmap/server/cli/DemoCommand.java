package vn.ruralmap.server.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.config.StoreLocation;

/** {@code ./ruralmap demo}: loads the sample and makes accounts once, then serves it. */
@Command(
        name = "demo",
        description = "Bản đồ với dữ liệu minh họa / The map with sample data",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--store",
            paramLabel = "FILE.gpkg|jdbc:postgresql://...",
            defaultValue = "data/demo.gpkg",
            description = "default ${DEFAULT-VALUE}")
    private String store = "";

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = CatalogueReader.readDefault();
        try (FeatureStore filled = StoreLocation.open(store, catalogue)) {
            SampleLoading.loadOnce(filled, catalogue, spec.commandLine().getOut());
            SampleAccounts.makeOnce(filled, spec.commandLine().getOut());
        }
        int port = ServerProcess.start(store, null, server);
        spec.commandLine().getOut().println("Bản đồ minh họa: http://localhost:" + port + "/");
        spec.commandLine().getOut().flush();
        return 0;
    }
}
