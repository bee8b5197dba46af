package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.encoding.XmlWriter;

/** ListStoredQueries (OGC 09-025r2 §14.3). */
@Component
final class ListStoredQueries implements WfsOperation {

    private final StoredQueries storedQueries;

    ListStoredQueries(StoredQueries storedQueries) {
        this.storedQueries = storedQueries;
    }

    @Override
    public String name() {
        return "ListStoredQueries";
    }

    @Override
    public Map<String, List<String>> parameters() {
        return Map.of();
    }

    @Override
    public void answer(WfsExchange exchange) throws IOException {
        XmlWriter xml = exchange.document("text/xml;charset=UTF-8");
        xml.start("wfs:ListStoredQueriesResponse")
                .attribute("xmlns:wfs", Namespaces.WFS)
                .attribute("xmlns:" + Namespaces.NTM_PREFIX, Namespaces.NTM)
                .attribute("xmlns:xsi", Namespaces.XSI)
                .attribute("xsi:schemaLocation", Namespaces.WFS_SCHEMA);
        for (StoredQuery query : storedQueries.list()) {
            xml.start("wfs:StoredQuery").attribute("id", query.id());
            xml.localized("wfs:Title", query.title());
            for (Layer layer : exchange.snapshot().catalogue().layers()) {
                xml.element("wfs:ReturnFeatureType", Namespaces.NTM_PREFIX + ":" + layer.name());
            }
            xml.end();
        }
        xml.finish();
    }
}
