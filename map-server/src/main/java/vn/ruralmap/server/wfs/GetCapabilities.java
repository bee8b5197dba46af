package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.catalogue.Catalogue.ServiceDescription;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** GetCapabilities (OGC 09-025r2 §8), with the negotiation of OWS Common (OGC 06-121r9 §7.3). */
@Component
final class GetCapabilities implements WfsOperation {

    private static final List<String> SECTIONS = List.of(
            "ServiceIdentification", "ServiceProvider", "OperationsMetadata", "FeatureTypeList", "Filter_Capabilities");

    private final ObjectProvider<WfsOperation> operations;
    private final FeatureFormats formats;

    GetCapabilities(ObjectProvider<WfsOperation> operations, FeatureFormats formats) {
        this.operations = operations;
        this.formats = formats;
    }

    @Override
    public String name() {
        return "GetCapabilities";
    }

    @Override
    public Map<String, List<String>> parameters() {
        return Map.of(
                "AcceptVersions", List.of("2.0.0"),
                "AcceptFormats", List.of("text/xml"),
                "Sections", SECTIONS);
    }

    @Override
    public void answer(WfsExchange exchange) throws IOException {
        negotiate(exchange.parameters());
        Set<String> sections = sections(exchange.parameters());
        if (exchange.isUnchanged(exchange.snapshot().revision())) {
            return;
        }
        XmlWriter xml = exchange.document("text/xml;charset=UTF-8");
        xml.start("wfs:WFS_Capabilities")
                .attribute("xmlns:wfs", Namespaces.WFS)
                .attribute("xmlns:ows", Namespaces.OWS)
                .attribute("xmlns:fes", Namespaces.FES)
                .attribute("xmlns:gml", Namespaces.GML)
                .attribute("xmlns:xlink", Namespaces.XLINK)
                .attribute("xmlns:xsi", Namespaces.XSI)
                .attribute("xmlns:" + Namespaces.NTM_PREFIX, Namespaces.NTM)
                .attribute("xsi:schemaLocation", Namespaces.WFS_SCHEMA)
                .attribute("version", "2.0.0")
                .attribute("updateSequence", exchange.snapshot().revision());
        ServiceDescription service = exchange.snapshot().catalogue().service();
        if (sections.contains("ServiceIdentification")) {
            identification(xml, exchange, service);
        }
        if (sections.contains("ServiceProvider")) {
            provider(xml, service);
        }
        if (sections.contains("OperationsMetadata")) {
            new OperationsMetadata(xml, exchange.serviceUrl()).write(operations());
        }
        if (sections.contains("FeatureTypeList")) {
            new FeatureTypeList(xml, exchange, formats).write();
        }
        if (sections.contains("Filter_Capabilities")) {
            FilterCapabilities.write(xml);
        }
        xml.finish();
    }

    /** A provider leaves out the bean that asks. */
    private List<WfsOperation> operations() {
        return Stream.concat(Stream.of(this), operations.stream().filter(other -> other != this))
                .toList();
    }

    private static void negotiate(Parameters parameters) {
        List<String> accepted = parameters.list("acceptversions");
        if (!accepted.isEmpty() && accepted.stream().noneMatch(version -> version.startsWith("2.0"))) {
            throw RequestException.of(
                    "VersionNegotiationFailed",
                    "acceptVersions",
                    "Máy chủ chỉ có phiên bản 2.0.0",
                    "This server speaks version 2.0.0 only");
        }
    }

    private static Set<String> sections(Parameters parameters) {
        Set<String> asked = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        asked.addAll(parameters.list("sections"));
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(SECTIONS);
        if (asked.isEmpty() || asked.contains("All")) {
            return known;
        }
        if (!known.containsAll(asked)) {
            String list = "All, " + String.join(", ", SECTIONS);
            throw RequestException.invalid("sections", "chọn trong: " + list, "choose from: " + list);
        }
        return asked;
    }

    private static void identification(XmlWriter xml, WfsExchange exchange, ServiceDescription service)
            throws IOException {
        xml.start("ows:ServiceIdentification");
        xml.localized("ows:Title", service.title());
        xml.localized("ows:Abstract", exchange.snapshot().description());
        xml.element("ows:ServiceType", "WFS");
        xml.element("ows:ServiceTypeVersion", "2.0.0");
        xml.element("ows:Fees", "NONE");
        xml.element("ows:AccessConstraints", "NONE");
        xml.end();
    }

    private static void provider(XmlWriter xml, ServiceDescription service) throws IOException {
        xml.start("ows:ServiceProvider");
        String name = service.organisation().isBlank() ? service.title().vi() : service.organisation();
        xml.element("ows:ProviderName", name);
        xml.start("ows:ServiceContact");
        if (!service.email().isBlank()) {
            xml.start("ows:ContactInfo").start("ows:Address");
            xml.element("ows:ElectronicMailAddress", service.email());
            xml.end().end();
        }
        xml.end().end();
    }
}
