package vn.ruralmap.dataimport;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.ImportProgress.Stage;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.check.FieldMapping;
import vn.ruralmap.dataimport.check.InvalidMappingException;
import vn.ruralmap.dataimport.check.References;
import vn.ruralmap.dataimport.check.RowCheck;
import vn.ruralmap.dataimport.check.UnitClaims;
import vn.ruralmap.dataimport.diff.ImportDiff;
import vn.ruralmap.dataimport.diff.RefusedRow;
import vn.ruralmap.dataimport.inspect.Inspection;
import vn.ruralmap.dataimport.inspect.Placed;
import vn.ruralmap.dataimport.load.DiskList;
import vn.ruralmap.dataimport.load.ImportPlan;
import vn.ruralmap.dataimport.load.ImportRow;
import vn.ruralmap.dataimport.load.MappedList;
import vn.ruralmap.dataimport.load.Planner;
import vn.ruralmap.dataimport.load.Publisher;
import vn.ruralmap.dataimport.load.RowForm;
import vn.ruralmap.dataimport.load.StoredFeatures;
import vn.ruralmap.dataimport.read.Limits;
import vn.ruralmap.dataimport.read.ReadOptions;
import vn.ruralmap.dataimport.read.Source;
import vn.ruralmap.dataimport.read.SourceField;
import vn.ruralmap.dataimport.read.SourceFiles;
import vn.ruralmap.dataimport.read.UnreadableSourceException;
import vn.ruralmap.dataimport.transform.GeometryForm;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.FeatureStore;

/** One import, from the file to the changeset. Its rows wait on disk until it is closed. */
final class ImportRun implements Closeable {

    private final Catalogue catalogue;
    private final FeatureStore store;
    private final LocalDate today;
    private final Layer layer;
    private final ImportOptions options;
    private final RememberedProgress progress;
    private final IssueLog issues = new IssueLog();
    private final Background<FileFacts> digest;
    private final ReportDraft report;
    private final DiskList<ImportRow> rows = new DiskList<>(new RowForm());
    private final DiskList<RefusedRow> refusedRows = new DiskList<>(RefusedRow.FORM);
    private @Nullable Inspection inspection;
    private @Nullable Background<Boolean> inspecting;
    private @Nullable StoredFeatures stored;
    private ImportPlan plan = ImportPlan.NOTHING;
    private long read;

    ImportRun(
            Catalogue catalogue,
            FeatureStore store,
            LocalDate today,
            Layer layer,
            ImportOptions options,
            ImportProgress progress) {
        this.catalogue = catalogue;
        this.store = store;
        this.today = today;
        this.layer = layer;
        this.options = options;
        this.progress = new RememberedProgress(progress);
        this.digest = Background.start("import-digest", () -> FileFacts.of(options.file()));
        this.report = new ReportDraft(layer.name(), () -> digest.await(this.progress::again));
    }

    /** To be called once. */
    ImportResult run() throws InvalidImportException, IOException {
        boolean done = false;
        try {
            ImportResult result = readAndLoad();
            done = true;
            return result;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (!done) {
                close();
            }
        }
    }

    private ImportResult readAndLoad() throws InvalidImportException, IOException {
        progress.update(Stage.OPENING, 0, 0);
        ImportOptions.Reading reading = options.reading();
        try (Source source = SourceFiles.open(
                options.file(), new ReadOptions(reading.encodings(), reading.member(), Limits.DEFAULT, progress))) {
            report.source(source.info());
            requireFields(source, reading.encodings().byField().keySet());
            return run(source);
        } catch (UnreadableSourceException e) {
            report.dataSets(e.dataSets());
            issues.add(ImportIssues.unreadable(e.code(), e.text()));
            return refused();
        }
    }

