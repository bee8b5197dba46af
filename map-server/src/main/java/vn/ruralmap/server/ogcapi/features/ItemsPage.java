package vn.ruralmap.server.ogcapi.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Link;
import vn.ruralmap.server.ogcapi.common.Page;
import vn.ruralmap.server.support.PropertyText;

/** A page of items for people: a map, and a table with a line for each. */
record ItemsPage(Exchange exchange, ItemsRequest items, ItemsRequest.Page content, List<Link> links) {

    Page page() {
        LayerView view = items.view();
        Layer layer = view.layer();
        Page page = new Page(exchange, exchange.text(layer.title()));
        page.crumb("OGC API", exchange.url(""))
                .crumb(exchange.text("Các lớp dữ liệu", "Collections"), exchange.url("/collections"))
                .crumb(exchange.text(layer.title()), exchange.url("/collections/" + layer.name()));
        int shown = content.features().size();
        page.paragraph(exchange.text(
                shown + " trong " + content.matched() + " đối tượng.",
                shown + " of " + content.matched() + " features."));
        Envelope bounds = new Envelope();
        for (Feature feature : content.features()) {
            if (feature.geometry() != null) {
                bounds.expandToInclude(feature.geometry().getEnvelopeInternal());
            }
        }
        page.map(bounds, exchange.selfUrl(Map.of("f", "json", "crs", "", "skipGeometry", "")), layer.name());
        actions(page);
        table(page, view);
        actions(page);
        return page.dateForm();
    }

    private void actions(Page page) {
        Map<String, String> pages = new LinkedHashMap<>();
        for (Link link : links) {
            if (link.rel().equals("next") || link.rel().equals("prev")) {
                pages.put(link.title(), link.href());
            }
        }
        if (!pages.isEmpty()) {
            page.actions(pages);
        }
    }

    private void table(Page page, LayerView view) {
        List<String> head = new ArrayList<>(List.of(exchange.text("Đối tượng", "Feature")));
        items.properties().forEach(property -> head.add(PropertyText.title(property, exchange.language())));
        List<List<Page.Cell>> rows = new ArrayList<>();
        for (Feature feature : content.features()) {
            List<Page.Cell> row = new ArrayList<>();
            row.add(new Page.Cell(view.label(feature, exchange.language()), href(view, feature)));
            for (Property property : items.properties()) {
                row.add(Page.Cell.of(PropertyText.of(property, view.value(feature, property), exchange.language())
                        .orElse("")));
            }
            rows.add(row);
        }
        page.table(head, rows);
    }

    private String href(LayerView view, Feature feature) {
        String path = "/collections/" + view.layer().name() + "/items/" + feature.fid();
        return items.spansPeriod()
                ? exchange.url(
                        path, "as-of", ItemController.dateOf(exchange, feature).toString())
                : exchange.url(path);
    }
}
