package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * GetPropertyValue (OGC 09-025r2 §10): the values of one property, without the features around them. Features without a value are left
 * out, and pages count values.
 */
@Component
final class GetPropertyValue implements WfsOperation<GetPropertyValue.Request> {

    private final FeatureSearch search;

    GetPropertyValue(FeatureSearch search) {
        this.search = search;
    }

    /** @param valueReference canonical name of the property, or {@code @gml:id} */
    record Request(GetFeatureRequest query, String valueReference) implements WfsRequest {

        @Override
        public Optional<Map<String, String>> keyValues() {
            return query.keyValues().map(pairs -> {
                Map<String, String> all = new TreeMap<>(pairs);
                all.put("valueReference", valueReference);
                return all;
            });
        }
    }

    @Override
    public String name() {
        return "GetPropertyValue";
    }

    @Override
    public Set<WfsVersion> versions() {
        return EnumSet.of(WfsVersion.V2_0_0);
    }

    @Override
    public Map<String, List<String>> parameters(WfsVersion version) {
        return Map.of("outputFormat", GmlFormat.GML32.names(), "resultType", List.of("results", "hits"));
    }

    @Override
    public Request read(Parameters parameters, WfsVersion version) {
        Optional<String> reference = parameters.find("valuereference");
        checkReference(reference);
        return new Request(
                GetFeatureReader.read(parameters, version),
                TypeNames.reader(parameters).apply(reference.orElseThrow()));
    }

    @Override
    public Request read(XmlRequest xml) throws XMLStreamException {
        Optional<String> reference = xml.attribute("valueReference");
        checkReference(reference);
        String name = xml.name(reference.orElseThrow());
        return new Request(GetFeatureReader.read(xml), name);
    }

    private static void checkReference(Optional<String> reference) {
        if (reference.isEmpty()) {
            throw RequestException.invalid(
                    "valueReference", "cần tên một thuộc tính", "the name of a property is needed");
        }
    }

    @Override
    public void answer(Request request, WfsExchange exchange) throws IOException {
        Optional<String> format = request.query().outputFormat();
        if (format.isPresent() && !GmlFormat.GML32.isCalled(format.get())) {
            String known = String.join(", ", GmlFormat.GML32.names());
            throw RequestException.invalid("outputFormat", "chọn " + known, "must be " + known);
        }
        List<FeatureQuery> queries =
                search.queries(request.query().queries(), GmlFormat.GML32.defaultReference(), exchange).stream()
                        .map(query -> withValue(query, request.valueReference()))
                        .toList();
        if (!exchange.isUnchanged(FeatureSearch.revision(queries))) {
            FeatureAnswer answer = search.find(request.query(), queries, exchange);
            exchange.response().setContentType(GmlFormat.GML32.contentType());
            new ValueCollection(answer, request.valueReference())
                    .write(exchange.response().getOutputStream());
        }
    }

    /** The same query, of the features that have a value. */
    private static FeatureQuery withValue(FeatureQuery query, String reference) {
        ValueReference value = ValueReference.of(query.view(), reference);
        return query.with(view -> {
            List<Feature> all = query.filter().select(view);
            return all.stream().filter(value::isPresent).toList();
        });
    }
}
