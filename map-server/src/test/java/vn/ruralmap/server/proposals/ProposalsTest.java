package vn.ruralmap.server.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.layers.store.AuditLog;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.EditOutcome;
import vn.ruralmap.server.editing.Editing;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.editing.Writer;

class ProposalsTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Nguyễn Thị Lan");
    private static final Officer MINH = Officer.of(SERVER, "Trần Minh");
    private static final Officer HOA = Officer.of(SERVER, "Lê Hoa");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String path(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return Officer.header(created, "Location");
    }

    /** Does it to the proposal as it is. */
    private static JsonNode step(Officer officer, String path, String action, String comment, int status) {
        String tag = Officer.header(officer.get(path), "ETag");
        HttpResponse<String> answer =
                officer.send("POST", path + "/" + action, "{'comment':'" + comment + "'}", "If-Match", tag);
        assertThat(answer.statusCode()).as(action + ": " + answer.body()).isEqualTo(status);
        return Officer.json(answer);
    }

    private static List<String> texts(JsonNode array, String member) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.get(member).asString())
                .toList();
    }

    @Test
    void a_moved_vertex_goes_through_review_into_both_zones_and_back_bit_for_bit() {
        Zones zones = Zones.create(LAN, 0);
        String westBefore = zones.geometry(zones.west());
        String eastBefore = zones.geometry(zones.east());
        HttpResponse<String> created = LAN.send(
                "POST",
                "/api/proposals",
                Zones.proposal(
                        "Chỉnh ranh giới",
                        Zones.update(zones.west(), 1, Zones.west(0, 105.92012345)),
                        Zones.update(zones.east(), 1, Zones.east(0, 105.92012345))));
        String path = path(created);
        assertThat(Officer.json(created).get("state").asString()).isEqualTo("draft");
        assertThat(Officer.json(created).get("conflicts")).isEmpty();

        step(LAN, path, "submit", "", 200);
        assertThat(step(LAN, path, "approve", "", 403).get("title").asString()).isEqualTo("OwnWork");
        JsonNode seen = Officer.json(MINH.get(path));
        assertThat(texts(seen.get("allowed"), 0)).containsExactly("approve", "return");
        assertThat(seen.get("changes")).hasSize(2);
        JsonNode shift = seen.get("changes").get(0).get("shift");
        assertThat(shift.get("movedMetres").asDouble()).isBetween(13.0, 14.0);
        assertThat(shift.get("hectaresChanged").asDouble()).isBetween(0.29, 0.31);
        assertThat(Officer.json(MINH.get(path + "/before-after.geojson")).get("features"))
                .hasSize(4);
        assertThat(zones.geometry(zones.west())).isEqualTo(westBefore);
        step(MINH, path, "approve", "Đúng hiện trạng", 200);
        assertThat(step(LAN, path, "publish", "", 403).get("title").asString()).isEqualTo("OwnWork");
        JsonNode published = step(MINH, path, "publish", "", 200);

        assertThat(published.get("state").asString()).isEqualTo("published");
        assertThat(zones.geometry(zones.west())).contains("105.92012345");
        assertThat(zones.geometry(zones.east())).contains("105.92012345");
        assertThat(zones.get(zones.west()).get("properties").get("decision").asString())
                .isEqualTo("QĐ 12/2026");
        long changeset = published.get("changeset").asLong();
        assertThat(SERVER.bean(FeatureStore.class)
                        .findChangeset(changeset)
                        .orElseThrow()
                        .author())
                .isEqualTo(LAN.name());
        // a lost answer: the same request again does nothing
        assertThat(step(MINH, path, "publish", "", 200).get("changeset").asLong())
                .isEqualTo(changeset);
        assertThat(zones.version(zones.west())).isEqualTo(2);
        assertThat(Officer.json(LAN.get(path)).get("changes")).hasSize(2);

        assertThat(step(HOA, path, "revert", "Nhầm", 200).get("state").asString())
                .isEqualTo("reverted");
        assertThat(zones.geometry(zones.west())).isEqualTo(westBefore);
        assertThat(zones.geometry(zones.east())).isEqualTo(eastBefore);
        assertThat(texts(Officer.json(LAN.get(path)).get("transitions"), "action"))
                .containsExactly("create", "submit", "approve", "publish", "revert");
        assertThat(SERVER.bean(FeatureStore.class).auditLog().list(LAN.name(), Long.MAX_VALUE, 100))
                .filteredOn(entry -> path.endsWith(String.valueOf(entry.subject())))
                .extracting(AuditLog.Entry::action, AuditLog.Entry::isRefused)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("proposal-submit", false),
                        org.assertj.core.groups.Tuple.tuple("proposal-approve", true));
    }

    private static List<String> texts(JsonNode array, int unused) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void two_officers_who_collide_keep_their_work() {
        Zones zones = Zones.create(LAN, 1);
        String lans = path(LAN.send(
                "POST",
                "/api/proposals",
                Zones.proposal(
                        "Của Lan",
                        Zones.update(zones.west(), 1, Zones.west(1, 105.9201)),
                        Zones.update(zones.east(), 1, Zones.east(1, 105.9201)))));
        String minhs = path(MINH.send(
                "POST",
                "/api/proposals",
                Zones.proposal("Của Minh", Zones.change(zones.east(), 1, "'product':'Xoài','zone_code':'VN-DONG-1'"))));
        for (String path : List.of(lans, minhs)) {
            Officer author = path.equals(lans) ? LAN : MINH;
            step(author, path, "submit", "", 200);
            step(HOA, path, "approve", "", 200);
        }
        step(HOA, lans, "publish", "", 200);

        JsonNode conflict = step(HOA, minhs, "publish", "", 409);
        assertThat(conflict.get("isAutomatic").asBoolean()).isTrue();
        JsonNode first = conflict.get("conflicts").get(0);
        assertThat(first.get("changedBy").asString()).isEqualTo(LAN.name());
        assertThat(first.get("geometry").get("theirs").toString()).contains("105.9201");
        assertThat(Officer.json(MINH.get(minhs)).get("edits")).hasSize(1);
        HttpResponse<String> rebased = MINH.send("POST", minhs + "/rebase", "{}");
        assertThat(rebased.statusCode()).as(rebased.body()).isEqualTo(200);
        assertThat(Officer.json(rebased).get("state").asString()).isEqualTo("draft");
        step(MINH, minhs, "submit", "", 200);
        step(HOA, minhs, "approve", "", 200);
        step(HOA, minhs, "publish", "", 200);

        assertThat(zones.geometry(zones.east())).contains("105.9201");
        assertThat(zones.get(zones.east()).get("properties").get("product").asString())
                .isEqualTo("Xoài");
    }

    @Test
    void who_contradicts_chooses() {
        Zones zones = Zones.create(LAN, 2);
        String path = path(LAN.send(
                "POST",
                "/api/proposals",
                Zones.proposal("Đổi cây", Zones.change(zones.west(), 1, "'product':'Cam','holder':'HTX 1'"))));
        MINH.get("/ogc/collections/material_zones/items?limit=100");
        MINH.send(
                "PATCH", "/ogc/collections/material_zones/items/" + zones.west(), "{'properties':{'product':'Quýt'}}");

        JsonNode problem = step(LAN, path, "submit", "", 409);
        assertThat(texts(problem.get("conflicts").get(0).get("open"), 0)).containsExactly("product");
        assertThat(LAN.send("POST", path + "/rebase", "{}").statusCode()).isEqualTo(409);
        HttpResponse<String> rebased = LAN.send(
                "POST", path + "/rebase", "{'choices':{'material_zones." + zones.west() + "':{'product':'theirs'}}}");
        assertThat(rebased.statusCode()).as(rebased.body()).isEqualTo(200);
        JsonNode edit = Officer.json(LAN.get(path)).get("edits").get(0);
        assertThat(edit.get("properties").toString()).isEqualTo("{\"holder\":\"HTX 1\"}");
        assertThat(edit.get("version").asInt()).isEqualTo(2);
    }

    @Test
    void an_overlap_and_a_gap_are_told_with_both_names_place_and_size() {
        Zones zones = Zones.create(LAN, 3);
        String overlap = "{'edits':[" + Zones.update(zones.west(), 1, Zones.west(3, 105.921)) + "]}";

        JsonNode findings =
                Officer.json(LAN.send("POST", "/api/proposals/check", overlap)).get("findings");

        assertThat(findings).hasSize(1);
        JsonNode finding = findings.get(0);
        assertThat(finding.get("code").asString()).isEqualTo("COVERAGE_OVERLAP");
        assertThat(finding.get("severity").asString()).isEqualTo("error");
        assertThat(texts(finding.get("features"), 0))
                .containsExactly("material_zones." + zones.west(), "material_zones." + zones.east());
        assertThat(finding.get("size").get("value").asDouble()).isBetween(24_000.0, 24_500.0);
        assertThat(finding.get("place").get("type").asString()).isEqualTo("Polygon");
        assertThat(finding.get("text").get("vi").asString()).contains("VN-TAY-3", "VN-DONG-3", "2,43 ha");
        String path = path(LAN.send(
                "POST",
                "/api/proposals",
                Zones.proposal("Chồng lên", Zones.update(zones.west(), 1, Zones.west(3, 105.921)))));
        assertThat(step(LAN, path, "submit", "Vì thế", 422).get("title").asString())
                .isEqualTo("ProposalFaulty");

        String gap = "{'edits':[" + Zones.update(zones.west(), 1, Zones.west(3, 105.919)) + "]}";
        finding = Officer.json(LAN.send("POST", "/api/proposals/check", gap))
                .get("findings")
                .get(0);
        assertThat(finding.get("code").asString()).isEqualTo("COVERAGE_GAP");
        assertThat(finding.get("severity").asString()).isEqualTo("warning");
        assertThat(finding.get("text").get("en").asString()).contains("VN-TAY-3", "VN-DONG-3", "2.43 ha");
    }

    @Test
    void a_warning_is_explained_before_an_approver_sees_it() {
        Zones zones = Zones.create(LAN, 4);
        String path = path(LAN.send(
                "POST",
                "/api/proposals",
                Zones.proposal("Làm đường", Zones.update(zones.west(), 1, Zones.west(4, 105.919)))));

        assertThat(step(LAN, path, "submit", "", 422).get("title").asString()).isEqualTo("WarningsUnexplained");
        assertThat(LAN.send(
                                "POST",
                                path + "/comments",
                                "{'text':'Đường mới','feature':'material_zones." + zones.west() + "'}")
                        .statusCode())
                .isEqualTo(201);
        step(LAN, path, "submit", "", 200);
        assertThat(step(MINH, path, "return", "", 422).get("title").asString()).isEqualTo("CommentMissing");
        step(MINH, path, "return", "Thiếu biên bản", 200);
        JsonNode notices = Officer.json(LAN.get("/api/notifications"));
        assertThat(notices.get("notifications").get(0).get("action").asString()).isEqualTo("return");
        assertThat(notices.get("unseen").asInt()).isPositive();
        assertThat(LAN.send("POST", "/api/notifications/seen", "").statusCode()).isEqualTo(204);
        assertThat(Officer.json(LAN.get("/api/notifications")).get("unseen").asInt())
                .isZero();
    }

    @Test
    void a_draft_is_saved_in_the_version_that_was_seen_and_a_repeated_request_makes_none() {
        Zones zones = Zones.create(LAN, 5);
        String body = Zones.proposal("Một lần", Zones.change(zones.west(), 1, "'product':'Mít'"));
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = LAN.send("POST", "/api/proposals", body, "Idempotency-Key", key);
        HttpResponse<String> again = LAN.send("POST", "/api/proposals", body, "Idempotency-Key", key);
        String path = path(first);
        assertThat(path(again)).isEqualTo(path);
        assertThat(LAN.send("POST", "/api/proposals", body.replace("Mít", "Na"), "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(422);

        assertThat(LAN.send("PUT", path, body).statusCode()).isEqualTo(428);
        HttpResponse<String> saved = MINH.send("PUT", path, body.replace("Mít", "Na"), "If-Match", "\"1\"");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        HttpResponse<String> late = LAN.send("PUT", path, body, "If-Match", "\"1\"");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(Officer.json(late).get("changedBy").asString()).isEqualTo(MINH.name());
        // who has a hand in it does not approve it
        step(LAN, path, "submit", "", 200);
        step(MINH, path, "approve", "", 403);
        assertThat(step(LAN, path, "withdraw", "", 200).get("state").asString()).isEqualTo("withdrawn");
        assertThat(LAN.send("DELETE", path, "").statusCode()).isEqualTo(200);
        assertThat(LAN.get("/api/proposals?mine=true").body()).doesNotContain(path.substring(path.length() - 12));
        assertThat(LAN.get("/api/proposals?state=discarded").body()).contains(path.substring(path.length() - 12));
        assertThat(SERVER.get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void a_legal_change_holds_from_its_day_and_keeps_what_it_does_not_name() {
        Zones zones = Zones.create(LAN, 6);
        String path = path(LAN.send(
                "POST",
                "/api/proposals",
                Zones.proposal(
                                "Từ năm sau",
                                Zones.update(zones.west(), 1, Zones.west(6, 105.9202)),
                                Zones.update(zones.east(), 1, Zones.east(6, 105.9202)))
                        .replace("'edits'", "'validFrom':'2035-01-01','edits'")));
        step(LAN, path, "submit", "", 200);
        step(MINH, path, "approve", "", 200);
        step(MINH, path, "publish", "", 200);

        assertThat(zones.geometry(zones.west())).doesNotContain("105.9202");
        assertThat(zones.get(zones.west()).get("properties").get("valid_to").asString())
                .isEqualTo("2035-01-01");
        String later = SERVER.get("/ogc/collections/material_zones/items?as-of=2035-01-01&zone_code=VN-TAY-6")
                .body();
        assertThat(later).contains("105.9202").doesNotContain("BI-MAT");
        assertThat(SERVER.bean(FeatureStore.class).revision()).isPositive();
        step(MINH, path, "revert", "", 200);
        assertThat(zones.get(zones.west()).get("properties").get("valid_to").isNull())
                .isTrue();
    }

    @Test
    void history_tells_who_and_why_and_brings_back_what_was_deleted() {
        Zones zones = Zones.create(LAN, 7);
        String item = "/ogc/collections/material_zones/items/" + zones.west();
        String before = zones.geometry(zones.west());
        LAN.get(item);
        LAN.send(
                "PATCH",
                item + "?message=Sai",
                "{'properties':{'product':'Chuối','phone':'0900'}}",
                "If-Match",
                "\"1\"");
        LAN.send("DELETE", item, "", "If-Match", "\"2\"");

        JsonNode history = Officer.json(MINH.get("/api/history/material_zones/" + zones.west()));
        assertThat(texts(history.get("versions"), "op")).containsExactly("delete", "update", "insert");
        assertThat(history.get("versions").get(1).get("why").asString()).isEqualTo("Sai");
        assertThat(MINH.get("/api/history?layer=material_zones&bbox=105.91,9.73,105.93,9.75")
                        .body())
                .contains("material_zones." + zones.west());
        assertThat(MINH.get("/api/history?author=Nguy%E1%BB%85n%20Th%E1%BB%8B%20Lan")
                        .body())
                .contains("material_zones." + zones.west());
        assertThat(SERVER.get("/api/history?layer=material_zones").statusCode()).isEqualTo(401);
        String then = history.get("versions").get(1).get("when").asString();
        assertThat(Officer.json(MINH.get("/api/history/material_zones/at/" + then + ".geojson"))
                        .get("features")
                        .toString())
                .contains("\"VN-TAY-7\"", "Chuối");

        HttpResponse<String> restored =
                MINH.send("POST", "/api/history/material_zones/" + zones.west() + "/restore", "{'version':1}");
        String path = path(restored);
        step(MINH, path, "submit", "", 200);
        step(HOA, path, "approve", "", 200);
        step(HOA, path, "publish", "", 200);
        assertThat(zones.geometry(zones.west())).isEqualTo(before);
        assertThat(zones.get(zones.west()).get("properties").get("product").asString())
                .isEqualTo("Bưởi");
    }

    @Test
    void a_changeset_that_was_published_while_the_head_was_not_written_is_taken_over() {
        Zones zones = Zones.create(LAN, 8);
        String path = path(LAN.send(
                "POST", "/api/proposals", Zones.proposal("Dở dang", Zones.change(zones.west(), 1, "'product':'Ổi'"))));
        step(LAN, path, "submit", "", 200);
        step(MINH, path, "approve", "", 200);
        Drafts drafts = SERVER.bean(Drafts.class);
        Proposal proposal = drafts.get(path.substring(path.length() - 12)).proposal();
        EditOutcome outcome = SERVER.bean(Editing.class)
                .apply(SERVER.bean(ProposalFlow.class)
                        .request(
                                new Writer(MINH.name(), "test", Set.of(Role.APPROVER), List.of()),
                                proposal,
                                drafts.edits(proposal)));

        SERVER.bean(Recovery.class).settle();

        Proposal settled = drafts.get(proposal.id()).proposal();
        assertThat(settled.state()).isEqualTo(ProposalState.PUBLISHED);
        assertThat(settled.changeset()).isEqualTo(outcome.changeset());
        assertThat(settled.steps().get(settled.steps().size() - 1).who()).isEqualTo(MINH.name());
    }

    @Test
    void a_commune_that_leaves_land_to_nobody_is_refused_by_every_service() {
        String item = "/ogc/collections/communes/items/5";
        LAN.get(item);
        // Nhơn Mỹ gives a strip along An Lạc Thôn away
        String smaller = "{'geometry':{'type':'Polygon','coordinates':[[[105.9,9.7],[105.95,9.7],[105.95,9.749],"
                + "[105.9,9.749],[105.9,9.7]]]}}";
        HttpResponse<String> refused = LAN.send("PATCH", item, smaller, "If-Match", "\"1\"");

        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode issue = Officer.json(refused).get("issues").get(0);
        assertThat(issue.get("code").asString()).isEqualTo("COVERAGE_GAP");
        assertThat(issue.get("message").asString()).contains("Nhơn Mỹ", "An Lạc Thôn", "60.", "ha", "111 m");
        String larger = smaller.replace("9.749", "9.751");
        assertThat(Officer.json(LAN.send("PATCH", item, larger, "If-Match", "\"1\""))
                        .get("issues")
                        .get(0)
                        .get("message")
                        .asString())
                .contains("Nhơn Mỹ (communes.5) and An Lạc Thôn (communes.4) overlap by 60.");
    }
}
