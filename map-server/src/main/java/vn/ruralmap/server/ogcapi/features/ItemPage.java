package vn.ruralmap.server.ogcapi.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Page;
import vn.ruralmap.server.support.PropertyText;

/** One item for people: where it is and what is known of it. */
final class ItemPage {

    private ItemPage() {}

    static Page of(Exchange exchange, LayerView view, Feature feature) {
        Layer layer = view.layer();
        Page page = new Page(exchange, view.label(feature, exchange.language()));
        page.crumb("OGC API", exchange.url(""))
                .crumb(exchange.text("Các lớp dữ liệu", "Collections"), exchange.url("/collections"))
                .crumb(exchange.text(layer.title()), exchange.url("/collections/" + layer.name()))
                .crumb(
                        exchange.text("Các đối tượng", "Features"),
                        exchange.url("/collections/" + layer.name() + "/items"));
        page.map(
                Objects.requireNonNull(feature.geometry()).getEnvelopeInternal(),
                exchange.selfUrl(Map.of("f", "json")),
                layer.name());
        List<List<Page.Cell>> rows = new ArrayList<>();
        for (Property property : view.properties()) {
            PropertyText.of(property, view.value(feature, property), exchange.language())
                    .ifPresent(text -> rows.add(List.of(
                            Page.Cell.of(PropertyText.title(property, exchange.language())),
                            new Page.Cell(text, href(exchange, view, feature, property, text)))));
        }
        return page.table(List.of(), rows);
    }

    /** References lead to what they point to, addresses of the web to the web. */
    private static @org.jspecify.annotations.Nullable String href(
            Exchange exchange, LayerView view, Feature feature, Property property, String text) {
        Attribute attribute = property.attribute();
        if (attribute != null && attribute.references() != null) {
            Property own = view.findProperty(attribute.name()).orElseThrow();
            return exchange.url("/collections/" + attribute.references() + "/items/" + view.value(feature, own));
        }
        return text.matches("https?://[^\\s\"'<>]+") ? text : null;
    }
}
