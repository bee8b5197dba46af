package vn.ruralmap.server.ogcapi.features;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.PrivateReadings;
import vn.ruralmap.server.editing.Readings;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.ogcapi.common.CrsUri;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Exchanges;
import vn.ruralmap.server.ogcapi.common.Link;
import vn.ruralmap.server.ogcapi.common.Representation;
import vn.ruralmap.server.support.RequestException;

/** One item (OGC 17-069r4 §7.16). */
@Controller
class ItemController {

    private static final List<Representation> FORMS = List.of(ItemForms.GEO_JSON, Representation.HTML);

    static final List<String> PARAMETERS = List.of("crs", "properties", "skipgeometry");

    private final Exchanges exchanges;
    private final EditRights rights;
    private final Readings readings;
    private final PrivateReadings privateReadings;

    ItemController(Exchanges exchanges, EditRights rights, Readings readings, PrivateReadings privateReadings) {
        this.privateReadings = privateReadings;
        this.exchanges = exchanges;
        this.rights = rights;
        this.readings = readings;
    }

    @GetMapping("/ogc/collections/{collectionId}/items/{featureId}")
    void item(
            @PathVariable String collectionId,
            @PathVariable String featureId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Exchange exchange = exchanges.begin(request, response, FORMS, PARAMETERS);
        Layer layer = Collections.get(exchange, collectionId);
        LayerView view = exchange.view(layer.name());
        Feature feature = find(exchange, view, featureId);
        rights.findWriter(request).ifPresent(reader -> readings.remember(reader, layer.name(), List.of(feature)));
        SpatialReference reference = ItemsReader.reference(exchange);
        PropertyNames.Selection selection =
                new PropertyNames(view).select(exchange.parameters().list("properties"));
        if (isKnown(exchange, view, feature)) {
            return;
        }
        privateReadings.feed(request, view, "ogcapi");
        if (exchange.isHtml()) {
            exchange.send(ItemPage.of(exchange, view, feature));
            return;
        }
        GeoJsonItems.Shape shape = new GeoJsonItems.Shape(
                selection.properties(), selection.withGeometry() && !skipsGeometry(exchange), reference);
        write(exchange, view, feature, shape);
    }

    /** The whole feature in the default coordinate system. */
    static void write(Exchange exchange, LayerView view, Feature feature) throws IOException {
        write(exchange, view, feature, new GeoJsonItems.Shape(view.properties(), true, SpatialReference.CRS84));
    }

    private static void write(Exchange exchange, LayerView view, Feature feature, GeoJsonItems.Shape shape)
            throws IOException {
        exchange.response()
                .setHeader("Content-Crs", "<" + CrsUri.of(shape.reference().system()) + ">");
        exchange.head(CollectionDocument.GEO_JSON);
        try (GeoJsonItems json = new GeoJsonItems(exchange.response().getOutputStream(), view, shape)) {
            json.feature(feature, links(exchange, view.layer()));
        }
    }

    private static boolean skipsGeometry(Exchange exchange) {
        return exchange.parameters().find("skipgeometry").filter("true"::equals).isPresent();
    }

    /** @throws RequestException status 404 */
    static Feature find(Exchange exchange, LayerView view, String featureId) {
        Optional<Long> fid = featureId.matches("\\d{1,18}") ? Optional.of(Long.valueOf(featureId)) : Optional.empty();
        return fid.flatMap(view::find).orElseThrow(() -> {
            String other = fid.flatMap(
                            number -> exchange.snapshot().find(view.layer().name(), number))
                    .map(Feature::validity)
                    .map(validity -> "?as-of=" + validity.from())
                    .orElse(null);
            return RequestException.of(
                    404,
                    "NotFound",
                    "featureId",
                    "Không có đối tượng này vào ngày " + exchange.date()
                            + (other == null ? "" : "; nó có hiệu lực vào ngày khác: " + other),
                    "There is no such feature on " + exchange.date()
                            + (other == null ? "" : "; it is in force on another day: " + other));
        });
    }

    /**
     * The tag is the version, which a change has to name (OGC 20-002 §7), and after it a sign for the form that the client gets.
     * It is strong, because only such a one may be used for changes (RFC 9110 §13.1.1).
     */
    private static boolean isKnown(Exchange exchange, LayerView view, Feature feature) {
        int form = Objects.hash(
                exchange.form().name(),
                exchange.language(),
                exchange.request().getQueryString(),
                exchange.baseUrl(),
                view.revision(),
                view.showsPrivate(),
                exchange.date());
        String tag = VersionTags.of(feature.version(), form);
        exchange.response().setHeader("ETag", tag);
        if (!view.showsPrivate()) {
            exchange.response().setHeader("Cache-Control", "no-cache");
        }
        String known = exchange.request().getHeader("If-None-Match");
        if (known != null && (known.contains(tag) || known.strip().equals("*"))) {
            exchange.response().setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        return false;
    }

    private static List<Link> links(Exchange exchange, Layer layer) {
        List<Link> links = new ArrayList<>(exchange.selfLinks());
        links.add(Link.of(
                exchange.url("/collections/" + layer.name()),
                "collection",
                "application/json",
                exchange.text(layer.title())));
        links.add(Link.of(
                exchange.url("/collections/" + layer.name() + "/schema"),
                "describedby",
                CollectionDocument.SCHEMA_JSON,
                exchange.text("Lược đồ", "Schema")));
        return links;
    }

    /** A day on which a feature is in force, for addresses: that of the exchange if it is one. */
    static LocalDate dateOf(Exchange exchange, Feature feature) {
        return feature.validity().contains(exchange.date())
                ? exchange.date()
                : feature.validity().from();
    }
}
