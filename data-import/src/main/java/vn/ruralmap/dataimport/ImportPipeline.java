package vn.ruralmap.dataimport;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.FeatureStore;

/**
 * Imports files into a store.
 *
 * <p>A row with an error is left out and reported, and the others go in as one changeset. Nothing is written if more than
 * half of the rows are in error, if the file as a whole is (no coordinate system, a required attribute without a field),
 * or if one row is and the import is strict. How rows meet what is stored: {@link vn.ruralmap.dataimport.load.Planner}.
 */
public final class ImportPipeline {

    /** Legal time is Vietnam's. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Catalogue catalogue;
    private final FeatureStore store;
    private final Clock clock;

    public ImportPipeline(Catalogue catalogue, FeatureStore store, Clock clock) {
        this.catalogue = catalogue;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Imports a file.
     *
     * @throws InvalidImportException if the options name a layer, field, attribute or coordinate system there is not
     * @throws IOException if the disk fails
     * @throws vn.ruralmap.layers.store.StoreException if the store fails; nothing was written
     */
    public ImportResult run(ImportOptions options, ImportProgress progress) throws InvalidImportException, IOException {
        Layer layer = catalogue
                .findLayer(options.layer())
                .orElseThrow(() -> new InvalidImportException(new LocalizedText(
                        "Không có lớp '" + options.layer() + "'; có: " + names(),
                        "There is no layer '" + options.layer() + "'; there are: " + names())));
        return new ImportRun(catalogue, store, LocalDate.now(clock.withZone(ZONE)), layer, options, progress).run();
    }

    private String names() {
        return String.join(", ", catalogue.layers().stream().map(Layer::name).toList());
    }
}
