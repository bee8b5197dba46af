package vn.ruralmap.server.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;

/** What becomes of the geometry that is sent. */
class WrittenShapesTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Nguyễn Thị Lan");
    private static final String HAMLETS = "/ogc/collections/hamlets/items";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String hamlet(String name) {
        return "{'type':'Feature','geometry':{'type':'Point','coordinates':[105.93,9.73]},'properties':{'name':'" + name
                + "','kind':'ấp','commune':5}}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Polygon      | [[[105.9,9.7],[105.92,9.7],[105.92,9.72],[105.9,9.7]]]                                        | MultiPolygon
                    Polygon      | [[[105.9,9.7],[105.92,9.72],[105.92,9.7],[105.9,9.7]]]                                        | MultiPolygon
                    MultiPolygon | [[[[105.9,9.7],[105.92,9.7],[105.92,9.72],[105.9,9.7]]],[[[106,9.7],[106.1,9.7],[106.1,9.8],[106,9.7]]]] | MultiPolygon
                    MultiPoint   | [[105.9,9.7]]                                                                                | Point
                    Point        | [105.123456789,9.7,12]                                                                       | Point
                    """)
    void single_and_multi_geometry_become_what_the_layer_stores(String type, String coordinates, String stored) {
        HttpResponse<String> created = LAN.send(
                "POST",
                HAMLETS,
                "{'type':'Feature','geometry':{'type':'" + type + "','coordinates':" + coordinates
                        + "},'properties':{'name':'Hình " + type + "','kind':'ấp','commune':5}}",
                "Prefer",
                "return=representation");

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        long fid = Officer.json(created).get("id").asLong();
        Geometry geometry = SERVER.bean(Snapshots.class)
                .current()
                .find("hamlets", fid)
                .orElseThrow()
                .geometry();
        assertThat(geometry.getGeometryType()).isEqualTo(stored);
        assertThat(geometry.isValid()).isTrue();
    }

    @Test
    void coordinates_may_come_in_the_system_of_the_province() {
        String vn2000 = "http://www.opengis.net/def/crs/EPSG/0/9209";
        HttpResponse<String> created = LAN.send(
                "POST",
                HAMLETS,
                hamlet("Ấp VN-2000").replace("105.93,9.73", "551819.668,1061930.471"),
                "Content-Crs",
                "<" + vn2000 + ">",
                "Prefer",
                "return=representation");

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        Coordinate stored = SERVER.bean(Snapshots.class)
                .current()
                .find("hamlets", Officer.json(created).get("id").asLong())
                .orElseThrow()
                .geometry()
                .getCoordinate();
        double[] back = {stored.x, stored.y};
        CoordinateSystems.find("EPSG:9209").orElseThrow().fromLonLat(back, 0, back, 0, 1);
        assertThat(Math.hypot(back[0] - 551819.668, back[1] - 1061930.471)).isLessThan(0.002);

        // latitude first, as the authority has it; the other way round it is nowhere in Vietnam
        assertThat(LAN.send(
                                "POST",
                                HAMLETS,
                                hamlet("Ấp 4326").replace("105.93,9.73", "9.73,105.93"),
                                "Content-Crs",
                                "<http://www.opengis.net/def/crs/EPSG/0/4326>")
                        .statusCode())
                .isEqualTo(201);
        assertThat(LAN.send("POST", HAMLETS, hamlet("Ngược").replace("105.93,9.73", "9.73,15.93"))
                        .body())
                .contains("OUTSIDE_VIETNAM");
    }
}
