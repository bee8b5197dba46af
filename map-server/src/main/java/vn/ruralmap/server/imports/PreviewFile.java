package vn.ruralmap.server.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.dataimport.ImportPreview;
import vn.ruralmap.dataimport.ImportReport;
import vn.ruralmap.dataimport.ImportReport.Finding;

/** The first rows of a file with what was found in them and what becomes of them. */
final class PreviewFile {

    static final int MOST_ROWS = 200;

    private static final JsonMapper JSON = JsonMapper.shared();

    private PreviewFile() {}

    /**
     * What the page gets.
     *
     * @param total rows of the file
     */
    record Preview(List<ImportPreview.Field> fields, List<PreviewRow> rows, long total) {}

    /** @param outcome ADDED, CHANGED, UNCHANGED, REFUSED; null: not decided */
    record PreviewRow(
            long row,
            List<@Nullable Object> raw,
            List<@Nullable Object> values,
            List<String> issues,
            @Nullable String outcome) {}

    /**
     * @param preview null: the file could not be read
     * @param wholeReport the importer's JSON report
     * @throws IOException if the disk fails
     */
    static void write(@Nullable ImportPreview preview, ImportReport report, Path wholeReport, Path to)
            throws IOException {
        List<PreviewRow> rows = new ArrayList<>();
        if (preview != null && !preview.rows().isEmpty()) {
            long last = preview.rows().get(preview.rows().size() - 1).row();
            Map<Long, String> outcomes = outcomes(wholeReport, last);
            Map<Long, List<String>> issues = issues(report, last);
            for (ImportPreview.Row row : preview.rows()) {
                rows.add(new PreviewRow(
                        row.row(),
                        row.raw(),
                        row.values(),
                        issues.getOrDefault(row.row(), List.of()),
                        outcomes.get(row.row())));
            }
        }
        Preview whole = new Preview(
                preview == null ? List.of() : preview.fields(),
                rows,
                report.counts().read());
        Files.write(to, JSON.writeValueAsBytes(whole));
    }

    /** @throws IOException if the disk fails */
    static JsonNode read(Path file, int rows) throws IOException {
        JsonNode whole = JSON.readTree(Files.readAllBytes(file));
        if (whole.path("rows") instanceof tools.jackson.databind.node.ArrayNode all) {
            while (all.size() > rows) {
                all.remove(all.size() - 1);
            }
        }
        return whole;
    }

    private static Map<Long, List<String>> issues(ImportReport report, long last) {
        Map<Long, List<String>> issues = new HashMap<>();
        for (Finding finding : report.findings().issues()) {
            if (finding.row() > 0 && finding.row() <= last) {
                List<String> ofRow = issues.computeIfAbsent(finding.row(), row -> new ArrayList<>());
                if (!ofRow.contains(finding.code())) {
                    ofRow.add(finding.code());
                }
            }
        }
        return issues;
    }

    /** From the list of features at the end of the report, which may be long. */
    private static Map<Long, String> outcomes(Path wholeReport, long last) throws IOException {
        Map<Long, String> outcomes = new HashMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(wholeReport), 1 << 16);
                JsonParser json = JSON.createParser(in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isDiff = json.currentName().equals("diff");
                json.nextToken();
                if (!isDiff) {
                    json.skipChildren();
                    continue;
                }
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    outcome(json, last, outcomes);
                }
            }
        }
        return outcomes;
    }

    private static void outcome(JsonParser json, long last, Map<Long, String> outcomes) {
        String kind = "";
        long row = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "kind" -> kind = json.getString();
                case "row" -> row = json.getLongValue();
                default -> json.skipChildren();
            }
        }
        if (row > 0 && row <= last) {
            outcomes.putIfAbsent(row, kind);
        }
    }
}
