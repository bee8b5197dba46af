package vn.ruralmap.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.dataimport.IssueCodes;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.ServerFixture;

/** From the file to the published changeset and back. */
class ImportsTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of(
            "ruralmap.imports.per-import", "1MB", "ruralmap.imports.files", "3", "ruralmap.imports.reserve", "1MB"));
    private static final Imports IMPORTS = new Imports(SERVER);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String features() {
        SERVER.bean(Snapshots.class).refresh();
        return SERVER.get("/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=ntm:tourism_sites"
                        + "&OUTPUTFORMAT=application/json")
                .body();
    }

    @Test
    void a_file_is_planned_published_and_undone() {
        String id = IMPORTS.create("tourism_sites");
        IMPORTS.upload(id, "%C4%91i%E1%BB%83m.csv", Imports.sites("Vườn cò", "Chợ nổi"));

        JsonNode planned = IMPORTS.plan(id, "{\"message\":\"thử\"}");
        assertThat(planned.path("state").asString()).as(planned.toString()).isEqualTo("PLANNED");
        assertThat(planned.path("report").path("counts").path("added").asInt()).isEqualTo(2);
        assertThat(planned.path("options").path("file").asString()).isEqualTo("điểm.csv");
        int before = IMPORTS.changesets().size();

        JsonNode published = IMPORTS.publish(id);
        assertThat(published.path("state").asString()).as(published.toString()).isEqualTo("PUBLISHED");
        long changeset = published.path("changeset").asLong();
        JsonNode history = Imports.json(IMPORTS.send("GET", "/api/changesets?limit=1", ""))
                .path("changesets")
                .path(0);
        assertThat(history.path("id").asLong()).isEqualTo(changeset);
        assertThat(history.path("import").asString()).isEqualTo(id);
        assertThat(history.path("message").asString()).isEqualTo("thử");
        assertThat(history.path("size").path("inserted").asInt()).isEqualTo(2);
        assertThat(IMPORTS.changesets()).hasSize(before + 1);
        assertThat(features()).contains("Vườn cò");

        HttpResponse<String> undone = IMPORTS.send("POST", "/api/changesets/" + changeset + "/revert", "");
        assertThat(undone.statusCode()).isEqualTo(201);
        assertThat(Imports.json(undone).path("reverts").asLong()).isEqualTo(changeset);
        assertThat(IMPORTS.send("POST", "/api/changesets/" + changeset + "/revert", "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(features()).doesNotContain("Vườn cò");
    }

    @Test
    void a_charset_may_be_asked_for_one_column_alone() {
        byte[] table = "name,address,wkt\nChợ nổi,Ấp Mỹ,POINT (105.9 9.72)\n".getBytes(StandardCharsets.UTF_8);
        String id = IMPORTS.planned("tourism_sites", "a.csv", table, "{\"charsets\":{\"name\":\"windows-1252\"}}");

        String preview =
                IMPORTS.send("GET", "/api/imports/" + id + "/preview", "").body();

        assertThat(preview).contains("Chá»£", "Ấp Mỹ").doesNotContain("Chợ");
    }

    @Test
    void undoing_what_was_changed_since_names_the_later_change() {
        String first = IMPORTS.planned("tourism_sites", "a.csv", Imports.sites("Làng gốm"), "{}");
        long changeset = IMPORTS.publish(first).path("changeset").asLong();
        String second = IMPORTS.planned(
                "tourism_sites",
                "b.csv",
                "name,kind,phone,wkt\nLàng gốm,craft,0299,POINT (105.9 9.72)\n".getBytes(StandardCharsets.UTF_8),
                "{}");
        long later = IMPORTS.publish(second).path("changeset").asLong();
        assertThat(later).as(IMPORTS.get(second).toString()).isPositive();

        HttpResponse<String> refused = IMPORTS.send("POST", "/api/changesets/" + changeset + "/revert", "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Imports.json(refused).path("title").asString()).isEqualTo("Conflict");
        String author = System.getProperty("user.name");
        assertThat(Imports.json(refused).path("detail").asString())
                .contains("1 feature was", "Làng gốm", "changeset " + later + " of " + author);
        assertThat(Imports.json(refused).path("detail_vi").asString())
                .contains("1 đối tượng", "Làng gốm", "lần thay đổi số " + later + " của " + author)
                .doesNotContain("version", "changeset");
    }

    @Test
    void every_code_is_explained_in_both_languages() {
        String vi = IMPORTS.send("GET", "/imports/codes", "").body();
        String en = IMPORTS.send("GET", "/imports/codes?lang=en", "").body();

        assertThat(IssueCodes.list()).allSatisfy(code -> {
            assertThat(vi).contains("id=\"" + code.code() + "\"");
            assertThat(en).contains("id=\"" + code.code() + "\"");
        });
        assertThat(vi).contains("<html lang=\"vi\">", "Không có tệp này.").doesNotContain("There is no such file.");
        assertThat(en).contains("<html lang=\"en\">", "There is no such file.").doesNotContain("Không có tệp này.");
        assertThat(en).contains("id=\"JSON_TOO_LARGE\"").doesNotContain("<script");
    }

    @Test
    void the_plan_is_published_as_it_was_shown_or_refused() {
        String id = IMPORTS.planned("tourism_sites", "c.csv", Imports.sites("Một", "Hai"), "{}");
        String other = IMPORTS.planned("tourism_sites", "d.csv", Imports.sites("Ba"), "{}");
        assertThat(IMPORTS.publish(other).path("state").asString()).isEqualTo("PUBLISHED");
        int before = IMPORTS.changesets().size();

        JsonNode refused = IMPORTS.publish(id);

        assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("message").path("en").asString()).contains("changeset");
        assertThat(IMPORTS.changesets()).hasSize(before);
        assertThat(IMPORTS.plan(id, "{}").path("state").asString()).isEqualTo("PLANNED");
    }

    @Test
    void other_files_make_an_old_plan_void() {
        String id = IMPORTS.planned("tourism_sites", "e.csv", Imports.sites("Bốn"), "{}");

        IMPORTS.upload(id, "e.csv", Imports.sites("Năm"));

        assertThat(IMPORTS.get(id).path("state").asString()).isEqualTo("NEW");
        HttpResponse<String> refused = IMPORTS.send("POST", "/api/imports/" + id + "/publish", "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Imports.json(refused).path("title").asString()).isEqualTo("NotPlanned");
        assertThat(IMPORTS.send("GET", "/api/imports/" + id + "/preview", "").statusCode())
                .isEqualTo(409);
    }

    @Test
    void preview_map_and_reports_show_what_was_found() {
        String id = IMPORTS.planned(
                "tourism_sites",
                "f.csv",
                "name,kind,wkt\nCầu,craft,POINT (105.91 9.72)\nSai,nothing,POINT (105.92 9.72)\nLá,craft,POINT (105.93 9.72)\n"
                        .getBytes(StandardCharsets.UTF_8),
                "{}");

        JsonNode preview = Imports.json(IMPORTS.send("GET", "/api/imports/" + id + "/preview?rows=2", ""));
        assertThat(preview.path("total").asInt()).isEqualTo(3);
        assertThat(preview.path("rows").size()).isEqualTo(2);
        assertThat(preview.path("rows").path(0).path("outcome").asString()).isEqualTo("ADDED");
        assertThat(preview.path("rows").path(1).path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(preview.path("rows").path(1).path("issues").toString()).contains("CODE_UNKNOWN");
        assertThat(preview.path("fields").path(0).path("attribute").asString()).isEqualTo("name");

        JsonNode map = Imports.json(IMPORTS.send("GET", "/api/imports/" + id + "/map", ""));
        assertThat(map.path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(map.path("bbox").size()).isEqualTo(4);
        assertThat(map.path("shown").asInt()).isEqualTo(map.path("features").size());
        assertThat(map.path("features").path(0).path("properties").path("side").asString())
                .isEqualTo("after");

        for (String format : new String[] {"json", "csv", "geojson", "txt"}) {
            HttpResponse<String> report = IMPORTS.send("GET", "/api/imports/" + id + "/report." + format, "");
            assertThat(report.statusCode()).isEqualTo(200);
            assertThat(report.body()).contains("Cầu");
            assertThat(report.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("attachment", id + "." + format);
            assertThat(report.headers().firstValue("Cache-Control")).contains("no-store");
        }
        assertThat(IMPORTS.send("GET", "/api/imports/" + id + "/report.exe", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_with_the_reason() {
        String id = IMPORTS.planned("communes", "a.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "{}");

        JsonNode refused = IMPORTS.get(id);

        assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("message").path("vi").asString()).contains("PDF");
        assertThat(refused.path("report").path("findings").path("counts").has("FORMAT_UNKNOWN"))
                .isTrue();
        assertThat(IMPORTS.send("GET", "/api/imports/" + id + "/map", "").statusCode())
                .isEqualTo(200);
        assertThat(Imports.json(IMPORTS.send("GET", "/api/imports/" + id + "/preview", ""))
                        .path("rows")
                        .size())
                .isZero();
    }

    @Test
    void of_several_data_sets_one_must_be_chosen() {
        String id = IMPORTS.create("tourism_sites");
        HttpResponse<String> nothing = IMPORTS.send("POST", "/api/imports/" + id + "/plan", "{}");
        assertThat(nothing.statusCode()).isEqualTo(400);
        IMPORTS.upload(id, "a.csv", Imports.sites("Sáu"));
        IMPORTS.upload(id, "b.csv", Imports.sites("Bảy"));

        HttpResponse<String> refused = IMPORTS.send("POST", "/api/imports/" + id + "/plan", "{}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Imports.json(refused).path("locator").asString()).isEqualTo("file");
        assertThat(Imports.json(refused).path("detail").asString()).contains("a.csv, b.csv");
        assertThat(dataSets(IMPORTS.get(id))).containsExactly("a.csv", "b.csv");
        assertThat(IMPORTS.plan(id, "{\"file\":\"b.csv\"}").path("state").asString())
                .isEqualTo("PLANNED");
    }

    private static List<String> dataSets(JsonNode one) {
        return one.path("dataSets")
                .valueStream()
                .map(each -> each.path("file").asString()
                        + (each.path("member").isNull()
                                ? ""
                                : ":" + each.path("member").asString()))
                .toList();
    }

    @Test
    void of_several_data_sets_in_one_file_one_is_chosen_and_the_others_stay_known() throws IOException {
        String id = IMPORTS.create("tourism_sites");
        IMPORTS.upload(id, "0.csv", Imports.sites("Mười"));
        IMPORTS.upload(id, "hai.zip", Imports.zip("một.csv", Imports.sites("Ba"), "hai.csv", Imports.sites("Bốn")));

        JsonNode refused = IMPORTS.plan(id, "{\"file\":\"hai.zip\"}");

        assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("report").path("findings").path("counts").has("SEVERAL_DATA_SETS"))
                .isTrue();
        assertThat(dataSets(refused)).containsExactly("0.csv", "hai.zip:một.csv", "hai.zip:hai.csv");
        JsonNode planned = IMPORTS.plan(id, "{\"file\":\"hai.zip\",\"member\":\"hai.csv\"}");
        assertThat(planned.path("state").asString()).as(planned.toString()).isEqualTo("PLANNED");
        assertThat(dataSets(planned)).isEqualTo(dataSets(refused));
        IMPORTS.upload(id, "hai.zip", Imports.sites("Sáu"));
        assertThat(dataSets(IMPORTS.get(id))).isEmpty();
    }

    @Test
    void what_is_too_large_is_refused_and_leaves_nothing() {
        String id = IMPORTS.create("communes");

        HttpResponse<String> refused = IMPORTS.put("/api/imports/" + id + "/files/a.zip", new byte[(1 << 20) + 1]);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(Imports.json(refused).path("title").asString()).isEqualTo("ImportTooLarge");
        IMPORTS.upload(id, "1", new byte[600_000]);
        assertThat(IMPORTS.put("/api/imports/" + id + "/files/2", new byte[600_000])
                        .statusCode())
                .isEqualTo(413);
        IMPORTS.upload(id, "1", new byte[700_000]);
        IMPORTS.upload(id, "2", new byte[1]);
        IMPORTS.upload(id, "3", new byte[0]);
        assertThat(IMPORTS.put("/api/imports/" + id + "/files/4", new byte[1]).statusCode())
                .isEqualTo(413);
        assertThat(IMPORTS.get(id).path("files").size()).isEqualTo(3);
    }

    @Test
    void a_body_that_calls_itself_a_form_is_a_file_all_the_same() {
        String id = IMPORTS.create("tourism_sites");
        String path = "/api/imports/" + id + "/files/a.csv";

        for (String type : new String[] {
            "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "text/csv"
        }) {
            assertThat(IMPORTS.put(path, Imports.sites("Tám"), "Content-Type", type)
                            .statusCode())
                    .isEqualTo(204);
        }

        assertThat(IMPORTS.get(id).path("files").path(0).path("size").asInt()).isEqualTo(Imports.sites("Tám").length);
    }

    @Test
    void deleting_takes_files_and_reports_away_and_leaves_the_changeset() {
        String id = IMPORTS.planned("tourism_sites", "g.csv", Imports.sites("Chín"), "{}");
        long changeset = IMPORTS.publish(id).path("changeset").asLong();

        assertThat(IMPORTS.send("DELETE", "/api/imports/" + id + "/files/nothing", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(IMPORTS.send("DELETE", "/api/imports/" + id, "").statusCode())
                .isEqualTo(204);

        assertThat(IMPORTS.send("GET", "/api/imports/" + id, "").statusCode()).isEqualTo(404);
        assertThat(IMPORTS.changesets()).contains(changeset);
    }

    @Test
    void nothing_runs_that_could_be_cancelled() {
        String id = IMPORTS.create("communes");

        assertThat(IMPORTS.send("POST", "/api/imports/" + id + "/cancel", "").statusCode())
                .isEqualTo(409);
    }

    @Test
    void the_list_tells_what_an_import_may_say() {
        String id = IMPORTS.create("communes");

        JsonNode list = Imports.json(IMPORTS.send("GET", "/api/imports", ""));

        assertThat(list.path("limits").path("fileBytes").asLong()).isEqualTo(1 << 20);
        assertThat(list.path("layers").toString()).contains("communes", "ntm_status");
        assertThat(list.path("charsets").toString()).contains("tcvn3", "vni");
        assertThat(list.path("systems").toString()).contains("EPSG:9209");
        assertThat(list.path("imports").path(0).path("id").asString()).isEqualTo(id);
    }
}
