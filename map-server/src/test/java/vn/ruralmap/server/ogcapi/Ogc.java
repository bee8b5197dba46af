package vn.ruralmap.server.ogcapi;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.server.ServerFixture;

/** Asks the OGC API of the shared server. */
final class Ogc {

    static final ServerFixture SERVER = ServerFixture.get();

    private Ogc() {}

    static HttpResponse<String> ask(String path, String... headers) {
        return SERVER.get("/ogc" + path, headers);
    }

    static JsonNode json(String path) {
        return read(ask(path).body());
    }

    static JsonNode read(String body) {
        return JsonMapper.shared().readTree(body);
    }

    static List<Long> ids(JsonNode features) {
        List<Long> ids = new ArrayList<>();
        features.get("features").forEach(feature -> ids.add(feature.get("id").asLong()));
        return ids;
    }

    /** The address of a link, after the server's own. */
    static String link(JsonNode document, String rel) {
        for (JsonNode link : document.get("links")) {
            if (link.get("rel").asString().equals(rel)) {
                return link.get("href").asString().substring((SERVER.url() + "/ogc").length());
            }
        }
        return "";
    }
}
