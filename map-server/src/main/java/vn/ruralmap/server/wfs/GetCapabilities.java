package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.support.Parameters;

/** GetCapabilities (OGC 09-025r2 §8), with the negotiation of OWS Common (OGC 06-121r9 §7.3). */
@Component
final class GetCapabilities implements WfsOperation<CapabilitiesRequest> {

    private static final List<String> SECTIONS = List.of(
            "ServiceIdentification", "ServiceProvider", "OperationsMetadata", "FeatureTypeList", "Filter_Capabilities");

    private final ObjectProvider<WfsOperation<?>> operations;
    private final FeatureFormats formats;

    GetCapabilities(ObjectProvider<WfsOperation<?>> operations, FeatureFormats formats) {
        this.operations = operations;
        this.formats = formats;
    }

    @Override
    public String name() {
        return "GetCapabilities";
    }

    @Override
    public Map<String, List<String>> parameters(WfsVersion version) {
        return Map.of(
                "AcceptVersions", WfsVersion.numbers(),
                "AcceptFormats", List.of("text/xml"),
                "Sections", SECTIONS);
    }

    @Override
    public WfsVersion version(Parameters parameters) {
        return WfsVersion.negotiate(parameters.list("acceptversions"), parameters.find("version"));
    }

    @Override
    public CapabilitiesRequest read(Parameters parameters, WfsVersion version) {
        return CapabilitiesRequest.read(parameters);
    }

    @Override
    public CapabilitiesRequest read(XmlRequest xml) throws XMLStreamException {
        return CapabilitiesRequest.read(xml);
    }

    @Override
    public void answer(CapabilitiesRequest request, WfsExchange exchange) throws IOException {
        Set<String> sections = request.sections(SECTIONS);
        if (exchange.isUnchanged(exchange.snapshot().revision())) {
            return;
        }
        List<WfsOperation<?>> offered = operations().stream()
                .filter(operation ->
                        operation.isOffered() && operation.versions().contains(exchange.version()))
                .sorted(Comparator.comparing(WfsOperation::name))
                .toList();
        CapabilitiesWriter.of(exchange.version())
                .write(new CapabilitiesDocument(
                        exchange.document("text/xml;charset=UTF-8"), exchange, offered, formats, sections));
    }

    /** A provider leaves out the bean that asks. */
    private List<WfsOperation<?>> operations() {
        return Stream.<WfsOperation<?>>concat(
                        Stream.of(this), operations.stream().filter(other -> other != this))
                .toList();
    }
}
