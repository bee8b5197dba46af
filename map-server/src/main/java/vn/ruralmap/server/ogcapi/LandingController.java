package vn.ruralmap.server.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.catalogue.Catalogue.ServiceDescription;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.ogcapi.common.ApiDescription;
import vn.ruralmap.server.ogcapi.common.BuildingBlock;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Exchanges;
import vn.ruralmap.server.ogcapi.common.Link;
import vn.ruralmap.server.ogcapi.common.Page;
import vn.ruralmap.server.ogcapi.common.Representation;

/** The landing page, the declaration of conformance and the description of the API. */
@Controller
class LandingController {

    static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";

    private static final Representation API = new Representation(
            "json",
            OPEN_API,
            List.of("application/vnd.oai.openapi+json", "application/json"),
            vn.ruralmap.layers.model.LocalizedText.same("OpenAPI 3.0"));

    private static final List<String> CONFORMANCE = List.of(
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/landing-page",
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/json",
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections");

    private final Exchanges exchanges;
    private final List<BuildingBlock> blocks;

    LandingController(Exchanges exchanges, List<BuildingBlock> blocks) {
        this.exchanges = exchanges;
        this.blocks = blocks;
    }

    @GetMapping({"/ogc", "/ogc/"})
    void landingPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = exchanges.begin(request, response, Representation.DOCUMENT, List.of());
        if (exchange.isFresh("landing " + exchange.snapshot().revision())) {
            return;
        }
        List<Link> links = links(exchange);
        ServiceDescription service = exchange.snapshot().catalogue().service();
        if (exchange.isHtml()) {
            exchange.send(landingPage(exchange, service, links));
            return;
        }
        ObjectNode document = ApiDescription.node();
        document.put("title", exchange.text(service.title()));
        document.put("description", exchange.text(exchange.snapshot().description()));
        if (!service.organisation().isBlank()) {
            document.put("attribution", service.organisation());
        }
        Link.write(document, links);
        exchange.send(document);
    }

    private List<Link> links(Exchange exchange) {
        List<Link> links = new ArrayList<>(exchange.selfLinks());
        links.add(Link.of(
                exchange.url("/api", "f", "json"),
                "service-desc",
                OPEN_API,
                exchange.text("Mô tả API (OpenAPI 3.0)", "Description of the API (OpenAPI 3.0)")));
        links.add(Link.of(
                exchange.url("/api", "f", "html"),
                "service-doc",
                "text/html",
                exchange.text("Hướng dẫn dùng API", "How to use the API")));
        links.add(Link.of(
                exchange.url("/conformance"),
                "conformance",
                "application/json",
                exchange.text("Các tiêu chuẩn được tuân theo", "Standards that are conformed to")));
        blocks.forEach(block -> links.addAll(block.landingLinks(exchange)));
        return links;
    }

    private static Page landingPage(Exchange exchange, ServiceDescription service, List<Link> links) {
        Page page = new Page(exchange, exchange.text(service.title())).paragraph(exchange.text(service.description()));
        Map<String, String> actions = new LinkedHashMap<>();
        for (Link link : links) {
            if (!link.templated()
                    && !List.of("self", "alternate", "service-desc").contains(link.rel())) {
                actions.putIfAbsent(link.title(), link.href());
            }
        }
        page.actions(actions).map(exchange.snapshot().bounds(exchange.date()), null, layers(exchange));
        page.heading(exchange.text("Các lớp dữ liệu", "Collections"));
        List<Page.Card> cards = new ArrayList<>();
        for (Layer layer : exchange.snapshot().catalogue().layers()) {
            cards.add(new Page.Card(
                    exchange.text(layer.title()),
                    exchange.url("/collections/" + layer.name()),
                    exchange.text(layer.description())));
        }
        return page.cards(cards).dateForm();
    }

    private static String layers(Exchange exchange) {
        return String.join(
                ",",
                exchange.snapshot().catalogue().layers().stream()
                        .filter(layer -> layer.presentation().visible())
                        .map(Layer::name)
                        .toList());
    }

    @GetMapping("/ogc/conformance")
    void conformance(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = exchanges.begin(request, response, Representation.DOCUMENT, List.of());
        List<String> classes = Stream.concat(
                        CONFORMANCE.stream(), blocks.stream().flatMap(block -> block.conformance().stream()))
                .distinct()
                .toList();
        if (exchange.isFresh("conformance " + classes)) {
            return;
        }
        if (exchange.isHtml()) {
            Page page = new Page(exchange, exchange.text("Các tiêu chuẩn được tuân theo", "Conformance"));
            page.crumb("OGC API", exchange.url(""));
            exchange.send(page.table(
                    List.of(),
                    classes.stream()
                            .map(uri -> List.of(new Page.Cell(uri, uri)))
                            .toList()));
            return;
        }
        ObjectNode document = ApiDescription.node();
        ArrayNode uris = document.putArray("conformsTo");
        classes.forEach(uris::add);
        Link.write(document, exchange.selfLinks());
        exchange.send(document);
    }

    @GetMapping("/ogc/api")
    void description(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = exchanges.begin(request, response, List.of(API, Representation.HTML), List.of());
        if (exchange.isFresh("api " + exchange.snapshot().revision())) {
            return;
        }
        ApiDescription api = OpenApi.of(exchange);
        blocks.forEach(block -> block.describe(api, exchange));
        if (exchange.isHtml()) {
            exchange.send(OpenApiPage.of(exchange, api.document()));
        } else {
            exchange.send(api.document());
        }
    }
}
