package vn.ruralmap.server.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.check.CheckReport;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.StoreIssue;

/** A report of a check as JSON, for scripts. */
final class CheckJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CheckJson() {}

    static String of(CheckReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("store", report.store());
        json.put("sound", report.count(Severity.ERROR) == 0);
        json.put("revision", report.revision());
        json.put("changesets", report.changesets());
        json.put("errors", report.count(Severity.ERROR));
        json.put("warnings", report.count(Severity.WARNING));
        json.put("layers", report.layers());
        json.put("findings", report.findings().stream().map(CheckJson::finding).toList());
        return JSON.writeValueAsString(json);
    }

    private static Map<String, Object> finding(CheckReport.Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", finding.code().name());
        json.put("severity", finding.code().severity().name());
        json.put("count", finding.count());
        json.put("meaning", text(finding.code().meaning()));
        json.put("remedy", text(finding.code().remedy()));
        json.put("examples", finding.examples().stream().map(CheckJson::issue).toList());
        return json;
    }

    private static Map<String, Object> issue(StoreIssue issue) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (issue.layer() != null) {
            json.put("layer", issue.layer());
        }
        if (issue.fid() != null) {
            json.put("fid", issue.fid());
        }
        Coordinate place = issue.place();
        if (place != null) {
            json.put("lonLat", List.of(place.x, place.y));
        }
        json.put("message", text(issue.message()));
        return json;
    }

    private static Map<String, String> text(LocalizedText text) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("vi", text.vi());
        json.put("en", text.en());
        return json;
    }
}
