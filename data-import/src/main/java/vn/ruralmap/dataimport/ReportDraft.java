package vn.ruralmap.dataimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.ImportReport.Counts;
import vn.ruralmap.dataimport.ImportReport.Decision;
import vn.ruralmap.dataimport.ImportReport.Decisions;
import vn.ruralmap.dataimport.ImportReport.Ended;
import vn.ruralmap.dataimport.ImportReport.EndedFeature;
import vn.ruralmap.dataimport.ImportReport.FieldDecision;
import vn.ruralmap.dataimport.ImportReport.SourceFacts;
import vn.ruralmap.dataimport.ImportReport.TextDecision;
import vn.ruralmap.dataimport.ImportReport.TextSample;
import vn.ruralmap.dataimport.check.FieldMapping;
import vn.ruralmap.dataimport.encoding.ColumnEncoding;
import vn.ruralmap.dataimport.encoding.FileEncoding;
import vn.ruralmap.dataimport.load.ImportPlan;
import vn.ruralmap.dataimport.load.RowOutcomes;
import vn.ruralmap.dataimport.placing.SystemChoice;
import vn.ruralmap.dataimport.read.SourceInfo;
import vn.ruralmap.layers.crs.DeclaredSystem;

/** Gathers what a report needs while the import goes on. */
final class ReportDraft {

    private final String layer;
    private final Supplier<FileFacts> file;
    private @Nullable SourceInfo info;
    private List<String> dataSets = List.of();
    private @Nullable SystemChoice system;
    private List<FieldDecision> fields = List.of();
    private @Nullable ImportPlan plan;

    /** @param file may be slow to tell */
    ReportDraft(String layer, Supplier<FileFacts> file) {
        this.layer = layer;
        this.file = file;
    }

    FileFacts file() {
        return file.get();
    }

    void source(SourceInfo source) {
        info = source;
    }

    /** Of which one has to be chosen before anything can be read. */
    void dataSets(List<String> names) {
        dataSets = names;
    }

    void system(SourcePlace place) {
        system = place.choice();
    }

    void fields(FieldMapping mapping) {
        fields = mapping.entries().stream()
                .map(entry -> new FieldDecision(
                        entry.field(), entry.attribute(), entry.reason().text()))
                .toList();
    }

    /** @param made null: nothing is going to be changed */
    void plan(@Nullable ImportPlan made) {
        plan = made;
    }

    /** What the changeset remembers of its origin. */
    Map<String, String> provenance(long read, long refused) {
        Map<String, String> facts = new TreeMap<>();
        FileFacts source = file();
        facts.put("file", source.name());
        source.sha256()
                .forEach((part, digest) -> facts.put(part.equals(source.name()) ? "sha256" : "sha256 " + part, digest));
        facts.put("size_bytes", Long.toString(source.sizeBytes()));
        if (info != null) {
            facts.put("format", info.format().name());
        }
        Decisions decisions = decisions();
        if (decisions.crs() != null) {
            facts.put("crs", decisions.crs().value());
            facts.put("transformation", Objects.requireNonNullElse(decisions.transformation(), ""));
        }
        if (decisions.charset() != null) {
            facts.put("charset", decisions.charset().value());
            decisions.texts().forEach(text -> facts.put("charset " + text.field(), text.charset()));
        }
        facts.put("rows_read", Long.toString(read));
        facts.put("rows_refused", Long.toString(refused));
        return facts;
    }

    ImportReport finish(ImportResult.Outcome outcome, long read, IssueLog issues, @Nullable Long changeset) {
        FileFacts source = file();
        List<Ended> ended = ended();
        Counts counts = new Counts(
                read,
                count(ImportPlan.Outcome.ADDED),
                count(ImportPlan.Outcome.CHANGED),
                count(ImportPlan.Outcome.UNCHANGED),
                issues.countRowsInError(),
                ended.stream().mapToLong(day -> day.features().size()).sum());
        return new ImportReport(
                outcome,
                layer,
                new SourceFacts(
                        source.name(),
                        source.sizeBytes(),
                        source.sha256(),
                        info == null ? null : info.format().name(),
                        info == null ? null : info.name(),
                        dataSets),
                decisions(),
                counts,
                ended,
                issues.findings(plan == null ? RowOutcomes.NONE : plan.outcomes()),
                changeset);
    }

    private long count(ImportPlan.Outcome outcome) {
        return plan == null ? 0 : plan.outcomes().count(outcome);
    }

    private Decisions decisions() {
        DeclaredSystem declared = system == null ? null : system.system();
        FileEncoding encoding = info == null ? null : info.encoding();
        return new Decisions(
                declared == null || system == null
                        ? null
                        : new Decision(
                                declared.system().code() + " "
                                        + declared.system().name(),
                                system.reason()),
                encoding == null ? null : new Decision(encoding.encoding().name(), encoding.evidence()),
                declared == null ? null : declared.transformation(),
                system == null ? null : system.evidence(),
                fields,
                encoding == null ? List.of() : texts(encoding));
    }

    /** Of the columns whose texts say something about their encoding. */
    private static List<TextDecision> texts(FileEncoding encoding) {
        return encoding.columns().stream()
                .filter(column -> !column.samples().isEmpty())
                .map(ReportDraft::text)
                .toList();
    }

    private static TextDecision text(ColumnEncoding column) {
        return new TextDecision(
                column.field(),
                column.encoding().name(),
                column.confidence(),
                column.evidence(),
                column.samples().stream()
                        .map(sample -> new TextSample(sample.raw(), sample.text()))
                        .toList());
    }

    private List<Ended> ended() {
        Map<LocalDate, List<EndedFeature>> byDay = new TreeMap<>();
        if (plan != null) {
            plan.ended().forEach(one -> byDay.computeIfAbsent(one.since(), day -> new ArrayList<>())
                    .add(new EndedFeature(one.fid(), one.key(), one.label())));
        }
        return byDay.entrySet().stream()
                .map(day -> new Ended(day.getKey(), List.copyOf(day.getValue())))
                .toList();
    }
}
