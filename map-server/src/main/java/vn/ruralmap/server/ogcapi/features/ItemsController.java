package vn.ruralmap.server.ogcapi.features;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.editing.Audiences;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.PrivateReadings;
import vn.ruralmap.server.editing.Readings;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.formats.FeatureTable;
import vn.ruralmap.server.formats.FileFormat;
import vn.ruralmap.server.formats.FormatLimitException;
import vn.ruralmap.server.ogcapi.common.CrsUri;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Exchanges;
import vn.ruralmap.server.ogcapi.common.Link;
import vn.ruralmap.server.support.ExportLimit;
import vn.ruralmap.server.support.RequestException;

/** Items of a collection, page by page (OGC 17-069r4 §7.15). */
@Controller
class ItemsController {

    private final Exchanges exchanges;
    private final Snapshots snapshots;
    private final ItemForms forms;
    private final Clock clock;
    private final EditRights rights;
    private final Readings readings;
    private final ExportLimit limit;
    private final Audiences audiences;
    private final PrivateReadings privateReadings;

    ItemsController(
            Exchanges exchanges,
            Snapshots snapshots,
            ItemForms forms,
            Clock clock,
            EditRights rights,
            Readings readings,
            ExportLimit limit,
            Audiences audiences,
            PrivateReadings privateReadings) {
        this.exchanges = exchanges;
        this.snapshots = snapshots;
        this.forms = forms;
        this.clock = clock;
        this.rights = rights;
        this.readings = readings;
        this.limit = limit;
        this.audiences = audiences;
        this.privateReadings = privateReadings;
    }

    @GetMapping("/ogc/collections/{collectionId}/items")
    void items(@PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<LayerView> known = snapshots
                .current()
                .catalogue()
                .findLayer(collectionId)
                .map(layer -> snapshots.current().view(layer.name(), snapshots.today()))
                .map(view -> audiences.show(view, request, response));
        Exchange exchange = exchanges.begin(request, response, forms.list(), ItemsReader.parameters(known));
        Layer layer = Collections.get(exchange, collectionId);
        ItemsRequest items = ItemsReader.read(exchange, layer);
        Optional<Writer> reader = rights.findWriter(request);
        if (reader.isEmpty() && exchange.isFresh("items " + items.view().revision())) {
            return;
        }
        ItemsRequest.Page page = items.page();
        if (reader.isPresent()) {
            // also what its cache has is what it sees
            readings.remember(reader.get(), layer.name(), page.features());
            if (exchange.isFresh("items " + items.view().revision())) {
                return;
            }
        }
        privateReadings.feed(request, items.view(), "ogcapi");
        List<Link> links = links(exchange, layer, page);
        Optional<FileFormat> file = forms.findFile(exchange.form());
        if (exchange.isHtml()) {
            exchange.send(new ItemsPage(exchange, items, page, links).page());
        } else if (file.isPresent()) {
            sendFile(exchange, items, page, links, file.get());
        } else {
            head(response, page, links, items.reference());
            exchange.head(exchange.form().mediaType());
            GeoJsonItems.Shape shape =
                    new GeoJsonItems.Shape(items.properties(), items.withGeometry(), items.reference());
            try (OutputStream out = limit.share(response.getOutputStream());
                    GeoJsonItems json = new GeoJsonItems(out, items.view(), shape)) {
                json.collection(
                        page, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(), links);
            }
        }
    }

    private void sendFile(
            Exchange exchange, ItemsRequest items, ItemsRequest.Page page, List<Link> links, FileFormat format)
            throws IOException {
        SpatialReference reference = format.reference(items.reference());
        FeatureTable table = FeatureTable.of(
                        items.view(), page.features(), page.features().size())
                .withProperties(items.properties())
                .in(reference)
                .withPlaces(items.withGeometry() ? FeatureTable.Places.WKT : FeatureTable.Places.NONE);
        head(exchange.response(), page, links, reference);
        exchange.head(format.mediaType());
        exchange.response()
                .setHeader(
                        "Content-Disposition", "attachment; filename=\"" + table.name() + "." + format.name() + "\"");
        try {
            limit.run(
                    exchange.response().getOutputStream(),
                    (client, pause) -> format.write(table.withPauses(pause), client));
        } catch (FormatLimitException e) {
            throw RequestException.of(
                    400, "FormatLimit", "f", e.text().vi(), e.text().en());
        }
    }

    /** What of a page stands in headers, so that clients of every format find it. */
    private static void head(
            HttpServletResponse response, ItemsRequest.Page page, List<Link> links, SpatialReference reference) {
        response.setHeader("Content-Crs", "<" + CrsUri.of(reference.system()) + ">");
        response.setHeader("OGC-NumberMatched", Integer.toString(page.matched()));
        response.setHeader(
                "OGC-NumberReturned", Integer.toString(page.features().size()));
        for (Link link : links) {
            if (link.rel().equals("next") || link.rel().equals("prev")) {
                response.addHeader(
                        "Link", "<" + link.href() + ">; rel=\"" + link.rel() + "\"; type=\"" + link.type() + "\"");
            }
        }
    }

    private static List<Link> links(Exchange exchange, Layer layer, ItemsRequest.Page page) {
        List<Link> links = new ArrayList<>(exchange.selfLinks());
        String type = exchange.form().mediaType();
        if (page.next() != null) {
            links.add(Link.of(
                    exchange.selfUrl(Map.of("after", page.next(), "before", "")),
                    "next",
                    type,
                    exchange.text("Trang sau", "Next page")));
        }
        if (page.previous() != null) {
            links.add(Link.of(
                    exchange.selfUrl(Map.of("before", page.previous(), "after", "")),
                    "prev",
                    type,
                    exchange.text("Trang trước", "Previous page")));
        }
        links.add(Link.of(
                exchange.url("/collections/" + layer.name()),
                "collection",
                "application/json",
                exchange.text(layer.title())));
        return links;
    }
}
