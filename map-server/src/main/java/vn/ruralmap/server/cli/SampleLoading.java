package vn.ruralmap.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.ruralmap.dataimport.ImportOptions;
import vn.ruralmap.dataimport.ImportPipeline;
import vn.ruralmap.dataimport.ImportProgress;
import vn.ruralmap.dataimport.ImportResult;
import vn.ruralmap.dataimport.InvalidImportException;
import vn.ruralmap.dataimport.sample.SampleData;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreException;

/** Generates the sample's shapefiles and imports them as anybody would import theirs. */
final class SampleLoading {

    private SampleLoading() {}

    /** Fills an empty store; does nothing to one that holds anything. */
    static void loadOnce(FeatureStore store, Catalogue catalogue, PrintWriter out) throws IOException {
        if (store.revision() > 0) {
            return;
        }
        out.println("Đang nạp dữ liệu minh họa / loading the sample ...");
        out.flush();
        Path folder = Files.createTempDirectory("ruralmap-sample");
        try {
            ImportPipeline pipeline = new ImportPipeline(catalogue, store, Clock.systemUTC());
            for (SampleData.SampleFile sample : SampleData.writeTo(folder)) {
                load(pipeline, sample);
            }
        } finally {
            delete(folder);
        }
    }

    private static void load(ImportPipeline pipeline, SampleData.SampleFile sample) throws IOException {
        ImportOptions options = ImportOptions.of(sample.file(), sample.layer(), "ruralmap")
                .withDating(new ImportOptions.Dating(sample.validFrom(), sample.validTo(), null))
                .withOrigin(new ImportOptions.Origin("ruralmap", "", Changeset.Source.SAMPLE));
        try {
            ImportResult result = pipeline.run(options, ImportProgress.none());
            if (result.outcome() == ImportResult.Outcome.REFUSED) {
                throw new StoreException(
                        "dữ liệu minh họa không khớp danh mục: "
                                + result.report().summary().vi(),
                        "the sample does not fit the catalogue: "
                                + result.report().summary().en());
            }
        } catch (InvalidImportException e) {
            throw new StoreException(
                    "dữ liệu minh họa không khớp danh mục: " + e.text().vi(),
                    "the sample does not fit the catalogue: " + e.text().en(),
                    e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
