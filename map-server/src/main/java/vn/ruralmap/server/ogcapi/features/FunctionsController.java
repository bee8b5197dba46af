package vn.ruralmap.server.ogcapi.features;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.filter.FilterFunction;
import vn.ruralmap.server.ogcapi.common.ApiDescription;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Exchanges;
import vn.ruralmap.server.ogcapi.common.Link;
import vn.ruralmap.server.ogcapi.common.Page;
import vn.ruralmap.server.ogcapi.common.Representation;

/** The functions that filters may call (OGC 21-065r2 §7.13). */
@Controller
class FunctionsController {

    static final String PATH = "/functions";

    private final Exchanges exchanges;

    FunctionsController(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @GetMapping("/ogc" + PATH)
    void functions(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = exchanges.begin(request, response, Representation.DOCUMENT, List.of());
        if (exchange.isFresh("functions")) {
            return;
        }
        if (exchange.isHtml()) {
            exchange.send(page(exchange));
            return;
        }
        ObjectNode document = ApiDescription.node();
        ArrayNode functions = document.putArray("functions");
        for (FilterFunction function : FilterFunction.values()) {
            ObjectNode node = functions.addObject();
            node.put("name", function.functionName());
            node.put("description", exchange.text(function.description()));
            ArrayNode arguments = node.putArray("arguments");
            function.arguments()
                    .forEach(type -> arguments.addObject().putArray("type").add(name(type)));
            node.putArray("returns").add(name(function.result()));
        }
        Link.write(document, exchange.selfLinks());
        exchange.send(document);
    }

    private static String name(FilterFunction.Type type) {
        return switch (type) {
            case TEXT -> "string";
            case NUMBER -> "number";
            case DATE -> "datetime";
            case GEOMETRY -> "geometry";
        };
    }

    private static Page page(Exchange exchange) {
        Page page = new Page(exchange, exchange.text("Các hàm của bộ lọc", "Functions of filters"));
        page.crumb("OGC API", exchange.url(""));
        List<List<Page.Cell>> rows = new ArrayList<>();
        for (FilterFunction function : FilterFunction.values()) {
            String arguments =
                    function.arguments().stream().map(FunctionsController::name).collect(Collectors.joining(", "));
            rows.add(List.of(
                    Page.Cell.of(function.functionName() + "(" + arguments + ")"),
                    Page.Cell.of(exchange.text(function.description())),
                    Page.Cell.of(name(function.result()))));
        }
        return page.table(
                List.of(
                        exchange.text("Hàm", "Function"),
                        exchange.text("Nghĩa", "Meaning"),
                        exchange.text("Kết quả", "Result")),
                rows);
    }
}
