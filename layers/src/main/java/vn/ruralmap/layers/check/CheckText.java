package vn.ruralmap.layers.check;

import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.StoreIssue;

/** A report as text for people. */
public final class CheckText {

    private CheckText() {}

    /** Lines between {@code \n}, in both languages. */
    public static LocalizedText of(CheckReport report) {
        return new LocalizedText(text(report, "vi"), text(report, "en"));
    }

    private static String text(CheckReport report, String language) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(headline(report).in(language));
        for (CheckReport.LayerCounts layer : report.layers()) {
            lines.add(new LocalizedText(
                            "  %s: %d đối tượng, %d phiên bản, lần cập nhật %d",
                            "  %s: %d features, %d versions, changeset %d")
                    .in(language)
                    .formatted(layer.layer(), layer.features(), layer.versions(), layer.revision()));
        }
        for (CheckReport.Finding finding : report.findings()) {
            lines.add(severity(finding.code().severity()).in(language) + " " + finding.code() + " × " + finding.count()
                    + ": " + finding.code().meaning().in(language));
            for (StoreIssue issue : finding.examples()) {
                lines.add("  - " + issue.message().in(language) + place(issue.place()));
            }
            if (finding.count() > finding.examples().size()) {
                lines.add("  - ...");
            }
            lines.add("  → " + finding.code().remedy().in(language));
        }
        return lines.toString();
    }

    private static String place(@Nullable Coordinate place) {
        return place == null ? "" : String.format(Locale.ROOT, " (%.6f %.6f)", place.x, place.y);
    }

    private static LocalizedText severity(Severity severity) {
        return switch (severity) {
            case ERROR -> new LocalizedText("LỖI", "ERROR");
            case WARNING -> new LocalizedText("CẢNH BÁO", "WARNING");
            case INFO -> new LocalizedText("LƯU Ý", "NOTE");
        };
    }

    private static LocalizedText headline(CheckReport report) {
        long errors = report.count(Severity.ERROR);
        long warnings = report.count(Severity.WARNING);
        String store = report.store();
        return new LocalizedText(
                store + ": " + (errors > 0 ? "có lỗi" : "tốt") + ", lần cập nhật " + report.revision() + "; " + errors
                        + " lỗi, " + warnings + " cảnh báo.",
                store + ": " + (errors > 0 ? "not sound" : "sound") + ", revision " + report.revision() + "; " + errors
                        + " errors, " + warnings + " warnings.");
    }
}
