package vn.ruralmap.server.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;

class PresenceTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "Nguyễn Thị Lan");
    private static final Officer MINH = Officer.of(SERVER, "Trần Minh");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void others_who_edit_the_same_are_seen() {
        LAN.send("PUT", "/api/presence", "{'layer':'material_zones','fids':[1,2]}");
        JsonNode others = Officer.json(MINH.send("PUT", "/api/presence", "{'layer':'material_zones','fids':[2,3]}"));
        assertThat(others.get("others").get(0).get("name").asString()).isEqualTo(LAN.name());
        assertThat(others.get("others").get(0).get("fids").toString()).isEqualTo("[2]");
        LAN.send("PUT", "/api/presence", "{'layer':'material_zones','fids':[]}");
        others = Officer.json(MINH.send("PUT", "/api/presence", "{'layer':'material_zones','fids':[2,3]}"));
        assertThat(others.get("others")).isEmpty();
    }

    @Test
    void others_who_edit_a_neighbour_are_seen_and_so_is_the_other_window_of_the_same_person() {
        JsonNode first =
                Officer.json(LAN.send("PUT", "/api/presence", "{'layer':'hamlets','fids':[11],'editor':'one'}"));
        LAN.send("PUT", "/api/presence", "{'layer':'hamlets','fids':[11,12],'editor':'one'}");
        JsonNode near =
                Officer.json(MINH.send("PUT", "/api/presence", "{'layer':'hamlets','fids':[13],'near':[12,14]}"));
        JsonNode again =
                Officer.json(LAN.send("PUT", "/api/presence", "{'layer':'hamlets','fids':[11],'editor':'two'}"));

        assertThat(first.get("others")).isEmpty();
        assertThat(near.get("others")).hasSize(1);
        assertThat(near.get("others").get(0).get("fids").toString()).isEqualTo("[12]");
        assertThat(again.get("others")).hasSize(1);
        assertThat(again.get("others").get(0).get("name").asString()).isEqualTo(LAN.name());
        assertThat(Instant.parse(again.get("others").get(0).get("since").asString()))
                .isBefore(Instant.parse(near.get("others").get(0).get("since").asString()));
    }
}
