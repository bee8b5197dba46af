package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** DescribeFeatureType (OGC 09-025r2 §9): all types, or the named ones alone. */
@Component
final class DescribeFeatureType implements WfsOperation<DescribeFeatureType.Request> {

    /** @param typeNames none: all */
    record Request(List<String> typeNames, Optional<String> outputFormat) implements WfsRequest {

        Request {
            typeNames = List.copyOf(typeNames);
        }

        @Override
        public Optional<Map<String, String>> keyValues() {
            Map<String, String> pairs = new TreeMap<>();
            pairs.put("typeNames", String.join(",", typeNames));
            outputFormat.ifPresent(format -> pairs.put("outputFormat", format));
            return Optional.of(pairs);
        }
    }

    @Override
    public String name() {
        return "DescribeFeatureType";
    }

    @Override
    public Map<String, List<String>> parameters(WfsVersion version) {
        return Map.of(
                "outputFormat",
                formats(version).flatMap(format -> format.names().stream()).toList());
    }

    @Override
    public Request read(Parameters parameters, WfsVersion version) {
        UnaryOperator<String> names = TypeNames.reader(parameters);
        String asked = WfsVersion.find(parameters, "typenames", "typename").orElse("");
        List<String> typeNames = new ArrayList<>();
        for (String name : asked.replaceAll("[()]", " ").strip().split("[,\\s]+")) {
            if (!name.isEmpty()) {
                typeNames.add(names.apply(name));
            }
        }
        return new Request(typeNames, parameters.find("outputformat"));
    }

    @Override
    public Request read(XmlRequest xml) throws XMLStreamException {
        Optional<String> outputFormat = xml.attribute("outputFormat");
        List<String> typeNames = new ArrayList<>();
        while (xml.nextChild()) {
            if (!xml.localName().equals("TypeName")) {
                throw xml.unexpected();
            }
            String name = xml.text();
            typeNames.add(xml.name(name));
        }
        return new Request(typeNames, outputFormat);
    }

    @Override
    public void answer(Request request, WfsExchange exchange) throws IOException {
        GmlFormat format = format(request, exchange.version());
        List<LayerView> views = request.typeNames().isEmpty()
                ? exchange.snapshot().catalogue().layers().stream()
                        .map(layer -> exchange.view(layer.name()))
                        .toList()
                : request.typeNames().stream()
                        .distinct()
                        .map(name -> TypeNames.get(exchange, name))
                        .toList();
        if (exchange.isUnchanged(0)) {
            return;
        }
        new SchemaWriter(
                        exchange.document(format.contentType()),
                        format.dialect(),
                        exchange.snapshot().catalogue())
                .write(views);
    }

    /** {@code XMLSCHEMA} is the name of 1.0.0 for what each version has as its default. */
    private static GmlFormat format(Request request, WfsVersion version) {
        String asked = request.outputFormat().orElse("XMLSCHEMA");
        if (asked.equalsIgnoreCase("XMLSCHEMA") || asked.equalsIgnoreCase("text/xml")) {
            return GmlFormat.of(version);
        }
        return formats(version)
                .filter(format -> format.isCalled(asked))
                .findFirst()
                .orElseThrow(() -> {
                    String known = String.join(
                            ", ",
                            formats(version)
                                    .flatMap(format -> format.names().stream())
                                    .toList());
                    return RequestException.invalid("outputFormat", "chọn một trong: " + known, "one of: " + known);
                });
    }

    /** The default of the version first. */
    private static Stream<GmlFormat> formats(WfsVersion version) {
        GmlFormat standard = GmlFormat.of(version);
        return Stream.concat(Stream.of(standard), Stream.of(GmlFormat.values()).filter(format -> format != standard));
    }
}
