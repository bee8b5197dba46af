package vn.ruralmap.server.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;

class LockTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Lan");
    private static final Officer MINH = Officer.of(SERVER, "Minh");
    private static final String NAMESPACES = " service='WFS' version='2.0.0' xmlns:wfs='http://www.opengis.net/wfs/2.0'"
            + " xmlns:fes='http://www.opengis.net/fes/2.0' xmlns:ntm='urn:ruralmap:ntm'";
    private static final Pattern LOCK = Pattern.compile("lockId=\"([^\"]+)\"");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static HttpResponse<String> send(Officer officer, String body) {
        return officer.send("POST", "/wfs", body, "Content-Type", "application/xml");
    }

    private static String query(String type, long fid) {
        return "<wfs:Query typeNames='ntm:" + type + "'><fes:Filter><fes:ResourceId rid='" + type + "." + fid
                + "'/></fes:Filter></wfs:Query>";
    }

    private static HttpResponse<String> lock(Officer officer, String attributes, String queries) {
        return send(officer, "<wfs:LockFeature" + NAMESPACES + " " + attributes + ">" + queries + "</wfs:LockFeature>");
    }

    private static String lockId(HttpResponse<String> answer) {
        Matcher id = LOCK.matcher(answer.body());
        assertThat(id.find()).as(answer.body()).isTrue();
        return id.group(1);
    }

    private static HttpResponse<String> update(Officer officer, String attributes, long fid, String households) {
        return send(
                officer,
                "<wfs:Transaction" + NAMESPACES + " " + attributes
                        + "><wfs:Update typeName='ntm:hamlets'><wfs:Property>"
                        + "<wfs:ValueReference>households</wfs:ValueReference><wfs:Value>" + households
                        + "</wfs:Value></wfs:Property><fes:Filter><fes:ResourceId rid='hamlets." + fid
                        + "'/></fes:Filter></wfs:Update></wfs:Transaction>");
    }

    @Test
    void what_is_locked_is_changed_only_by_who_holds_the_lock_whatever_the_service() {
        HttpResponse<String> locked = lock(LAN, "expiry='300'", query("hamlets", 1));
        assertThat(locked.statusCode()).as(locked.body()).isEqualTo(200);
        assertThat(locked.body())
                .contains("<fes:ResourceId rid=\"hamlets.1\"/>")
                .doesNotContain("FeaturesNotLocked");
        String id = lockId(locked);

        HttpResponse<String> without = update(MINH, "", 1, "1");
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body())
                .contains("exceptionCode=\"MissingParameterValue\"", "locator=\"lockId\"", "hamlets.1 locked until");
        MINH.get("/ogc/collections/hamlets/items/1");
        HttpResponse<String> byApi =
                MINH.send("PATCH", "/ogc/collections/hamlets/items/1", "{'properties':{'households':1}}");
        assertThat(byApi.statusCode()).isEqualTo(423);
        assertThat(byApi.body()).contains("locked_until");
        assertThat(SERVER.change("/api/changesets/2/revert", "").statusCode()).isGreaterThanOrEqualTo(400);

        assertThat(update(LAN, "lockId='" + id + "' releaseAction='SOME'", 1, "2")
                        .statusCode())
                .isEqualTo(200);
        // what was changed is let go
        assertThat(update(MINH, "", 1, "3").statusCode()).isEqualTo(403);
        MINH.get("/ogc/collections/hamlets/items/1");
        assertThat(update(MINH, "", 1, "3").statusCode()).isEqualTo(200);
    }

    @Test
    void all_are_locked_or_none_unless_some_will_do() {
        String id = lockId(lock(LAN, "", query("hamlets", 2)));

        HttpResponse<String> all = lock(MINH, "lockAction='ALL'", query("hamlets", 2) + query("hamlets", 3));
        HttpResponse<String> some = lock(MINH, "lockAction='SOME'", query("hamlets", 2) + query("hamlets", 3));

        assertThat(all.statusCode()).isEqualTo(400);
        assertThat(all.body()).contains("CannotLockAllFeatures", "hamlets.2").doesNotContain("hamlets.3");
        assertThat(some.body()).containsSubsequence("FeaturesLocked", "hamlets.3", "FeaturesNotLocked", "hamlets.2");
        HttpResponse<String> got =
                MINH.get("/wfs?service=WFS&version=2.0.0&request=GetFeatureWithLock&typeNames=ntm:hamlets"
                        + "&lockAction=SOME&expiry=60");
        assertThat(got.body())
                .contains("gml:id=\"hamlets.4\"")
                .doesNotContain("gml:id=\"hamlets.2\"", "gml:id=\"hamlets.3\"");
        for (String lock : new String[] {id, lockId(some), lockId(got)}) {
            HttpResponse<String> released =
                    send(LAN, "<wfs:Transaction" + NAMESPACES + " lockId='" + lock + "' releaseAction='ALL'/>");
            assertThat(released.statusCode()).as(released.body()).isEqualTo(200);
        }
        String again = lockId(lock(MINH, "", query("hamlets", 2)));
        SERVER.bean(FeatureStore.class).locks().release(again);
    }

    @Test
    void a_lock_ends_with_its_time_and_can_be_made_longer_before() throws InterruptedException {
        String id = lockId(lock(LAN, "expiry='1'", query("hamlets", 5)));
        assertThat(lock(LAN, "expiry='2' lockId='" + id + "'", "").statusCode()).isEqualTo(200);
        SERVER.bean(FeatureStore.class)
                .locks()
                .renew(id, java.time.Instant.now().minusSeconds(1));

        HttpResponse<String> late = update(LAN, "lockId='" + id + "'", 5, "1");

        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("exceptionCode=\"LockHasExpired\"");
        assertThat(lock(LAN, "lockId='" + id + "'", "").statusCode()).isEqualTo(403);
        assertThat(lock(LAN, "lockId='never'", "").statusCode()).isEqualTo(403);
        assertThat(update(LAN, "lockId='never'", 5, "1").body()).contains("InvalidLockId");
        assertThat(update(MINH, "", 5, "1").statusCode()).isEqualTo(200);
    }

    @Test
    void older_versions_lock_in_their_own_form() {
        HttpResponse<String> answer = send(
                LAN,
                "<LockFeature xmlns='http://www.opengis.net/wfs' service='WFS' version='1.1.0' expiry='1'"
                        + " xmlns:ntm='urn:ruralmap:ntm'><Lock typeName='ntm:tourism_sites'><Filter"
                        + " xmlns='http://www.opengis.net/ogc'><FeatureId fid='tourism_sites.1'/></Filter>"
                        + "</Lock></LockFeature>");

        assertThat(answer.body())
                .contains("<wfs:LockId>", "<wfs:FeaturesLocked>", "<ogc:FeatureId fid=\"tourism_sites.1\"/>");
    }

    @Test
    void what_is_asked_wrongly_is_refused() {
        String path = "/wfs?service=WFS&version=2.0.0&request=";
        assertThat(LAN.get(path + "GetFeatureWithLock&typeNames=ntm:hamlets&resultType=hits")
                        .body())
                .contains("InvalidParameterValue", "locator=\"resultType\"");
        assertThat(LAN.get(path + "LockFeature&typeNames=ntm:hamlets&expiry=0").body())
                .contains("InvalidParameterValue", "locator=\"expiry\"");
        assertThat(SERVER.get(path + "LockFeature&typeNames=ntm:hamlets").statusCode())
                .isEqualTo(401);
        assertThat(SERVER.get(path + "GetCapabilities").body())
                .containsPattern("name=\"ImplementsLockingWFS\">\\s*<ows:NoValues/>\\s*<ows:DefaultValue>TRUE");
    }
}
