package vn.ruralmap.dataimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.ImportReport.Counts;
import vn.ruralmap.dataimport.ImportReport.Decision;
import vn.ruralmap.dataimport.ImportReport.Ended;
import vn.ruralmap.dataimport.ImportReport.Finding;
import vn.ruralmap.dataimport.placing.PlaceEvidence;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/** A report in a screenful. */
final class ReportSummary {

    private static final int NAMES_SHOWN = 10;
    private static final int ERRORS_SHOWN = 5;

    private final ImportReport report;
    private final String language;
    private final List<String> lines = new ArrayList<>();

    ReportSummary(ImportReport report, String language) {
        this.report = report;
        this.language = language;
    }

    String text() {
        line(headline());
        Counts counts = report.counts();
        line(new LocalizedText(
                "Đọc " + counts.read() + " dòng: thêm " + counts.added() + ", sửa " + counts.changed()
                        + ", không đổi " + counts.unchanged() + ", từ chối " + counts.refused() + "; hết hiệu lực "
                        + counts.ended() + ".",
                counts.read() + " rows read: " + counts.added() + " added, " + counts.changed() + " changed, "
                        + counts.unchanged() + " unchanged, " + counts.refused() + " refused; " + counts.ended()
                        + " ended."));
        decision("Hệ tọa độ", "Coordinate system", report.decisions().crs());
        if (report.decisions().transformation() != null) {
            line(new LocalizedText(
                    "Phép chuyển: " + report.decisions().transformation(),
                    "Transformation: " + report.decisions().transformation()));
        }
        PlaceEvidence place = report.decisions().place();
        if (place != null && place.isTelling()) {
            line(place.text());
        }
        Decision charset = report.decisions().charset();
        decision("Bảng mã", "Charset", charset);
        report.decisions().texts().stream()
                .filter(text -> charset != null && !text.charset().equals(charset.value()))
                .forEach(text -> decision(
                        "  " + text.field(), "  " + text.field(), new Decision(text.charset(), text.reason())));
        String fields = report.decisions().fields().stream()
                .map(field -> field.field() + " → " + field.attribute())
                .collect(Collectors.joining(", "));
        if (!fields.isEmpty()) {
            line(new LocalizedText("Trường: " + fields, "Fields: " + fields));
        }
        report.ended().forEach(this::ended);
        findings();
        return String.join("\n", lines);
    }

    private LocalizedText headline() {
        String what = report.source().file() + " → " + report.layer() + ": ";
        return switch (report.outcome()) {
            case PUBLISHED ->
                new LocalizedText(
                        what + "đã nhập, lần cập nhật số " + report.changeset() + ".",
                        what + "imported as changeset " + report.changeset() + ".");
            case NOTHING_TO_DO -> new LocalizedText(what + "không có gì thay đổi.", what + "nothing to change.");
            case WOULD_PUBLISH ->
                new LocalizedText(what + "chạy thử, chưa ghi gì.", what + "dry run, nothing was written.");
            case REFUSED ->
                new LocalizedText(what + "bị từ chối, chưa ghi gì.", what + "refused, nothing was written.");
        };
    }

    private void decision(String vi, String en, @Nullable Decision decision) {
        if (decision != null) {
            line(new LocalizedText(
                    vi + ": " + decision.value() + " (" + decision.reason().vi() + ")",
                    en + ": " + decision.value() + " (" + decision.reason().en() + ")"));
        }
    }

    private void ended(Ended ended) {
        int size = ended.features().size();
        String names = ended.features().stream()
                .limit(NAMES_SHOWN)
                .map(feature ->
                        feature.key().isEmpty() ? feature.label() : feature.label() + " (" + feature.key() + ")")
                .collect(Collectors.joining(", "));
        line(new LocalizedText(
                size + " đối tượng hết hiệu lực từ " + ended.since() + ": " + names
                        + (size > NAMES_SHOWN ? " và " + (size - NAMES_SHOWN) + " đối tượng khác" : "") + ".",
                size + " end on " + ended.since() + ": " + names
                        + (size > NAMES_SHOWN ? " and " + (size - NAMES_SHOWN) + " more" : "") + "."));
    }

    private void findings() {
        for (Map.Entry<String, Integer> code : report.findings().counts().entrySet()) {
            List<Finding> listed = report.findings().issues().stream()
                    .filter(finding -> finding.code().equals(code.getKey()))
                    .toList();
            if (listed.isEmpty()) {
                continue;
            }
            Severity severity = listed.get(0).severity();
            boolean ofFields = listed.stream().allMatch(finding -> finding.row() == 0 && finding.field() != null);
            String fields =
                    ofFields ? ": " + listed.stream().map(Finding::field).collect(Collectors.joining(", ")) : "";
            line(LocalizedText.same(severity + " " + code.getKey() + " × " + code.getValue() + fields));
            if (severity != Severity.INFO) {
                listed.stream().limit(ERRORS_SHOWN).forEach(this::finding);
            }
        }
    }

    private void finding(Finding finding) {
        String field = finding.field() == null ? "" : " " + finding.field();
        String vi = finding.row() == 0 ? "tệp" : "dòng " + finding.row();
        String en = finding.row() == 0 ? "file" : "row " + finding.row();
        line(new LocalizedText(
                "  " + vi + field + ": " + finding.message().vi() + " "
                        + finding.remedy().vi(),
                "  " + en + field + ": " + finding.message().en() + " "
                        + finding.remedy().en()));
    }

    private void line(LocalizedText text) {
        lines.add(text.in(language));
    }
}