    private ImportResult run(Source source) throws InvalidImportException, IOException, UnreadableSourceException {
        FieldMapping mapping = mapping(source);
        report.fields(mapping);
        issues.add(mapping.issues());
        StoredFeatures before = StoredFeatures.read(store);
        SourcePlace place = SourcePlace.find(source, layer, options.reading(), claims(mapping, before), progress);
        report.system(place);
        issues.add(place.issues());
        if (issues.isFileInError()) {
            issues.add(source.issues());
            return refused();
        }
        issues.locateBy(place.system());
        inspection = new Inspection(
                catalogue, layer, place.system(), options.handling().strict(), before::list);
        Set<String> spokenOf = preparer(mapping, place, before).check().spokenOf();
        Planner planner = new Planner(catalogue, layer, spokenOf, before, rows);
        long total = source.info().declaredRecords();
        try (RowPreparation preparation =
                RowPreparation.start(total, () -> preparer(mapping, place, before), row -> take(row, planner, total))) {
            source.forEach(preparation::accept);
            preparation.finish();
        }
        issues.add(source.issues());
        stored = before;
        plan = planner.plan();
        return load(now -> planAnew(spokenOf, now));
    }

    private RowPreparer preparer(FieldMapping mapping, SourcePlace place, StoredFeatures before) {
        ImportOptions.Dating dating = options.dating();
        return new RowPreparer(
                new RowCheck(
                        layer,
                        mapping,
                        new References(catalogue, before::list),
                        new RowCheck.Given(dating.validFrom(), dating.validTo(), dating.decision()),
                        today),
                new GeometryForm(layer, place.system(), !options.handling().strict()));
    }

    private ImportPlan planAnew(Set<String> spokenOf, StoredFeatures now) {
        stored = now;
        Planner planner = new Planner(catalogue, layer, spokenOf, now, rows);
        for (int i = 0; i < rows.size(); i++) {
            planner.take(i, rows.get(i));
        }
        return planner.plan();
    }

    private UnitClaims claims(FieldMapping mapping, StoredFeatures stored) {
        LocalDate asked = options.dating().validFrom();
        return new UnitClaims(catalogue, layer, mapping, stored::list, asked == null ? today : asked);
    }

    /** @throws InvalidImportException if the file has no field of such a name */
    private static void requireFields(Source source, Set<String> asked) throws InvalidImportException {
        List<String> names =
                source.info().fields().stream().map(SourceField::name).toList();
        for (String name : asked) {
            if (names.stream().noneMatch(name::equalsIgnoreCase)) {
                throw new InvalidImportException(new LocalizedText(
                        "--charset: tệp không có trường '" + name + "'; có: " + String.join(", ", names),
                        "--charset: the file has no field '" + name + "'; there are: " + String.join(", ", names)));
            }
        }
    }

    private FieldMapping mapping(Source source) throws InvalidImportException {
        List<String> names =
                source.info().fields().stream().map(SourceField::name).toList();
        try {
            return FieldMapping.of(layer, names, options.fieldToAttribute());
        } catch (InvalidMappingException e) {
            throw new InvalidImportException(e.text());
        }
    }

    private void take(PreparedRow row, Planner planner, long total) {
        read++;
        progress.update(Stage.READING, read, total);
        issues.add(row.issues());
        if (row.accepted() != null) {
            rows.add(row.accepted());
            planner.take(rows.size() - 1, row.accepted());
        } else if (row.refused() != null) {
            refusedRows.add(row.refused());
        }
    }

    private ImportResult load(Function<StoredFeatures, ImportPlan> planAnew) {
        issues.add(plan.issues());
        report.plan(plan);
        if (read == 0) {
            issues.add(ImportIssues.empty());
        }
        List<ImportPlan.Planned> future = plan.future();
        if (mayInspectMeanwhile()) {
            inspecting = Background.start("import-inspection", () -> inspect(future));
        } else {
            progress.update(Stage.COMPARING, 0, future.size());
            inspect(watched(future, Stage.COMPARING, planned -> planned));
            progress.update(Stage.COMPARING, future.size(), future.size());
        }
        int inError = issues.countRowsInError();
        if (isMostlyInError()) {
            issues.add(ImportIssues.tooManyErrors(inError, read));
        }
        if (issues.isFileInError() || options.handling().strict() && inError > 0) {
            return refused();
        }
        if (plan.changes().isEmpty()) {
            return finish(Outcome.NOTHING_TO_DO, null);
        }
        if (options.handling().dryRun()) {
            return finish(Outcome.WOULD_PUBLISH, null);
        }
        progress.update(Stage.PUBLISHING, 0, plan.changes().size());
        Publisher.Published published = new Publisher(store).publish(plan, planAnew, this::draft);
        if (inspecting != null) {
            inspecting.await(progress::again);
        }
        return publish(published);
    }

    private boolean isMostlyInError() {
        return issues.countRowsInError() * 2L > read;
    }

