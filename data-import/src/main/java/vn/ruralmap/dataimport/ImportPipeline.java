package vn.ruralmap.dataimport;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
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
        return start(options, LocalDate.now(clock.withZone(ZONE)), progress).run();
    }

    /**
     * Finds out what an import would change and keeps it, so that just that can be published.
     *
     * @throws InvalidImportException if the options name a layer, field, attribute or coordinate system there is not
     * @throws IOException if the disk fails
     */
    public PlannedImport plan(ImportOptions options, ImportProgress progress)
            throws InvalidImportException, IOException {
        return plan(options, LocalDate.now(clock.withZone(ZONE)), progress);
    }

    /**
     * Publishes what a dry run showed: plans anew, with its day as today, and refuses if anything came out otherwise.
     *
     * @param agreed what the dry run left
     * @throws InvalidImportException if the options name a layer, field, attribute or coordinate system there is not
     * @throws IOException if the disk fails
     */
    public ImportResult publish(ImportOptions options, PlanToken agreed, ImportProgress progress)
            throws InvalidImportException, IOException {
        return publish(options, agreed, changes -> {}, progress);
    }

    /**
     * The same for somebody who may not change everything.
     *
     * @param permission sees the changes before they are published; what it throws ends the import, and nothing is written
     */
    public ImportResult publish(
            ImportOptions options, PlanToken agreed, Consumer<List<Change>> permission, ImportProgress progress)
            throws InvalidImportException, IOException {
        PlannedImport planned = plan(options, agreed.day(), progress);
        boolean isPermitted = false;
        try {
            permission.accept(planned.changes());
            isPermitted = true;
        } finally {
            if (!isPermitted) {
                planned.close();
            }
        }
        return planned.publish(agreed);
    }

    private PlannedImport plan(ImportOptions options, LocalDate today, ImportProgress progress)
            throws InvalidImportException, IOException {
        ImportOptions dry = options.withHandling(
                new ImportOptions.Handling(true, options.handling().strict()));
        ImportRun run = start(dry, today, progress);
        return new PlannedImport(run, run.run());
    }

    private ImportRun start(ImportOptions options, LocalDate today, ImportProgress progress)
            throws InvalidImportException {
        Layer layer = catalogue
                .findLayer(options.layer())
                .orElseThrow(() -> new InvalidImportException(new LocalizedText(
                        "Không có lớp '" + options.layer() + "'; có: " + names(),
                        "There is no layer '" + options.layer() + "'; there are: " + names())));
        return new ImportRun(catalogue, store, today, layer, options, progress);
    }

    private String names() {
        return String.join(", ", catalogue.layers().stream().map(Layer::name).toList());
    }
}
