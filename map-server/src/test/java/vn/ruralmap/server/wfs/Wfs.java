package vn.ruralmap.server.wfs;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.server.ServerFixture;

/** Asks the WFS of the shared server. */
final class Wfs {

    static final ServerFixture SERVER = ServerFixture.get();

    private Wfs() {}

    /** @param query what comes after {@code REQUEST=}, encoded */
    static HttpResponse<String> ask(String query, String... headers) {
        return SERVER.get("/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=" + query, headers);
    }

    /** GetFeature as GML, timestamps and the server's address made the same for every run. */
    static String gml(String query) {
        return stable(ask("GetFeature&" + query).body());
    }

    static JsonNode json(String query) {
        return JsonMapper.shared()
                .readTree(ask("GetFeature&OUTPUTFORMAT=json&" + query).body());
    }

    static String stable(String document) {
        return document.replace(SERVER.url(), "http://server")
                .replaceAll("(timeStamp\"?[=:]\")[^\"]*", "$1TIME")
                .replaceAll("updateSequence=\"\\d+\"", "updateSequence=\"N\"");
    }
}
