package vn.ruralmap.server.ogcapi.features;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.ogcapi.common.ApiDescription;
import vn.ruralmap.server.ogcapi.common.CrsUri;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Exchanges;
import vn.ruralmap.server.ogcapi.common.Link;
import vn.ruralmap.server.ogcapi.common.Page;
import vn.ruralmap.server.ogcapi.common.Representation;

/** Collections, and the schemas of their features. */
@Controller
class CollectionsController {

    private static final List<Representation> SCHEMA =
            List.of(Representation.json(CollectionDocument.SCHEMA_JSON, List.of()), Representation.HTML);

    private final Exchanges exchanges;

    CollectionsController(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @GetMapping("/ogc/collections")
    void collections(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = exchanges.begin(request, response, Representation.DOCUMENT, List.of());
        if (exchange.isFresh("collections " + exchange.snapshot().revision())) {
            return;
        }
        List<Layer> layers = exchange.snapshot().catalogue().layers();
        if (exchange.isHtml()) {
            exchange.send(collectionsPage(exchange, layers));
            return;
        }
        ObjectNode document = ApiDescription.node();
        ArrayNode collections = document.putArray("collections");
        for (Layer layer : layers) {
            collections.add(new CollectionDocument(exchange, layer).json());
        }
        ArrayNode systems = document.putArray("crs");
        CrsUri.list().forEach(systems::add);
        Link.write(document, exchange.selfLinks());
        exchange.send(document);
    }

    private static Page collectionsPage(Exchange exchange, List<Layer> layers) {
        Page page = new Page(exchange, exchange.text("Các lớp dữ liệu", "Collections"));
        page.crumb("OGC API", exchange.url(""));
        return page.cards(layers.stream()
                        .map(layer -> new Page.Card(
                                exchange.text(layer.title()),
                                exchange.url("/collections/" + layer.name()),
                                exchange.text(layer.description())))
                        .toList())
                .dateForm();
    }

    @GetMapping("/ogc/collections/{collectionId}")
    void collection(@PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Exchange exchange = exchanges.begin(request, response, Representation.DOCUMENT, List.of());
        Layer layer = Collections.get(exchange, collectionId);
        if (exchange.isFresh("collection " + exchange.snapshot().revision())) {
            return;
        }
        CollectionDocument collection = new CollectionDocument(exchange, layer);
        if (exchange.isHtml()) {
            exchange.send(collectionPage(exchange, collection));
            return;
        }
        ObjectNode document = collection.json();
        List<Link> links = new ArrayList<>(exchange.selfLinks());
        links.addAll(collection.links());
        Link.write(document, links);
        exchange.send(document);
    }

    private static Page collectionPage(Exchange exchange, CollectionDocument collection) {
        Layer layer = collection.layer();
        Page page = new Page(exchange, exchange.text(layer.title()));
        page.crumb("OGC API", exchange.url(""))
                .crumb(exchange.text("Các lớp dữ liệu", "Collections"), exchange.url("/collections"))
                .paragraph(exchange.text(layer.description()));
        LayerView view = exchange.snapshot().view(layer.name(), exchange.date());
        int count = view.features().size();
        page.quiet(exchange.text(
                "Có " + count + " đối tượng có hiệu lực ngày " + exchange.date() + ".",
                count + " features are in force on " + exchange.date() + "."));
        Map<String, String> actions = new LinkedHashMap<>();
        for (Link link : collection.links()) {
            actions.put(link.title(), link.href());
        }
        page.actions(actions).map(view.bounds(), null, layer.name());
        page.dateForm();
        page.heading(exchange.text("Hệ tọa độ", "Coordinate systems"));
        List<List<Page.Cell>> systems = new ArrayList<>();
        vn.ruralmap.layers.crs.CoordinateSystems.list()
                .forEach(system -> systems.add(List.of(Page.Cell.of(system.name()), Page.Cell.of(CrsUri.of(system)))));
        return page.table(List.of(), systems);
    }

    @GetMapping("/ogc/collections/{collectionId}/queryables")
    void queryables(@PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        schema(collectionId, SchemaDocument.Purpose.QUERYABLES, request, response);
    }

    @GetMapping("/ogc/collections/{collectionId}/sortables")
    void sortables(@PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        schema(collectionId, SchemaDocument.Purpose.SORTABLES, request, response);
    }

    @GetMapping("/ogc/collections/{collectionId}/schema")
    void schema(@PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        schema(collectionId, SchemaDocument.Purpose.RETURNABLES, request, response);
    }

    private void schema(
            String collectionId,
            SchemaDocument.Purpose purpose,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Exchange exchange = exchanges.begin(request, response, SCHEMA, List.of());
        Layer layer = Collections.get(exchange, collectionId);
        SchemaDocument schema = new SchemaDocument(exchange, exchange.view(layer.name()), purpose);
        if (exchange.isFresh(purpose.name())) {
            return;
        }
        if (exchange.isHtml()) {
            exchange.send(schema.page());
        } else {
            exchange.send(schema.json());
        }
    }
}
