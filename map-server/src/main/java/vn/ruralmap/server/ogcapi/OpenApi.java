package vn.ruralmap.server.ogcapi;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.catalogue.Catalogue.ServiceDescription;
import vn.ruralmap.server.ogcapi.common.ApiDescription;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Exchanges;

/** The description of the API as far as all parts share it (OGC 17-069r4 §9, OpenAPI 3.0). */
final class OpenApi {

    private OpenApi() {}

    static ApiDescription of(Exchange exchange) {
        ServiceDescription service = exchange.snapshot().catalogue().service();
        ApiDescription api = new ApiDescription(
                exchange.text(service.title()),
                exchange.text(exchange.snapshot().description()),
                "1.0.0",
                exchange.plainUrl(""));
        if (!service.email().isBlank()) {
            api.info().putObject("contact").put("email", service.email());
        }
        parameters(api, exchange);
        schemas(api);
        api.sharedResponse(
                "Problem",
                exchange.text("Yêu cầu bị từ chối", "The request is refused"),
                "application/problem+json",
                "problem");
        for (List<String> each : List.of(
                List.of("/", "getLandingPage", exchange.text("Trang đầu", "Landing page"), "landingPage"),
                List.of(
                        "/conformance",
                        "getConformance",
                        exchange.text("Các tiêu chuẩn được tuân theo", "Conformance classes"),
                        "conformance"),
                List.of("/api", "getApi", exchange.text("Mô tả này", "This description"), ""))) {
            String mediaType = each.get(0).equals("/api") ? LandingController.OPEN_API : "application/json";
            api.operation(each.get(0), "get", each.get(1), "Capabilities", each.get(2))
                    .parameters(Exchanges.COMMON)
                    .answer("200", each.get(2), Map.of(mediaType, each.get(3), "text/html", ""))
                    .answers(Map.of("400", "Problem", "406", "Problem"));
        }
        return api;
    }

    private static void parameters(ApiDescription api, Exchange exchange) {
        api.sharedParameter("f", "query", exchange.text("Dạng của câu trả lời", "Form of the answer"))
                .put("type", "string");
        ObjectNode language = api.sharedParameter(
                "language", "query", exchange.text("Ngôn ngữ: vi hoặc en", "Language of texts: vi or en"));
        language.put("type", "string").putArray("enum").add("vi").add("en");
        api.sharedParameter(
                        "as-of",
                        "query",
                        exchange.text(
                                "Ngày hiệu lực mà câu trả lời nhìn vào, mặc định là hôm nay",
                                "The legal date that the answer looks at, today by default"))
                .put("type", "string")
                .put("format", "date");
    }

    private static void schemas(ApiDescription api) {
        ObjectNode link = object(api.schema("link"), List.of("href", "rel"));
        property(link, "href", "string");
        property(link, "rel", "string");
        property(link, "type", "string");
        property(link, "title", "string");
        property(link, "templated", "boolean");
        ObjectNode landing = object(api.schema("landingPage"), List.of("links"));
        property(landing, "title", "string");
        property(landing, "description", "string");
        links(landing);
        ObjectNode conformance = object(api.schema("conformance"), List.of("conformsTo"));
        property(conformance, "conformsTo", "array").putObject("items").put("type", "string");
        ObjectNode problem = object(api.schema("problem"), List.of("title", "status", "detail"));
        property(problem, "title", "string");
        property(problem, "status", "integer");
        property(problem, "detail", "string");
        property(problem, "detail_vi", "string");
        property(problem, "locator", "string").put("nullable", true);
    }

    private static ObjectNode object(ObjectNode schema, List<String> required) {
        schema.put("type", "object");
        required.forEach(schema.putArray("required")::add);
        schema.putObject("properties");
        return schema;
    }

    private static ObjectNode property(ObjectNode schema, String name, String type) {
        return ((ObjectNode) schema.get("properties")).putObject(name).put("type", type);
    }

    private static void links(ObjectNode schema) {
        property(schema, "links", "array").putObject("items").put("$ref", "#/components/schemas/link");
    }
}
