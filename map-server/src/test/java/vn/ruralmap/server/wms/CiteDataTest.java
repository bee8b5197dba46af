package vn.ruralmap.server.wms;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.RealData;
import vn.ruralmap.server.ServerFixture;

/** The contract on the data of the conformance tests themselves, where they are at hand. */
class CiteDataTest extends CiteContract {

    private static @Nullable ServerFixture server;

    @BeforeAll
    static void start() {
        server = CiteWorld.real(RealData.folder("cite"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    ServerFixture server() {
        return java.util.Objects.requireNonNull(server);
    }

    @Test
    void the_lake_has_its_island_and_its_name() {
        String query = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&STYLES=&CRS=CRS:84&FORMAT=image/png"
                + "&BBOX=0,-0.002,0.004,0.002&WIDTH=100&HEIGHT=100&LAYERS=Lakes&QUERY_LAYERS=Lakes"
                + "&INFO_FORMAT=text/plain&BUFFER=0";

        assertThat(server().get(query + "&I=35&J=80").body()).contains("Blue Lake");
        assertThat(server().get(query + "&I=52&J=71").body()).doesNotContain("Blue Lake");
    }
}
