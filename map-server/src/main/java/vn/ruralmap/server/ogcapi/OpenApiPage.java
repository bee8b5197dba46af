package vn.ruralmap.server.ogcapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Page;

/** The description of the API for people: every address with what it is and which parameters it takes. */
final class OpenApiPage {

    private OpenApiPage() {}

    static Page of(Exchange exchange, ObjectNode api) {
        Page page = new Page(exchange, exchange.text("Hướng dẫn dùng API", "How to use the API"));
        page.crumb("OGC API", exchange.url(""));
        page.paragraph(exchange.text(
                "Mọi địa chỉ dưới đây bắt đầu bằng " + exchange.plainUrl("")
                        + ". Ví dụ, mười xã đầu tiên trong hệ VN-2000:",
                "Every address below begins with " + exchange.plainUrl("")
                        + ". For example, ten communes in VN-2000:"));
        page.code("curl '" + exchange.plainUrl("/collections/communes/items")
                + "?limit=10&crs=http://www.opengis.net/def/crs/EPSG/0/9209'");
        List<List<Page.Cell>> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                rows.add(List.of(
                        Page.Cell.of(operation.getKey().toUpperCase(Locale.ROOT)),
                        isOpen(path.getKey(), operation.getKey())
                                ? new Page.Cell(
                                        path.getKey(),
                                        exchange.url(path.getKey().equals("/") ? "" : path.getKey()))
                                : Page.Cell.of(path.getKey()),
                        Page.Cell.of(operation.getValue().get("summary").asString()),
                        Page.Cell.of(parameters(operation.getValue()))));
            }
        }
        return page.table(
                List.of(
                        "HTTP",
                        exchange.text("Địa chỉ", "Address"),
                        exchange.text("Là gì", "What it is"),
                        exchange.text("Tham số", "Parameters")),
                rows);
    }

    private static boolean isOpen(String path, String method) {
        return method.equals("get") && !path.contains("{");
    }

    private static String parameters(JsonNode operation) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : operation.get("parameters")) {
            names.add(
                    parameter.has("$ref")
                            ? parameter.get("$ref").asString().replaceAll(".*/", "")
                            : parameter.get("name").asString());
        }
        return String.join(", ", names);
    }
}
