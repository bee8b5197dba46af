package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.support.Parameters;

/** ListStoredQueries (OGC 09-025r2 §14.3). */
@Component
final class ListStoredQueries implements WfsOperation<ListStoredQueries.Request> {

    /** Nothing can be said. */
    record Request() implements WfsRequest {

        @Override
        public Optional<Map<String, String>> keyValues() {
            return Optional.of(Map.of());
        }
    }

    private final StoredQueries storedQueries;

    ListStoredQueries(StoredQueries storedQueries) {
        this.storedQueries = storedQueries;
    }

    @Override
    public String name() {
        return "ListStoredQueries";
    }

    @Override
    public Set<WfsVersion> versions() {
        return EnumSet.of(WfsVersion.V2_0_0);
    }

    @Override
    public Request read(Parameters parameters, WfsVersion version) {
        return new Request();
    }

    @Override
    public Request read(XmlRequest xml) throws XMLStreamException {
        if (xml.nextChild()) {
            throw xml.unexpected();
        }
        return new Request();
    }

    @Override
    public void answer(Request request, WfsExchange exchange) throws IOException {
        XmlWriter xml = exchange.document("text/xml;charset=UTF-8");
        xml.start("wfs:ListStoredQueriesResponse")
                .attribute("xmlns:wfs", Namespaces.WFS)
                .attribute("xmlns:" + Namespaces.NTM_PREFIX, Namespaces.NTM)
                .attribute("xmlns:gml", Namespaces.GML)
                .attribute("xmlns:xsi", Namespaces.XSI)
                .attribute("xsi:schemaLocation", Namespaces.WFS_SCHEMA);
        for (StoredQuery query : storedQueries.list()) {
            xml.start("wfs:StoredQuery").attribute("id", query.id());
            xml.localized("wfs:Title", query.title());
            for (String type : query.returnNames(exchange.snapshot().catalogue())) {
                xml.element("wfs:ReturnFeatureType", type);
            }
            xml.end();
        }
        xml.finish();
    }
}
