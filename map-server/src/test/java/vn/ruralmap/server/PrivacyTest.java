package vn.ruralmap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

/**
 * Private attributes of a zone, its representative, a telephone number and an identity number, are nothing that anybody gets or can find out
 * but readers: not the public, and not those who have an account with every other role. What readers get is in {@link ReaderTest}.
 */
class PrivacyTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer OTHER = Officer.of(SERVER, "Lan", EnumSet.complementOf(EnumSet.of(Role.READER)));

    /** {@code phone} is public on another layer, so its name alone tells nothing. */
    private static final List<String> NAMES = List.of("representative", "id_number", "Người đại diện", "CCCD");

    static Stream<Arguments> openPaths() {
        return Stream.of(ZonePaths.showing(SERVER), ZonePaths.describing(), ZonePaths.sameForAll())
                .flatMap(List::stream)
                .flatMap(path -> Stream.of(Arguments.of(path, false), Arguments.of(path, true)));
    }

    @ParameterizedTest(name = "{0}, signed in: {1}")
    @MethodSource("openPaths")
    void nothing_private_is_shown(String path, boolean isSignedIn) {
        HttpResponse<byte[]> answer =
                isSignedIn ? SERVER.getBytes(path, "Authorization", OTHER.authorization()) : SERVER.getBytes(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertPrivate(Contents.text(answer.body()));
        assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                .as("as everybody's, caches may keep it")
                .doesNotContain("private");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/search?q=" + FixtureData.SECRET,
                "/api/search?q=BI-MAT",
                "/api/search?q=stor&limit=100",
                "/api/changesets",
                "/api/history/material_zones/1",
                "/api/history?layer=material_zones",
                "/api/history/material_zones/at/2100-01-01T00:00:00Z.geojson",
                "/actuator/health",
                "/actuator/prometheus"
            })
    void nothing_else_shows_it_either(String path) {
        assertPrivate(SERVER.get(path).body());
        assertPrivate(OTHER.get(path).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&PROPERTYNAME=@",
                "&PROPERTYNAME=ntm:@",
                "&PROPERTYNAME=zone_code,@",
                "&SORTBY=@",
                "&SORTBY=@%20DESC",
                "&VALUEREFERENCE=@",
                "&FILTER=%3Cfes:Filter%20xmlns:fes=%22http://www.opengis.net/fes/2.0%22%3E%3Cfes:PropertyIsLike%20"
                        + "wildCard=%22*%22%20singleChar=%22.%22%20escapeChar=%22!%22%3E%3Cfes:ValueReference%3E@"
                        + "%3C/fes:ValueReference%3E%3Cfes:Literal%3EBI*%3C/fes:Literal%3E%3C/fes:PropertyIsLike%3E"
                        + "%3C/fes:Filter%3E",
                "&CQL_FILTER=@%20LIKE%20%27BI%25%27"
            })
    void a_private_attribute_answers_like_one_that_is_not_there(String parameter) {
        for (String name : List.of("representative", "phone", "id_number")) {
            for (String format : List.of("", "&OUTPUTFORMAT=application/json")) {
                String path = ZonePaths.ZONES + format + parameter;
                assertSameAnswer(path.replace("@", name), path.replace("@", "nothing"), name);
            }
        }
    }

    /** How many there are, and in which order, would tell as much as the values. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ZonePaths.ZONES + "&RESULTTYPE=hits&CQL_FILTER=@%20LIKE%20%27BI%25%27",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetPropertyValue&TYPENAMES=material_zones&VALUEREFERENCE=@",
                ZonePaths.ITEMS + "?f=json&sortby=@",
                ZonePaths.ITEMS + "?f=json&sortby=-@",
                ZonePaths.ITEMS + "?f=json&properties=@",
                ZonePaths.ITEMS + "?f=json&@=BI-MAT-0123456789",
                ZonePaths.ITEMS + "?f=json&limit=1&filter=@%20IS%20NOT%20NULL",
                ZonePaths.ITEMS + "?f=html&filter=@%20IS%20NOT%20NULL",
                ZonePaths.ITEMS + "/1?f=json&properties=@",
                "/download/material_zones.csv?properties=@",
                "/download/material_zones.csv?filter=@%20IS%20NOT%20NULL",
                ZonePaths.CLICK + "application/json&CQL_FILTER=@%20IS%20NOT%20NULL"
            })
    void nothing_can_be_found_out_by_asking(String path) {
        for (String name : List.of("representative", "phone", "id_number")) {
            assertSameAnswer(path.replace("@", name), path.replace("@", "nothing"), name);
        }
    }

    private static void assertSameAnswer(String hiddenPath, String absentPath, String name) {
        for (String[] headers : new String[][] {{}, {"Authorization", OTHER.authorization()}}) {
            HttpResponse<String> hidden = SERVER.get(hiddenPath, headers);
            HttpResponse<String> absent = SERVER.get(absentPath, headers);

            assertThat(hidden.statusCode()).as(hiddenPath).isEqualTo(absent.statusCode());
            assertThat(stable(hidden.body())).isEqualTo(stable(absent.body().replace("nothing", name)));
            assertThat(hidden.body().replace("=" + FixtureData.SECRET, "")).doesNotContain(FixtureData.SECRET);
        }
    }

    /** Who may change zones may not find out by a change which of them have some value. */
    @Test
    void a_change_finds_zones_by_public_values_only() {
        String delete =
                "<wfs:Transaction xmlns:wfs='http://www.opengis.net/wfs/2.0' xmlns:fes='http://www.opengis.net/fes/2.0'"
                        + " service='WFS' version='2.0.0'><wfs:Delete typeName='material_zones'><fes:Filter><fes:PropertyIsEqualTo>"
                        + "<fes:ValueReference>%s</fes:ValueReference><fes:Literal>%s</fes:Literal>"
                        + "</fes:PropertyIsEqualTo></fes:Filter></wfs:Delete></wfs:Transaction>";
        for (String value : List.of("x", FixtureData.SECRET)) {
            HttpResponse<String> hidden =
                    OTHER.send("POST", "/wfs", delete.formatted("phone", value), "Content-Type", "text/xml");
            HttpResponse<String> absent =
                    OTHER.send("POST", "/wfs", delete.formatted("fone", value), "Content-Type", "text/xml");
            assertThat(hidden.statusCode()).isEqualTo(400).isEqualTo(absent.statusCode());
            assertThat(hidden.body()).isEqualTo(absent.body().replace("fone", "phone"));
        }
        assertThat(SERVER.get(ZonePaths.ITEMS + "?f=json").body()).contains("VN-STOR-0001");
    }

    @Test
    void a_map_cannot_be_filtered_by_what_is_private() {
        String map = ZonePaths.MAP;
        byte[] plain = SERVER.getBytes(map).body();
        assertThat(SERVER.getBytes(map + "&VIEWPARAMS=representative%3D%27x%27").body())
                .isEqualTo(plain);
        for (String value : List.of("x", FixtureData.SECRET)) {
            String filter = map + "&CQL_FILTER=%s%%3D%%27" + value + "%%27";
            assertThat(SERVER.get(filter.formatted("representative")).body())
                    .contains("ServiceException")
                    .isEqualTo(SERVER.get(filter.formatted("no_such_thing")).body());
            String document =
                    map + "&FILTER=%%3CFilter%%3E%%3CPropertyIsEqualTo%%3E%%3CPropertyName%%3E%s%%3C/PropertyName%%3E"
                            + "%%3CLiteral%%3E" + value + "%%3C/Literal%%3E%%3C/PropertyIsEqualTo%%3E%%3C/Filter%%3E";
            assertThat(SERVER.get(document.formatted("representative")).body())
                    .contains("ServiceException")
                    .isEqualTo(SERVER.get(document.formatted("no_such_thing")).body());
            for (String language : List.of(
                    "filter=%s%%3D%%27" + value + "%%27",
                    "filter-lang=cql2-json&filter=%%7B%%22op%%22:%%22=%%22,"
                            + "%%22args%%22:[%%7B%%22property%%22:%%22%s%%22%%7D,%%22" + value + "%%22]%%7D")) {
                String items = "/ogc/collections/material_zones/items?" + language;
                HttpResponse<String> hidden = SERVER.get(
                        items.formatted("representative").replace("[", "%5B").replace("]", "%5D"));
                assertThat(hidden.statusCode()).isEqualTo(400);
                assertThat(hidden.body())
                        .isEqualTo(SERVER.get(items.formatted("no_such_thing")
                                        .replace("[", "%5B")
                                        .replace("]", "%5D"))
                                .body());
            }
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static void assertPrivate(String answer) {
        assertThat(answer).doesNotContain(FixtureData.SECRET, "BI-MAT");
        assertThat(answer).doesNotContain(NAMES);
    }

    /** Without the moment, and without the address of the next page, which repeats what the client sent. */
    private static String stable(String answer) {
        return answer.replaceAll("timeStamp(\"?[=:]\")[^\"]*", "timeStamp");
    }
}
