package vn.ruralmap.dataimport;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.ImportReport.Finding;
import vn.ruralmap.dataimport.diff.FeatureDiff;
import vn.ruralmap.dataimport.diff.FeatureDiff.BorderChange;
import vn.ruralmap.dataimport.diff.ImportDiff;

/**
 * A line for each feature, then one for each finding (kind {@code ISSUE}).
 *
 * <p>RFC 4180. With a byte order mark, without which Excel takes UTF-8 for the code page of the machine. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it, since texts come from files of strangers.
 */
final class ReportCsv {

    private static final List<String> COLUMNS = List.of(
            "kind",
            "row",
            "fid",
            "key",
            "label",
            "changes",
            "moved_m",
            "area_before_ha",
            "area_after_ha",
            "difference_ha",
            "ends_on",
            "successors",
            "issues",
            "severity",
            "field",
            "lon",
            "lat",
            "message_vi",
            "message_en",
            "remedy_vi",
            "remedy_en");

    private ReportCsv() {}

    static void write(ImportResult result, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write('\uFEFF');
            out.write(String.join(",", COLUMNS));
            out.write("\r\n");
            ImportDiff diff = result.diff();
            if (diff != null) {
                for (Iterator<FeatureDiff> features = diff.stream().iterator(); features.hasNext(); ) {
                    line(out, cells(features.next()));
                }
            }
            for (Finding finding : result.report().findings().issues()) {
                line(out, cells(finding));
            }
        }
    }

    private static Map<String, @Nullable Object> cells(FeatureDiff feature) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("kind", feature.kind());
        cells.put("row", feature.row() == 0 ? null : feature.row());
        cells.put("fid", feature.fid());
        cells.put("key", feature.key());
        cells.put("label", feature.label());
        cells.put(
                "changes", feature.attributes().stream().map(Objects::toString).collect(Collectors.joining("; ")));
        BorderChange border = feature.border();
        if (border != null) {
            cells.put("moved_m", rounded(border.movedMetres(), 3));
            cells.put("area_before_ha", rounded(border.beforeHectares(), 4));
            cells.put("area_after_ha", rounded(border.afterHectares(), 4));
            cells.put("difference_ha", rounded(border.differenceHectares(), 4));
        }
        if (feature.ending() != null) {
            cells.put("ends_on", feature.ending().since());
            cells.put(
                    "successors",
                    feature.ending().successors().stream()
                            .map(Objects::toString)
                            .collect(Collectors.joining("; ")));
        }
        cells.put("issues", String.join(" ", feature.issues()));
        return cells;
    }

    private static Map<String, @Nullable Object> cells(Finding finding) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("kind", "ISSUE");
        cells.put("row", finding.row() == 0 ? null : finding.row());
        cells.put("issues", finding.code());
        cells.put("severity", finding.severity());
        cells.put("field", finding.field());
        if (finding.lonLat() != null) {
            cells.put("lon", rounded(finding.lonLat().x(), 8));
            cells.put("lat", rounded(finding.lonLat().y(), 8));
        }
        cells.put("message_vi", finding.message().vi());
        cells.put("message_en", finding.message().en());
        cells.put("remedy_vi", finding.remedy().vi());
        cells.put("remedy_en", finding.remedy().en());
        return cells;
    }

    private static @Nullable BigDecimal rounded(@Nullable Double value, int digits) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }

    private static void line(BufferedWriter out, Map<String, @Nullable Object> cells) throws IOException {
        String[] line = new String[COLUMNS.size()];
        Arrays.setAll(line, i -> cell(cells.get(COLUMNS.get(i))));
        out.write(String.join(",", line));
        out.write("\r\n");
    }

    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (!(value instanceof Number) && !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
