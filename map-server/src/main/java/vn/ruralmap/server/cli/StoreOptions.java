package vn.ruralmap.server.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.config.StoreLocation;

/** Options that say which store and which catalogue. */
final class StoreOptions {

    @Option(
            names = "--store",
            paramLabel = "FILE.gpkg|jdbc:postgresql://...",
            defaultValue = "${env:RURALMAP_STORE:-data/ruralmap.gpkg}",
            description =
                    "Nơi giữ dữ liệu: tệp, hoặc / where the data are: a file, or jdbc:postgresql://HOST:PORT/DATABASE?user=NAME;"
                            + " default $RURALMAP_STORE, data/ruralmap.gpkg")
    private String store = "";

    @Option(names = "--catalogue", paramLabel = "DIR", description = "Layers and styles of your own")
    private @Nullable Path catalogue;

    String store() {
        return store;
    }

    @Nullable
    Path catalogueDirectory() {
        return catalogue;
    }

    Catalogue readCatalogue() {
        return CatalogueReader.read(catalogue);
    }

    FeatureStore open(Catalogue definitions) {
        return StoreLocation.open(store, definitions);
    }
}