    /**
     * Unless the import is strict an inspection only warns, so rows are published while it goes on: the store and this program
     * each have a processor to work on. That of a coverage may take much longer than publishing, during which nobody else can write.
     */
    private boolean mayInspectMeanwhile() {
        ImportOptions.Handling handling = options.handling();
        return !handling.strict()
                && !handling.dryRun()
                && !layer.coverage()
                && !plan.changes().isEmpty()
                && !issues.isFileInError()
                && !isMostlyInError();
    }

    private boolean inspect(List<ImportPlan.Planned> future) {
        if (inspection != null && !rows.isEmpty()) {
            inspection.inspect(new MappedList<>(future, ImportRun::placed), issues::add);
        }
        return true;
    }

    private static Placed placed(ImportPlan.Planned planned) {
        return new Placed(planned.row(), planned.content());
    }

    /** A list that tells how far somebody who goes through it is. */
    private <S, T> List<T> watched(List<S> list, Stage stage, Function<S, T> function) {
        long[] asked = {0};
        return new MappedList<>(list, element -> {
            progress.update(stage, Math.min(asked[0]++, list.size()), list.size());
            return function.apply(element);
        });
    }

    /** Publishes just what a dry run found, unless the layer was touched since. */
    ImportResult publishPlanned() throws IOException {
        progress.update(Stage.PUBLISHING, 0, plan.changes().size());
        try {
            return publish(new Publisher(store).publishExactly(plan, this::draft));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What a dry run found; each is made when it is asked for. */
    List<Change> changes() {
        return plan.changes();
    }

    ImportResult refuse(List<Issue> reasons) {
        issues.add(reasons);
        return refused();
    }

    /** What this run would change, as it can be compared with another run. */
    PlanToken token() {
        return PlanToken.of(report.file(), options, today, stored == null ? 0 : stored.revision(layer.name()), plan);
    }

    private ImportResult publish(Publisher.Published published) {
        plan = published.plan();
        report.plan(published.plan());
        issues.add(published.issues());
        progress.update(Stage.PUBLISHING, plan.changes().size(), plan.changes().size());
        if (!published.issues().isEmpty()) {
            return refused();
        }
        return published.changeset() == null
                ? finish(Outcome.NOTHING_TO_DO, null)
                : finish(Outcome.PUBLISHED, published.changeset());
    }

    private ChangesetDraft draft(ImportPlan plan) {
        ImportOptions.Origin origin = options.origin();
        String message = origin.message().isBlank()
                ? "Nhập " + options.file().getFileName() + " vào lớp " + layer.name()
                : origin.message();
        Map<String, String> provenance = new TreeMap<>(origin.provenance());
        provenance.putAll(report.provenance(read, issues.countRowsInError()));
        if (options.dating().validFrom() != null) {
            provenance.put("valid_from", options.dating().validFrom().toString());
        }
        List<Change> changes = watched(plan.changes(), Stage.PUBLISHING, change -> change);
        return new ChangesetDraft(
                origin.author(),
                origin.source(),
                message,
                provenance,
                // if the inspection fails, nothing is published
                inspecting == null ? changes : inspecting.beforeLast(changes, progress::again),
                stored == null ? Map.of() : Map.of(layer.name(), stored.revision(layer.name())));
    }

    private ImportResult refused() {
        report.plan(null);
        return finish(Outcome.REFUSED, null);
    }

    private ImportResult finish(Outcome outcome, @Nullable Changeset changeset) {
        return new ImportResult(
                outcome,
                changeset,
                report.finish(outcome, read, issues, changeset == null ? null : changeset.id()),
                stored == null ? null : diff(outcome, stored),
                this);
    }

    /** Gives the disk space back; reports can no longer be made. */
    @Override
    public void close() {
        digest.close();
        if (inspecting != null) {
            inspecting.close();
        }
        rows.close();
        refusedRows.close();
    }

    private ImportDiff diff(Outcome outcome, StoredFeatures before) {
        Map<Long, List<String>> codes = issues.codesByRow();
        ImportDiff.Rows all = new ImportDiff.Rows(rows, refusedRows, row -> codes.getOrDefault(row, List.of()));
        return new ImportDiff(catalogue, layer, before, outcome == Outcome.REFUSED ? plan.refused() : plan, all);
    }
}
