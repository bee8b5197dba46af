package vn.ruralmap.server.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.FixtureData;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

class TransactionTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Lan");
    private static final Officer MINH = Officer.of(SERVER, "Minh");

    private static final String OPEN_20 =
            "<wfs:Transaction service='WFS' version='2.0.0' xmlns:wfs='http://www.opengis.net/wfs/2.0'"
                    + " xmlns:fes='http://www.opengis.net/fes/2.0' xmlns:gml='http://www.opengis.net/gml/3.2'"
                    + " xmlns:ntm='urn:ruralmap:ntm'";
    private static final Pattern RID = Pattern.compile("(?:rid|fid)=\"([^\"]+)\"");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static HttpResponse<String> send(Officer officer, String body) {
        return officer.send("POST", "/wfs", body, "Content-Type", "text/xml");
    }

    private static String rid(HttpResponse<String> answer) {
        Matcher rid = RID.matcher(answer.body());
        assertThat(rid.find()).as(answer.body()).isTrue();
        return rid.group(1);
    }

    private static Feature stored(String id) {
        String[] parts = id.split("\\.");
        return SERVER.bean(Snapshots.class)
                .current()
                .find(parts[0], Long.parseLong(parts[1]))
                .orElseThrow();
    }

    private static Layer layer(String name) {
        return SERVER.bean(Snapshots.class).current().layer(name);
    }

    private static String insert(String name) {
        return OPEN_20
                + "><wfs:Insert handle='thêm'><ntm:hamlets"
                + " gml:id='id-1'><gml:name>x</gml:name><ntm:fid>99</ntm:fid><ntm:version>7</ntm:version><ntm:geom><gml:Point"
                + " srsName='urn:ogc:def:crs:EPSG::4326' gml:id='g'><gml:pos>9.73"
                + " 105.93</gml:pos></gml:Point></ntm:geom><ntm:name>"
                + name
                + "</ntm:name><ntm:kind>ấp</ntm:kind><ntm:commune>5</ntm:commune></ntm:hamlets></wfs:Insert></wfs:Transaction>";
    }

    private static String update(String id, String property, String value) {
        return OPEN_20 + "><wfs:Update typeName='ntm:hamlets'><wfs:Property><wfs:ValueReference>ntm:" + property
                + "</wfs:ValueReference><wfs:Value>" + value
                + "</wfs:Value></wfs:Property><fes:Filter><fes:ResourceId rid='" + id
                + "'/></fes:Filter></wfs:Update></wfs:Transaction>";
    }

    private static String delete(String id) {
        return OPEN_20 + "><wfs:Delete typeName='ntm:hamlets'><fes:Filter><fes:ResourceId rid='" + id
                + "'/></fes:Filter></wfs:Delete></wfs:Transaction>";
    }

    @Test
    void a_feature_is_inserted_updated_replaced_and_deleted_in_2_0() {
        HttpResponse<String> inserted = send(LAN, insert("Ấp Hai"));
        assertThat(inserted.statusCode()).as(inserted.body()).isEqualTo(200);
        assertThat(inserted.body())
                .contains("<wfs:totalInserted>1</wfs:totalInserted>", "<wfs:Feature handle=\"thêm\">");
        String id = rid(inserted);
        assertThat(stored(id).geometry().toText()).isEqualTo("POINT (105.93 9.73)");

        assertThat(send(LAN, update(id, "name[1]", "Ấp Ba")).body())
                .contains("<wfs:totalUpdated>1</wfs:totalUpdated>", "rid=\"" + id);
        assertThat(stored(id).text(layer("hamlets"), "name")).isEqualTo("Ấp Ba");

        HttpResponse<String> replaced = send(
                LAN,
                insert("Ấp Bốn")
                        .replace("wfs:Insert", "wfs:Replace")
                        .replace("<ntm:fid>99</ntm:fid><ntm:version>7</ntm:version>", "")
                        .replace(
                                "</ntm:hamlets>",
                                "</ntm:hamlets><fes:Filter><fes:ResourceId rid='" + id + "'/></fes:Filter>"));
        assertThat(replaced.body()).contains("<wfs:totalReplaced>1</wfs:totalReplaced>");
        assertThat(stored(id).version()).isEqualTo(3);

        assertThat(send(LAN, delete(id)).body()).contains("<wfs:totalDeleted>1</wfs:totalDeleted>");
        Changeset last = SERVER.bean(FeatureStore.class).listChangesets(1).get(0);
        assertThat(last.source()).isEqualTo(Changeset.Source.WFS_T);
        assertThat(last.author()).isEqualTo("Lan");
    }

    /** Written from QGIS's source, which names one version and sends GML of another. */
    @Test
    void qgis_edits_zones_with_transactions_of_1_0_0() {
        String head = "<Transaction xmlns='http://www.opengis.net/wfs' version='1.0.0' service='WFS'"
                + " xmlns:ntm='urn:ruralmap:ntm' xmlns:gml='http://www.opengis.net/gml'"
                + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>";
        String shape = "<gml:MultiPolygon xmlns:gml='http://www.opengis.net/gml'"
                + " srsName='urn:ogc:def:crs:EPSG::4326'><gml:polygonMember><gml:Polygon><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates"
                + " cs=',' ts=' '>105.9,9.7 105.91,9.7 105.91,9.71 105.9,9.7"
                + "</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon></gml:polygonMember></gml:MultiPolygon>";

        HttpResponse<String> inserted = send(
                LAN,
                head
                        + "<Insert xmlns='http://www.opengis.net/wfs'><material_zones"
                        + " xmlns='urn:ruralmap:ntm'><zone_code xmlns='urn:ruralmap:ntm'>VN-QGIS-1</zone_code><geom"
                        + " xmlns='urn:ruralmap:ntm'>" + shape
                        + "</geom></material_zones></Insert></Transaction>");
        assertThat(inserted.body()).contains("<wfs:SUCCESS/>", "<ogc:FeatureId fid=\"material_zones.");
        String id = rid(inserted);
        assertThat(stored(id).geometry().getGeometryType()).isEqualTo("MultiPolygon");
        assertThat(stored(id).geometry().getCoordinate().x).isEqualTo(105.9);

        String filter = "<Filter xmlns='http://www.opengis.net/ogc'><FeatureId xmlns='http://www.opengis.net/ogc' fid='"
                + id + "'/></Filter>";
        assertThat(send(
                                LAN,
                                head
                                        + "<Update xmlns='http://www.opengis.net/wfs'"
                                        + " typeName='ntm:material_zones'><Property><Name>ntm:geom</Name><Value>"
                                        + shape.replace("105.91,9.71", "105.92,9.72") + "</Value></Property>" + filter
                                        + "</Update></Transaction>")
                        .body())
                .contains("<wfs:SUCCESS/>");
        // a value that was taken away comes as a name alone
        assertThat(send(
                                LAN,
                                head
                                        + "<Update"
                                        + " typeName='ntm:material_zones'><Property><Name>ntm:status</Name><Value>active</Value></Property>"
                                        + "<Property><Name>ntm:product</Name></Property>" + filter
                                        + "</Update></Transaction>")
                        .body())
                .contains("<wfs:SUCCESS/>");
        assertThat(stored(id).geometry().getEnvelopeInternal().getMaxX()).isEqualTo(105.92);
        assertThat(stored(id).text(layer("material_zones"), "status")).isEqualTo("active");
        assertThat(send(LAN, head + "<Delete typeName='material_zones'>" + filter + "</Delete></Transaction>")
                        .body())
                .contains("<wfs:SUCCESS/>");
    }

    @Test
    void qgis_edits_hamlets_with_transactions_of_1_1_0() {
        String head = "<Transaction xmlns='http://www.opengis.net/wfs' version='1.1.0' service='WFS'"
                + " xmlns:ntm='urn:ruralmap:ntm' xmlns:gml='http://www.opengis.net/gml'>";

        HttpResponse<String> inserted = send(
                LAN,
                head
                        + "<Insert><hamlets xmlns='urn:ruralmap:ntm'><name>Ấp"
                        + " 1.1</name><kind>ấp</kind><commune>5</commune><geom><gml:Point"
                        + " srsName='urn:ogc:def:crs:EPSG::4326'><gml:pos srsDimension='2'>9.7301"
                        + " 105.9301</gml:pos></gml:Point></geom></hamlets></Insert></Transaction>");

        assertThat(inserted.body())
                .contains("<wfs:totalInserted>1</wfs:totalInserted>", "<ogc:FeatureId fid=\"hamlets.")
                .doesNotContain("totalReplaced");
        assertThat(stored(rid(inserted)).geometry().toText()).isEqualTo("POINT (105.9301 9.7301)");
    }

    @Test
    void who_edits_what_somebody_else_changed_since_it_was_read_is_told_so() {
        String id = rid(send(LAN, insert("Ấp Tranh chấp")));
        MINH.get("/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=ntm:hamlets");
        send(LAN, update(id, "households", "5"));

        HttpResponse<String> late = send(MINH, update(id, "name", "Khác"));

        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body())
                .contains(
                        "exceptionCode=\"OperationProcessingFailed\"",
                        "changed (households) by Lan",
                        "version 1 was seen");
        assertThat(stored(id).text(layer("hamlets"), "name")).isEqualTo("Ấp Tranh chấp");
        MINH.get("/wfs?service=WFS&version=1.1.0&request=GetFeature&typeName=ntm:hamlets");
        assertThat(send(MINH, update(id, "name", "Khác")).statusCode()).isEqualTo(200);
        // the version may be said as well
        assertThat(send(LAN, update(id, "version", "2")).statusCode()).isEqualTo(403);
        // deleted in the meantime is not nothing found
        send(LAN, delete(id));
        LAN.get("/ogc/collections/hamlets/items?limit=1000");
        assertThat(send(LAN, delete(id)).statusCode()).isEqualTo(200);
        assertThat(send(MINH, delete(id)).body()).contains("deleted by Lan");
    }

    @Test
    void actions_of_one_transaction_happen_together_or_not_at_all() {
        String id = rid(send(LAN, insert("Ấp Chung")));
        long before = SERVER.bean(FeatureStore.class).revision();
        String two = insert("Ấp Chung 2").replace("</wfs:Transaction>", "")
                + update(id, "kind", "thôn").replace(OPEN_20 + ">", "").replace("</wfs:Transaction>", "")
                + update(id, "households", "%s").replace(OPEN_20 + ">", "");

        HttpResponse<String> refused = send(LAN, two.formatted("nhiều"));
        HttpResponse<String> done = send(LAN, two.formatted("12"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("exceptionCode=\"InvalidValue\"", "locator=\"households\"", "feature 3: NOT_A_NUMBER");
        assertThat(done.body())
                .contains("<wfs:totalInserted>1</wfs:totalInserted>", "<wfs:totalUpdated>1</wfs:totalUpdated>");
        assertThat(SERVER.bean(FeatureStore.class).revision()).isEqualTo(before + 1);
        assertThat(stored(id).version()).isEqualTo(2);
        assertThat(stored(id).text(layer("hamlets"), "kind")).isEqualTo("thôn");
        assertThat(stored(id).text(layer("hamlets"), "households")).isEqualTo("12");
    }

    @Test
    void a_repeated_transaction_is_done_once() {
        String[] key = {"Content-Type", "text/xml", "Idempotency-Key", "wfs-repeated-1"};

        HttpResponse<String> first = LAN.send("POST", "/wfs", insert("Ấp Lặp"), key);
        HttpResponse<String> again = LAN.send("POST", "/wfs", insert("Ấp Lặp"), key);

        assertThat(rid(again)).isEqualTo(rid(first));
        assertThat(Officer.header(again, "Idempotent-Replayed")).isEqualTo("true");
        assertThat(LAN.send("POST", "/wfs", insert("Ấp Khác"), key).statusCode())
                .isEqualTo(422);
    }

    @Test
    void only_who_has_an_account_may_write_and_private_values_stay_private() {
        assertThat(SERVER.post("/wfs", "text/xml", insert("x").replace('\'', '"'))
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> probe = send(
                Officer.of(SERVER, "Bình", Set.of(Role.OFFICER)),
                OPEN_20
                        + "><wfs:Delete"
                        + " typeName='ntm:material_zones'><fes:Filter><fes:PropertyIsEqualTo><fes:ValueReference>ntm:phone</fes:ValueReference>"
                        + "<fes:Literal>" + FixtureData.SECRET
                        + "</fes:Literal></fes:PropertyIsEqualTo></fes:Filter></wfs:Delete></wfs:Transaction>");
        assertThat(probe.statusCode()).isEqualTo(400);
        assertThat(probe.body()).contains("InvalidValue").doesNotContain(FixtureData.SECRET);
        assertThat(ServerFixture.get()
                        .post("/wfs", "text/xml", insert("x").replace('\'', '"'))
                        .statusCode())
                .isEqualTo(501);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <wfs:Insert><a:Airport xmlns:a='http://example.org'/></wfs:Insert>                                    | 400 | InvalidValue
                    <wfs:Delete typeName='ntm:hamlets'/>                                                                  | 400 | MissingParameterValue
                    <wfs:Delete><fes:Filter><fes:ResourceId rid='hamlets.1'/></fes:Filter></wfs:Delete>                    | 400 | MissingParameterValue
                    <wfs:Delete typeName='ntm:hamlets'><fes:Filter><fes:ResourceId rid='hamlets.4711'/></fes:Filter></wfs:Delete> | 200 | <wfs:totalDeleted>0<
                    <wfs:Update typeName='ntm:hamlets'><fes:Filter><fes:ResourceId rid='hamlets.1'/></fes:Filter></wfs:Update> | 400 | MissingParameterValue
                    <wfs:Update typeName='ntm:hamlets'><wfs:Property><wfs:ValueReference>gml:boundedBy</wfs:ValueReference><wfs:Value><kml:Point xmlns:kml='http://www.opengis.net/kml/2.2'/></wfs:Value></wfs:Property><fes:Filter><fes:ResourceId rid='hamlets.1'/></fes:Filter></wfs:Update> | 400 | InvalidValue
                    <wfs:Update typeName='ntm:hamlets'><wfs:Property><wfs:ValueReference>gml:boundedBy</wfs:ValueReference><wfs:Value><kml:Point xmlns:kml='http://www.opengis.net/kml/2.2'/></wfs:Value></wfs:Property></wfs:Update> | 400 | InvalidValue
                    <wfs:Native vendorId='x' safeToIgnore='true'><a><b/></a></wfs:Native>                                 | 200 | <wfs:totalInserted>0<
                    <wfs:Native vendorId='x' safeToIgnore='false'/>                                                       | 400 | InvalidParameterValue
                    <wfs:Truncate/>                                                                                       | 400 | OperationParsingFailed
                    <wfs:Insert><ntm:hamlets><ntm:geom><gml:Point><gml:pos>x y</gml:pos></gml:Point></ntm:geom></ntm:hamlets></wfs:Insert> | 400 | OperationParsingFailed
                    """)
    void what_cannot_be_done_is_refused_with_the_code_of_the_standard(String action, int status, String expected) {
        HttpResponse<String> answer = send(LAN, OPEN_20 + ">" + action + "</wfs:Transaction>");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(expected);
    }

    @Test
    void a_body_of_many_megabytes_is_taken() {
        StringBuilder body = new StringBuilder(OPEN_20).append("><wfs:Insert>");
        for (int i = 0; i < 40; i++) {
            body.append("<ntm:material_zones><ntm:zone_code>VN-LARGE-")
                    .append(i)
                    .append("</ntm:zone_code><ntm:geom><gml:Polygon"
                            + " srsName='EPSG:4326'><gml:exterior><gml:LinearRing><gml:posList>");
            for (int corner = 0; corner < 5_000; corner++) {
                double angle = 2 * Math.PI * corner / 5_000;
                body.append(105 + i * 0.01 + 0.004 * Math.cos(angle))
                        .append(' ')
                        .append(9 + 0.004 * Math.sin(angle))
                        .append(' ');
            }
            body.append(105 + i * 0.01 + 0.004)
                    .append(
                            " 9.0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></ntm:geom></ntm:material_zones>");
        }
        body.append("</wfs:Insert></wfs:Transaction>");

        HttpResponse<String> answer = send(LAN, body.toString());

        assertThat(body.length()).isGreaterThan(7_000_000);
        assertThat(answer.body()).contains("<wfs:totalInserted>40</wfs:totalInserted>");
    }

    @Test
    void capabilities_offer_it_where_somebody_may_write() {
        String path = "/wfs?service=WFS&request=GetCapabilities&version=";
        assertThat(SERVER.get(path + "2.0.0").body())
                .contains("<ows:Operation name=\"Transaction\">")
                .containsPattern("name=\"ImplementsTransactionalWFS\">\\s*<ows:NoValues/>\\s*<ows:DefaultValue>TRUE");
        assertThat(ServerFixture.get().get(path + "2.0.0").body())
                .doesNotContain("name=\"Transaction\"")
                .containsPattern("name=\"ImplementsTransactionalWFS\">\\s*<ows:NoValues/>\\s*<ows:DefaultValue>FALSE");
    }
}
