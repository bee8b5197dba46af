package vn.ruralmap.server.wfs;

import java.io.IOException;
import vn.ruralmap.layers.catalogue.Catalogue.ServiceDescription;
import vn.ruralmap.server.encoding.XmlWriter;

/** Capabilities of WFS 2.0.0 (OGC 09-025r2 §8.3). */
final class Capabilities200 implements CapabilitiesWriter {

    @Override
    public void write(CapabilitiesDocument document) throws IOException {
        XmlWriter xml = document.xml();
        WfsExchange exchange = document.exchange();
        xml.start("wfs:WFS_Capabilities")
                .attribute("xmlns:wfs", Namespaces.WFS)
                .attribute("xmlns:ows", Namespaces.OWS)
                .attribute("xmlns:fes", Namespaces.FES)
                .attribute("xmlns:gml", Namespaces.GML)
                .attribute("xmlns:xlink", Namespaces.XLINK)
                .attribute("xmlns:xsd", Namespaces.XSD)
                .attribute("xmlns:xsi", Namespaces.XSI)
                .attribute("xmlns:" + Namespaces.NTM_PREFIX, Namespaces.NTM)
                .attribute("xsi:schemaLocation", exchange.version().schemaLocation())
                .attribute("version", exchange.version().number())
                .attribute("updateSequence", exchange.snapshot().revision());
        if (document.has("ServiceIdentification")) {
            identification(xml, exchange, document.service());
        }
        if (document.has("ServiceProvider")) {
            provider(document);
        }
        if (document.has("OperationsMetadata")) {
            new OperationsMetadata(document).write();
        }
        if (document.has("FeatureTypeList")) {
            new FeatureTypeList(document).write();
        }
        if (document.has("Filter_Capabilities")) {
            FilterCapabilities.write(xml);
        }
        document.finish();
    }

    private static void identification(XmlWriter xml, WfsExchange exchange, ServiceDescription service)
            throws IOException {
        xml.start("ows:ServiceIdentification");
        xml.localized("ows:Title", service.title());
        xml.localized("ows:Abstract", exchange.snapshot().description());
        xml.element("ows:ServiceType", "WFS");
        for (String version : WfsVersion.numbers()) {
            xml.element("ows:ServiceTypeVersion", version);
        }
        xml.element("ows:Fees", "NONE");
        xml.element("ows:AccessConstraints", "NONE");
        xml.end();
    }

    static void provider(CapabilitiesDocument document) throws IOException {
        XmlWriter xml = document.xml();
        xml.start("ows:ServiceProvider");
        xml.element("ows:ProviderName", document.provider());
        xml.start("ows:ServiceContact");
        if (!document.service().email().isBlank()) {
            xml.start("ows:ContactInfo").start("ows:Address");
            xml.element("ows:ElectronicMailAddress", document.service().email());
            xml.end().end();
        }
        xml.end().end();
    }
}
