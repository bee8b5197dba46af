package vn.ruralmap.server.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ruralmap.dataimport.ImportCancelledException;
import vn.ruralmap.dataimport.ImportOptions;
import vn.ruralmap.dataimport.ImportPipeline;
import vn.ruralmap.dataimport.ImportPreview;
import vn.ruralmap.dataimport.ImportReport.SourceFacts;
import vn.ruralmap.dataimport.ImportResult;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.InvalidImportException;
import vn.ruralmap.dataimport.PlanToken;
import vn.ruralmap.dataimport.PlannedImport;
import vn.ruralmap.dataimport.ReportFormat;
import vn.ruralmap.dataimport.check.InvalidMappingException;
import vn.ruralmap.dataimport.read.UnreadableSourceException;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreUnavailableException;
import vn.ruralmap.server.editing.AreaRights;
import vn.ruralmap.server.editing.AuditTrail;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.RequestException;

/** Plans and publishes imports, in the thread of the queue. */
final class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

    /** Nobody publishes more often while one import runs. */
    private static final long MOST_CHANGESETS = 100_000;

    private static final long STORE_PAUSE_SECONDS = 1;

    /** As the audit log calls it. */
    private static final String ACTION = "import";

    private final Catalogue catalogue;
    private final FeatureStore store;
    private final Clock clock;
    private final AreaRights areaRights;
    private final AuditTrail audit;

    ImportWork(Catalogue catalogue, FeatureStore store, Clock clock, AreaRights areaRights, AuditTrail audit) {
        this.catalogue = catalogue;
        this.store = store;
        this.clock = clock;
        this.areaRights = areaRights;
        this.audit = audit;
    }

    /** Finds out what would change, and keeps the plan and the reports. */
    void plan(ImportJob job) {
        try {
            job.stopIfCancelled();
            job.change(record -> record.in(ImportState.READING, null, clock.instant()));
            try (PlannedImport planned = pipeline().plan(options(job), job)) {
                ImportResult result = planned.result();
                RequestException refusal = findRefusal(job, planned);
                job.remember(new ImportJob.Planned(job.writer(), refusal));
                if (result.outcome() == Outcome.WOULD_PUBLISH) {
                    job.folder().replace(ImportFolder.PLAN, planned.token()::write);
                }
                writeReports(job, result);
                finish(job, result);
                if (refusal != null) {
                    end(job, ImportState.REFUSED, refusal.text());
                }
            }
        } catch (InvalidImportException e) {
            end(job, ImportState.REFUSED, e.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable RequestException findRefusal(ImportJob job, PlannedImport planned) {
        try {
            demandArea(job.writer(), planned.changes());
            return null;
        } catch (RequestException e) {
            audit.refused(
                    job.writer(),
                    ACTION,
                    "import " + job.id(),
                    e.code() + ": " + e.text().en());
            return e;
        }
    }

    /** Going through the changes of a large file takes long, and only an area makes a difference. */
    private void demandArea(Writer writer, List<Change> changes) {
        if (!writer.area().isEmpty()) {
            areaRights.demand(writer, changes);
        }
    }

    /** @throws RequestException status 403 if the plan of this person showed that they may not change all of it */
    void demandArea(ImportJob job, Writer writer) {
        ImportJob.Planned planned = job.planned();
        RequestException refusal =
                planned == null || !planned.writer().name().equals(writer.name()) ? null : planned.refusal();
        if (refusal != null) {
            throw refusal;
        }
    }

    /** Publishes what the kept plan says, or nothing. */
    void publish(ImportJob job) {
        try {
            job.stopIfCancelled();
            long revision = store.revision();
            job.change(record -> record.in(ImportState.PUBLISHING, null, clock.instant())
                    .withChangeset(null)
                    .withRevision(revision));
            Writer writer = job.writer();
            try (ImportResult result =
                    pipeline().publish(options(job), token(job), changes -> demandArea(writer, changes), job)) {
                // whatever fails from here on does not undo it: the store is asked then
                tell(job, result);
                writeReports(job, result);
                finish(job, result);
            }
        } catch (InvalidImportException e) {
            end(job, ImportState.REFUSED, e.text());
        } catch (RequestException e) {
            audit.refused(
                    job.writer(),
                    ACTION,
                    "import " + job.id(),
                    e.code() + ": " + e.text().en());
            end(job, ImportState.REFUSED, e.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(ImportJob job, ImportResult result) {
        Changeset changeset = result.changeset();
        String layer = job.view().record().layer();
        if (changeset == null) {
            audit.refused(
                    job.writer(), ACTION, "import " + job.id(), result.outcome().name());
        } else {
            audit.done(job.writer(), ACTION, "changeset " + changeset.id(), Map.of("import", job.id(), "layer", layer));
        }
    }

    private static PlanToken token(ImportJob job) throws IOException, InvalidImportException {
        return PlanToken.read(job.folder().path(ImportFolder.PLAN));
    }

    private ImportPipeline pipeline() {
        return new ImportPipeline(catalogue, store, clock);
    }

    private static ImportOptions options(ImportJob job) {
        ImportRecord record = job.view().record();
        AskedOptions asked = Objects.requireNonNull(record.options());
        Path file = job.folder().uploaded(Objects.requireNonNull(asked.file()));
        return asked.toImport(file, record.layer(), job.writer().name(), record.id());
    }

    static String author() {
        return System.getProperty("user.name", "server");
    }

    private void finish(ImportJob job, ImportResult result) throws IOException {
        Changeset changeset = result.changeset();
        ImportState state =
                switch (result.outcome()) {
                    case PUBLISHED -> ImportState.PUBLISHED;
                    case NOTHING_TO_DO -> ImportState.NOTHING_TO_DO;
                    case WOULD_PUBLISH -> ImportState.PLANNED;
                    case REFUSED -> ImportState.REFUSED;
                };
        LocalizedText why = state == ImportState.REFUSED ? ImportTexts.refused(result.report()) : null;
        SourceFacts source = result.report().source();
        job.change(record -> record.in(state, why, clock.instant())
                .withReport(ReportExcerpt.of(result.report()))
                .withDataSets(DataSet.lookedInto(record.dataSets(), source.file(), source.dataSets()))
                .withChangeset(changeset == null ? null : changeset.id()));
    }

    private void writeReports(ImportJob job, ImportResult result) throws IOException {
        ImportFolder folder = job.folder();
        for (ReportFormat format : ReportFormat.values()) {
            if (result.changeset() == null) {
                job.stopIfCancelled();
            }
            folder.replace(ImportFolder.REPORT + format.name().toLowerCase(Locale.ROOT), file -> write(result, file));
        }
        folder.replace(ImportFolder.MAP, map -> ImportMap.write(folder.path(ImportFolder.REPORT + "geojson"), map));
        ImportPreview preview = preview(job);
        folder.replace(
                ImportFolder.PREVIEW,
                file -> PreviewFile.write(preview, result.report(), folder.path(ImportFolder.REPORT + "json"), file));
    }

    private static void write(ImportResult result, Path file) throws IOException {
        try {
            result.writeReport(file);
        } catch (InvalidImportException e) {
            throw new IllegalStateException("a report may have each of the formats", e);
        }
    }

    private @Nullable ImportPreview preview(ImportJob job) throws IOException {
        ImportOptions options = options(job);
        try {
            return ImportPreview.read(options, catalogue.getLayer(options.layer()), PreviewFile.MOST_ROWS);
        } catch (UnreadableSourceException | InvalidMappingException e) {
            // the report says so already
            return null;
        }
    }

    /** Tells the truth about an import that did not end well. */
    void failed(ImportJob job, Throwable cause) {
        Optional<Changeset> published = awaitPublished(job);
        if (published.isPresent()) {
            LOG.warn("Import {} is published, but something failed afterwards", job.id(), cause);
            published(job, published.get());
        } else if (cause instanceof ImportCancelledException && job.isStopped()) {
            end(job, ImportState.INTERRUPTED, ImportTexts.INTERRUPTED);
        } else if (cause instanceof ImportCancelledException) {
            end(job, ImportState.CANCELLED, ImportTexts.CANCELLED);
        } else {
            if (cause instanceof StoreUnavailableException) {
                LOG.warn("Import {} failed: {}", job.id(), cause.getMessage());
            } else {
                LOG.error("Import {} failed", job.id(), cause);
            }
            end(job, ImportState.FAILED, why(cause));
        }
    }

    /** Only the store knows what became of it, so while that is away nobody does; no other import could do anything either. */
    private Optional<Changeset> awaitPublished(ImportJob job) {
        while (true) {
            try {
                return findPublished(job.view().record());
            } catch (StoreUnavailableException e) {
                if (job.isStopped()) {
                    // the next start finds it out
                    throw e;
                }
                if (!ImportTexts.STORE_IS_AWAY.equals(job.view().record().message())) {
                    end(job, ImportState.PUBLISHING, ImportTexts.STORE_IS_AWAY);
                }
                job.await(job.view().record().version(), STORE_PAUSE_SECONDS);
            }
        }
    }

    private static LocalizedText why(Throwable cause) {
        if (cause instanceof UncheckedIOException) {
            return ImportTexts.DISK;
        }
        if (cause instanceof OutOfMemoryError) {
            return ImportTexts.NO_MEMORY;
        }
        if (cause instanceof StoreUnavailableException) {
            return ImportTexts.STORE_WAS_AWAY;
        }
        return cause instanceof StoreException store ? store.text() : ImportTexts.FAILED;
    }

    /** What a stopped server left running: published if the store says so, else interrupted. */
    void recover(ImportJob job) {
        Optional<Changeset> published = findPublished(job.view().record());
        if (published.isPresent()) {
            published(job, published.get());
        } else {
            end(job, ImportState.INTERRUPTED, ImportTexts.INTERRUPTED);
        }
    }

    /** Of the run that is the last one: an import may be published, rolled back and published again. */
    private Optional<Changeset> findPublished(ImportRecord record) {
        if (record.state() != ImportState.PUBLISHING && record.state() != ImportState.PUBLISHED) {
            return Optional.empty();
        }
        long later = Math.min(MOST_CHANGESETS, store.revision() - record.revision());
        return later <= 0
                ? Optional.empty()
                : store.listChangesets((int) later).stream()
                        .filter(changeset -> changeset.id() > record.revision())
                        .filter(changeset ->
                                record.id().equals(changeset.provenance().get("import")))
                        .findFirst();
    }

    private void published(ImportJob job, Changeset changeset) {
        change(job, record -> record.in(ImportState.PUBLISHED, null, clock.instant())
                .withChangeset(changeset.id()));
    }

    private void end(ImportJob job, ImportState state, LocalizedText why) {
        change(job, record -> record.in(state, why, clock.instant()));
    }

    private static void change(ImportJob job, ImportJob.Step step) {
        try {
            job.change(step);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
