package vn.ruralmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ruralmap.conformance.SuiteReport.Result;
import vn.ruralmap.conformance.SuiteReport.Status;

/** The OGC's suite for GML 3.2 on the schema of all layers, and on what WFS and downloads answer for each. */
class GmlConformanceIT {

    private static final String WFS = "/wfs?service=WFS&version=2.0.0&request=";

    private static ConformanceServer demo;
    private static Map<String, SuiteReport> reports;

    @BeforeAll
    static void runTheSuite() {
        demo = ConformanceServer.demo();
        ConformanceServer survey = ConformanceServer.survey();
        Map<String, String> subjects = new LinkedHashMap<>();
        subjects.put("schema", survey.url() + WFS + "DescribeFeatureType");
        // the level of districts ended on 30/6/2025
        Stream.of("provinces", "communes", "hamlets", "material_zones", "tourism_sites", "ntm_status")
                .forEach(layer -> subjects.put(layer, features(demo, layer)));
        subjects.put("districts", features(demo, "districts") + "&as-of=2025-06-30");
        for (SurveyData data : SurveyData.values()) {
            subjects.put(data.layer(), features(survey, data.layer()));
        }
        subjects.put("download", demo.url() + "/download/hamlets.gml");
        reports = Suite.GML32.run("gml32", subjects);
        reports.forEach((name, report) -> System.out.println("GML 3.2, " + name + ": " + report.total()));
    }

    private static String features(ConformanceServer server, String layer) {
        return server.url() + WFS + "GetFeature&typeNames=ntm:" + layer;
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void nothingFails() {
        assertThat(reports).allSatisfy((name, report) -> {
            assertThat(report.with(Status.FAIL)).extracting(Result::toString).isEmpty();
            assertThat(report.with(Status.PASS)).isNotEmpty();
        });
    }
}
