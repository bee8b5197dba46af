package vn.ruralmap.server.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.ruralmap.server.OgcSchemas;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.TestStore;
import vn.ruralmap.server.editing.Officer;

/** Stored queries that somebody with an account makes. */
class WfsStoredQueriesTest {

    private static final Path FOLDER = folder();
    private static final Map<String, Object> SETTINGS =
            Map.of("ruralmap.store", TestStore.create(FOLDER), "ruralmap.work", FOLDER + "");
    private static final ServerFixture SERVER = ServerFixture.start(SETTINGS);
    private static final String TOKEN = Officer.of(SERVER, "Lan").withToken().token();

    private static final String FRAME = " xmlns:wfs='http://www.opengis.net/wfs/2.0' service='WFS' version='2.0.0'";
    private static final String DEFINITION =
            "<wfs:StoredQueryDefinition id='%s' xmlns:fes='http://www.opengis.net/fes/2.0'"
                    + " xmlns:q='urn:ruralmap:ntm' xmlns:xsd='http://www.w3.org/2001/XMLSchema'><wfs:Title>Theo tên</wfs:Title>"
                    + "<wfs:Parameter name='typeName' type='xsd:QName'/><wfs:Parameter name='name' type='xsd:string'/>"
                    + "<wfs:QueryExpressionText returnFeatureTypes='' language='%s'><wfs:Query typeNames='${typeName}'>"
                    + "<fes:Filter><fes:PropertyIsEqualTo><fes:ValueReference>q:name</fes:ValueReference>"
                    + "<fes:Literal>${name}</fes:Literal></fes:PropertyIsEqualTo></fes:Filter></wfs:Query>"
                    + "</wfs:QueryExpressionText></wfs:StoredQueryDefinition>";
    private static final String LANGUAGE = "urn:ogc:def:queryLanguage:OGC-WFS::WFSQueryExpression";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("ruralmap-test");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void somebody_with_an_account_makes_a_query_and_everybody_calls_it_until_it_is_dropped() throws Exception {
        String id = "urn:x:by-name";
        HttpResponse<String> made = post(create(id, LANGUAGE), TOKEN);

        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(OgcSchemas.errorsBySchema(made.body())).isEmpty();
        assertThat(get("REQUEST=ListStoredQueries")).contains("id=\"" + id + '"', "Theo tên");
        assertThat(OgcSchemas.errorsBySchema(get("REQUEST=DescribeStoredQueries")))
                .isEmpty();
        assertThat(get("REQUEST=DescribeStoredQueries&STOREDQUERY_ID=" + id))
                .contains("<wfs:Parameter name=\"typeName\" type=\"xsd:QName\"");
        String call =
                "REQUEST=GetFeature&STOREDQUERY_ID=" + id + "&typeName=a:communes&NAMESPACES=xmlns(a,urn:ruralmap:ntm)";
        assertThat(get(call + "&name=Nh%C6%A1n%20M%E1%BB%B9")).contains("numberMatched=\"1\"", "communes.5");
        assertThat(get(call)).contains("MissingParameterValue", "locator=\"name\"");
        assertThat(post(
                                "<wfs:GetFeature" + FRAME + "><wfs:StoredQuery id='" + id + "'><wfs:Parameter"
                                        + " name='typeName' xmlns:t='urn:ruralmap:ntm'>t:communes</wfs:Parameter>"
                                        + "<wfs:Parameter name='name'>Nhơn Mỹ</wfs:Parameter></wfs:StoredQuery>"
                                        + "</wfs:GetFeature>",
                                "")
                        .body())
                .contains("numberMatched=\"1\"", "communes.5");
        // a value is a value, whatever it looks like
        assertThat(get(call + "&name=%3C/fes:Literal%3E%24%7BtypeName%7D%26")).contains("numberMatched=\"0\"");

        assertThat(post(create(id, LANGUAGE), TOKEN).body())
                .contains("DuplicateStoredQueryIdValue", "locator=\"" + id + '"');
        try (ServerFixture later = ServerFixture.join(SETTINGS)) {
            assertThat(later.get("/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=ListStoredQueries")
                            .body())
                    .contains(id);
        }

        String drop = "<wfs:DropStoredQuery" + FRAME + " id='" + id + "'/>";
        assertThat(post(drop, "").statusCode()).isEqualTo(401);
        HttpResponse<String> dropped = post(drop, TOKEN);
        assertThat(OgcSchemas.errorsBySchema(dropped.body())).isEmpty();
        assertThat(get("REQUEST=ListStoredQueries")).doesNotContain(id);
        assertThat(post(drop, TOKEN).body()).contains("InvalidParameterValue", "locator=\"id\"");
    }

    @Test
    void what_is_no_definition_is_not_kept() throws Exception {
        assertThat(post(create("a", LANGUAGE), "").statusCode()).isEqualTo(401);
        assertThat(post(create("a", "urn:sql"), TOKEN).body())
                .contains("InvalidParameterValue", "locator=\"language\"");
        assertThat(post(
                                create("a", LANGUAGE)
                                        .replace("wfs:Query ", "wfs:Kwery ")
                                        .replace("/wfs:Query>", "/wfs:Kwery>"),
                                TOKEN)
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("<wfs:DropStoredQuery" + FRAME + " id='urn:ogc:def:query:OGC-WFS::GetFeatureById'/>", TOKEN)
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("REQUEST=ListStoredQueries")).contains("GetFeatureById").doesNotContain("id=\"a\"");
    }

    @Test
    void capabilities_name_what_may_be_used() {
        assertThat(get("REQUEST=GetCapabilities")).contains("<ows:Operation name=\"CreateStoredQuery\">");
        assertThat(Wfs.ask("GetCapabilities").body()).doesNotContain("CreateStoredQuery");
    }

    private static String create(String id, String language) {
        return "<wfs:CreateStoredQuery" + FRAME + ">" + DEFINITION.formatted(id, language) + "</wfs:CreateStoredQuery>";
    }

    private static String get(String query) {
        return SERVER.get("/wfs?SERVICE=WFS&VERSION=2.0.0&" + query).body();
    }

    private static HttpResponse<String> post(String xml, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(SERVER.url() + "/wfs"))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(xml));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
