package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.server.encoding.XmlWriter;

/** DescribeStoredQueries (OGC 09-025r2 §14.4). */
@Component
final class DescribeStoredQueries implements WfsOperation {

    private final StoredQueries storedQueries;

    DescribeStoredQueries(StoredQueries storedQueries) {
        this.storedQueries = storedQueries;
    }

    @Override
    public String name() {
        return "DescribeStoredQueries";
    }

    @Override
    public Map<String, List<String>> parameters() {
        return Map.of();
    }

    @Override
    public void answer(WfsExchange exchange) throws IOException {
        List<String> ids = exchange.parameters().list("storedquery_id");
        List<StoredQuery> described = ids.isEmpty()
                ? storedQueries.list()
                : ids.stream().map(storedQueries::get).toList();
        XmlWriter xml = exchange.document("text/xml;charset=UTF-8");
        xml.start("wfs:DescribeStoredQueriesResponse")
                .attribute("xmlns:wfs", Namespaces.WFS)
                .attribute("xmlns:xsd", Namespaces.XSD)
                .attribute("xmlns:" + Namespaces.NTM_PREFIX, Namespaces.NTM)
                .attribute("xmlns:xsi", Namespaces.XSI)
                .attribute("xsi:schemaLocation", Namespaces.WFS_SCHEMA);
        for (StoredQuery query : described) {
            describe(xml, query, exchange.snapshot().catalogue());
        }
        xml.finish();
    }

    private static void describe(XmlWriter xml, StoredQuery query, Catalogue catalogue) throws IOException {
        xml.start("wfs:StoredQueryDescription").attribute("id", query.id());
        xml.localized("wfs:Title", query.title());
        for (StoredQuery.Parameter parameter : query.parameters()) {
            xml.start("wfs:Parameter").attribute("name", parameter.name()).attribute("type", parameter.type());
            xml.localized("wfs:Title", parameter.title());
            xml.end();
        }
        xml.start("wfs:QueryExpressionText")
                .attribute(
                        "returnFeatureTypes",
                        String.join(
                                " ",
                                catalogue.layers().stream()
                                        .map(layer -> Namespaces.NTM_PREFIX + ":" + layer.name())
                                        .toList()))
                .attribute("language", "urn:ogc:def:queryLanguage:OGC-WFS::WFSQueryExpression")
                .attribute("isPrivate", "true")
                .end();
        xml.end();
    }
}
