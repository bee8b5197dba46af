package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.support.Parameters;

/** DescribeStoredQueries (OGC 09-025r2 §14.4). */
@Component
final class DescribeStoredQueries implements WfsOperation<DescribeStoredQueries.Request> {

    /** @param ids none: all */
    record Request(List<String> ids) implements WfsRequest {

        Request {
            ids = List.copyOf(ids);
        }

        @Override
        public Optional<Map<String, String>> keyValues() {
            return Optional.of(Map.of("storedQuery_id", String.join(",", ids)));
        }
    }

    private final StoredQueries storedQueries;

    DescribeStoredQueries(StoredQueries storedQueries) {
        this.storedQueries = storedQueries;
    }

    @Override
    public String name() {
        return "DescribeStoredQueries";
    }

    @Override
    public Set<WfsVersion> versions() {
        return EnumSet.of(WfsVersion.V2_0_0);
    }

    @Override
    public Request read(Parameters parameters, WfsVersion version) {
        return new Request(parameters.list("storedquery_id"));
    }

    @Override
    public Request read(XmlRequest xml) throws XMLStreamException {
        List<String> ids = new ArrayList<>();
        while (xml.nextChild()) {
            if (!xml.localName().equals("StoredQueryId")) {
                throw xml.unexpected();
            }
            ids.add(xml.text());
        }
        return new Request(ids);
    }

    @Override
    public void answer(Request request, WfsExchange exchange) throws IOException {
        List<StoredQuery> described = request.ids().isEmpty()
                ? storedQueries.list()
                : request.ids().stream().map(storedQueries::get).toList();
        XmlWriter xml = exchange.document("text/xml;charset=UTF-8");
        xml.start("wfs:DescribeStoredQueriesResponse")
                .attribute("xmlns:wfs", Namespaces.WFS)
                .attribute("xmlns:xsd", Namespaces.XSD)
                .attribute("xmlns:" + Namespaces.NTM_PREFIX, Namespaces.NTM)
                .attribute("xmlns:gml", Namespaces.GML)
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
                .attribute("returnFeatureTypes", String.join(" ", query.returnNames(catalogue)))
                .attribute("language", StoredQueryDefinition.LANGUAGE)
                .attribute("isPrivate", "true")
                .end();
        xml.end();
    }
}
