package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.support.Parameters;

/** GetFeature (OGC 09-025r2 §11), ad hoc or by stored query. */
@Component
final class GetFeature implements WfsOperation<GetFeatureRequest> {

    private final FeatureFormats formats;
    private final FeatureSearch search;

    GetFeature(FeatureFormats formats, FeatureSearch search) {
        this.formats = formats;
        this.search = search;
    }

    @Override
    public String name() {
        return "GetFeature";
    }

    @Override
    public Map<String, List<String>> parameters(WfsVersion version) {
        return Map.of(
                "outputFormat", formats.listNames(version),
                "resultType", List.of("results", "hits"),
                "resolve", List.of("none", "local"));
    }

    @Override
    public GetFeatureRequest read(Parameters parameters, WfsVersion version) {
        return GetFeatureReader.read(parameters, version);
    }

    @Override
    public GetFeatureRequest read(XmlRequest xml) throws XMLStreamException {
        return GetFeatureReader.read(xml);
    }

    @Override
    public void answer(GetFeatureRequest request, WfsExchange exchange) throws IOException {
        FeatureFormat format = formats.get(request.outputFormat(), exchange.version());
        List<FeatureQuery> queries = search.queries(request.queries(), format.defaultReference(), exchange);
        // who may write has seen what its cache shows, so that is looked up all the same
        FeatureAnswer answer = null;
        if (search.isForWriter(exchange)) {
            answer = search.find(request, queries, exchange);
            search.remember(answer);
        }
        if (!exchange.isUnchanged(FeatureSearch.revision(queries))) {
            formats.send(format, answer == null ? search.find(request, queries, exchange) : answer);
        }
    }
}
