package vn.ruralmap.server.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.dataimport.ImportReport;
import vn.ruralmap.dataimport.ImportReport.Ended;
import vn.ruralmap.dataimport.ImportReport.Finding;
import vn.ruralmap.dataimport.ImportReport.Findings;

/** As much of a report as a page shows; the whole is a download. */
final class ReportExcerpt {

    private static final int MOST_ISSUES = 200;
    private static final int MOST_ENDED = 200;

    private ReportExcerpt() {}

    static JsonNode of(ImportReport report) {
        return JsonMapper.shared()
                .valueToTree(new ImportReport(
                        report.outcome(),
                        report.layer(),
                        report.source(),
                        report.decisions(),
                        report.counts(),
                        ended(report.ended()),
                        new Findings(
                                report.findings().counts(),
                                issues(report.findings().issues())),
                        report.changeset()));
    }

    /** Of every code the first ones, the severe first, so that a thousand of one kind hide no other. */
    private static List<Finding> issues(List<Finding> all) {
        if (all.size() <= MOST_ISSUES) {
            return all;
        }
        Map<String, Integer> seen = new HashMap<>();
        record Ranked(Finding finding, int ofCode) {}
        List<Ranked> ranked = new ArrayList<>();
        all.forEach(finding -> ranked.add(new Ranked(finding, seen.merge(finding.code(), 1, Integer::sum))));
        int fair = Math.max(1, MOST_ISSUES / seen.size());
        ranked.sort(Comparator.comparing((Ranked each) -> each.ofCode() > fair)
                .thenComparing(each -> each.finding().severity(), Comparator.comparingInt(s -> -s.ordinal())));
        return ranked.stream()
                .limit(MOST_ISSUES)
                .map(Ranked::finding)
                .sorted(Comparator.comparingLong(Finding::row))
                .toList();
    }

    private static List<Ended> ended(List<Ended> all) {
        List<Ended> shown = new ArrayList<>();
        int room = MOST_ENDED;
        for (Ended day : all) {
            int taken = Math.min(room, day.features().size());
            if (taken > 0) {
                shown.add(new Ended(day.since(), day.features().subList(0, taken)));
            }
            room -= taken;
        }
        return shown;
    }
}
