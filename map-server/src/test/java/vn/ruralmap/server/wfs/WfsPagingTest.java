package vn.ruralmap.server.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.FixtureData;
import vn.ruralmap.server.ServerFixture;

/** Pages, while somebody else changes what is on them. */
class WfsPagingTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void no_feature_comes_twice_when_one_is_added_before_them() {
        JsonNode first = get("/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=hamlets&outputFormat=json"
                + "&sortBy=name&count=2");
        FixtureData.publishHamlet(
                SERVER.bean(FeatureStore.class), SERVER.bean(Snapshots.class), "An Bình", "POINT (105.951 9.791)");
        JsonNode second = get(link(first, "next"));
        JsonNode again = get(link(second, "prev"));

        assertThat(names(first)).containsExactly("An Ninh 1", "An Ninh 2");
        assertThat(names(second)).doesNotContainAnyElementsOf(names(first));
        assertThat(names(again)).containsExactlyElementsOf(names(first));
        assertThat(names(get(link(again, "prev")))).containsExactly("An Bình");
        assertThat(first.get("numberMatched").asInt() + 1)
                .isEqualTo(second.get("numberMatched").asInt());
    }

    @Test
    void a_cursor_that_is_none_is_refused() {
        assertThat(SERVER.get("/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=hamlets&cursor=after-x")
                        .body())
                .contains("InvalidParameterValue", "locator=\"cursor\"");
    }

    private static JsonNode get(String path) {
        return JsonMapper.shared().readTree(SERVER.get(path).body());
    }

    private static String link(JsonNode page, String relation) {
        for (JsonNode link : page.get("links")) {
            if (link.get("rel").asString().equals(relation)) {
                return link.get("href").asString().substring(SERVER.url().length());
            }
        }
        throw new AssertionError("no link " + relation);
    }

    private static List<String> names(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.get("features")
                .forEach(feature -> names.add(feature.at("/properties/name").asString()));
        return names;
    }
}
