package vn.ruralmap.dataimport;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.ImportProgress.Stage;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.check.CheckedRow;
import vn.ruralmap.dataimport.check.FieldMapping;
import vn.ruralmap.dataimport.check.InvalidMappingException;
import vn.ruralmap.dataimport.check.References;
import vn.ruralmap.dataimport.check.RowCheck;
import vn.ruralmap.dataimport.check.UnitClaims;
import vn.ruralmap.dataimport.diff.ImportDiff;
import vn.ruralmap.dataimport.inspect.Inspection;
import vn.ruralmap.dataimport.load.ImportPlan;
import vn.ruralmap.dataimport.load.ImportRow;
import vn.ruralmap.dataimport.load.Planner;
import vn.ruralmap.dataimport.load.Publisher;
import vn.ruralmap.dataimport.load.StoredFeatures;
import vn.ruralmap.dataimport.read.Limits;
import vn.ruralmap.dataimport.read.ReadOptions;
import vn.ruralmap.dataimport.read.Source;
import vn.ruralmap.dataimport.read.SourceField;
import vn.ruralmap.dataimport.read.SourceFiles;
import vn.ruralmap.dataimport.read.SourceRecord;
import vn.ruralmap.dataimport.read.UnreadableSourceException;
import vn.ruralmap.dataimport.transform.GeometryForm;
import vn.ruralmap.dataimport.transform.PlacedGeometry;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.FeatureStore;

/** One import, from the file to the changeset. */
final class ImportRun {

    private final Catalogue catalogue;
    private final FeatureStore store;
    private final LocalDate today;
    private final Layer layer;
    private final ImportOptions options;
    private final ImportProgress progress;
    private final IssueLog issues = new IssueLog();
    private final ReportDraft report;
    private final List<ImportRow> rows = new ArrayList<>();
    private @Nullable Inspection inspection;
    private final List<ImportDiff.RefusedRow> refusedRows = new ArrayList<>();
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
        this.progress = progress;
        this.report = new ReportDraft(layer.name());
    }

    /** To be called once. */
    ImportResult run() throws InvalidImportException, IOException {
        report.file(FileFacts.of(options.file()));
        ImportOptions.Reading reading = options.reading();
        try (Source source = SourceFiles.open(
                options.file(), new ReadOptions(reading.encodings(), reading.member(), Limits.DEFAULT))) {
            report.source(source.info());
            requireFields(source, reading.encodings().byField().keySet());
            return run(source);
        } catch (UnreadableSourceException e) {
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
        ImportOptions.Dating dating = options.dating();
        RowCheck check = new RowCheck(
                layer,
                mapping,
                new References(catalogue, before::list),
                new RowCheck.Given(dating.validFrom(), dating.validTo(), dating.decision()),
                today);
        GeometryForm form =
                new GeometryForm(layer, place.system(), !options.handling().strict());
        long total = source.info().declaredRecords();
        source.forEach(record -> take(record, check, form, total));
        issues.add(source.issues());
        inspection = new Inspection(
                catalogue, layer, place.system(), options.handling().strict(), before::list);
        return load(before, now -> {
            stored = now;
            return new Planner(catalogue, layer, check.spokenOf(), now).plan(rows);
        });
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

    private void take(SourceRecord record, RowCheck check, GeometryForm form, long total) {
        read++;
        progress.update(Stage.READING, read, total);
        CheckedRow row = check.check(record.row(), record.values());
        PlacedGeometry geometry = form.place(record.row(), record.geometry());
        List<Issue> found = new ArrayList<>(record.issues());
        found.addAll(row.issues());
        found.addAll(geometry.issues());
        issues.add(found);
        List<String> errors = found.stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .map(Issue::code)
                .distinct()
                .toList();
        if (errors.isEmpty()) {
            rows.add(new ImportRow(
                    record.row(),
                    new Change.Content(row.validity(), row.decision(), row.values(), geometry.geometry()),
                    row.dated()));
        } else {
            refusedRows.add(new ImportDiff.RefusedRow(record.row(), row.values(), errors));
        }
    }

    private ImportResult load(StoredFeatures before, Function<StoredFeatures, ImportPlan> planner) {
        progress.update(Stage.COMPARING, 0, rows.size());
        plan = planner.apply(before);
        issues.add(plan.issues());
        if (inspection != null) {
            issues.add(inspection.inspect(PlannedState.of(layer, before.list(layer.name()), plan, rows)));
        }
        progress.update(Stage.COMPARING, rows.size(), rows.size());
        report.plan(plan);
        if (read == 0) {
            issues.add(ImportIssues.empty());
        }
        int inError = issues.countRowsInError();
        if (inError * 2L > read) {
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
        return publish(new Publisher(store).publish(plan, planner, this::draft));
    }

    /** Publishes just what a dry run found, unless the layer was touched since. */
    ImportResult publishPlanned() {
        if (stored != null && stored.isChangedIn(store, layer.name())) {
            return refuse(List.of(ImportIssues.layerChanged(layer)));
        }
        progress.update(Stage.PUBLISHING, 0, plan.changes().size());
        return publish(new Publisher(store).publishExactly(plan, this::draft));
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
        return new ChangesetDraft(origin.author(), origin.source(), message, provenance, plan.changes());
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
                stored == null ? null : diff(outcome, stored));
    }

    private ImportDiff diff(Outcome outcome, StoredFeatures before) {
        Map<Long, List<String>> codes = issues.codesByRow();
        ImportDiff.Rows all = new ImportDiff.Rows(rows, refusedRows, row -> codes.getOrDefault(row, List.of()));
        return new ImportDiff(catalogue, layer, before, outcome == Outcome.REFUSED ? plan.refused() : plan, all);
    }
}
