package vn.ruralmap.server.ogcapi.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.ogcapi.common.ApiDescription;
import vn.ruralmap.server.ogcapi.common.CrsUri;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Link;

/** What a collection is (OGC 17-069r4 §7.14, OGC 18-058r1 §6.3). */
record CollectionDocument(Exchange exchange, Layer layer) {

    static final String GEO_JSON = "application/geo+json";
    static final String SCHEMA_JSON = "application/schema+json";

    ObjectNode json() {
        ObjectNode node = ApiDescription.node();
        node.put("id", layer.name());
        node.put("title", exchange.text(layer.title()));
        node.put("description", exchange.text(layer.description()));
        extent(node.putObject("extent"));
        node.put("itemType", "feature");
        node.put("storageCrs", CrsUri.CRS84);
        ArrayNode systems = node.putArray("crs");
        CrsUri.list().forEach(systems::add);
        Link.write(node, links());
        return node;
    }

    String path() {
        return "/collections/" + layer.name();
    }

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        links.add(Link.of(
                exchange.url(path() + "/items", "f", "json"),
                "items",
                GEO_JSON,
                exchange.text("Các đối tượng dạng GeoJSON", "Features as GeoJSON")));
        links.add(Link.of(
                exchange.url(path() + "/items", "f", "html"),
                "items",
                "text/html",
                exchange.text("Các đối tượng trên trang web", "Features as a page")));
        links.add(Link.of(
                exchange.url(path() + "/queryables"),
                "http://www.opengis.net/def/rel/ogc/1.0/queryables",
                SCHEMA_JSON,
                exchange.text("Thuộc tính lọc được", "Queryables")));
        links.add(Link.of(
                exchange.url(path() + "/schema"),
                "http://www.opengis.net/def/rel/ogc/1.0/schema",
                SCHEMA_JSON,
                exchange.text("Lược đồ", "Schema")));
        links.add(Link.of(
                exchange.url(path() + "/tiles"),
                "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                "application/json",
                exchange.text("Ô bản đồ véc-tơ", "Vector tiles")));
        links.add(Link.of(
                exchange.url(path() + "/map/tiles"),
                "http://www.opengis.net/def/rel/ogc/1.0/tilesets-map",
                "application/json",
                exchange.text("Ô bản đồ ảnh", "Map tiles")));
        links.add(Link.of(
                exchange.baseUrl() + "/styles/" + layer.name() + ".sld",
                "stylesheet",
                "application/vnd.ogc.sld+xml",
                exchange.text("Kiểu vẽ", "Style")));
        return links;
    }

    private void extent(ObjectNode extent) {
        Envelope bounds =
                exchange.snapshot().view(layer.name(), exchange.date()).bounds();
        if (!bounds.isNull()) {
            ObjectNode spatial = extent.putObject("spatial");
            spatial.putArray("bbox")
                    .addArray()
                    .add(bounds.getMinX())
                    .add(bounds.getMinY())
                    .add(bounds.getMaxX())
                    .add(bounds.getMaxY());
            spatial.put("crs", CrsUri.CRS84);
        }
        NavigableSet<LocalDate> dates = exchange.snapshot().listChangeDates(layer.name());
        if (!dates.isEmpty()) {
            ObjectNode temporal = extent.putObject("temporal");
            ArrayNode interval = temporal.putArray("interval").addArray();
            interval.add(dates.first() + "T00:00:00Z");
            if (exchange.snapshot().view(layer.name(), dates.last()).features().isEmpty()) {
                interval.add(dates.last() + "T00:00:00Z");
            } else {
                // what is in force has no end yet
                interval.addNull();
            }
            temporal.put("trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian");
        }
    }
}
