package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.encoding.XmlWriter;

/** Capabilities of WFS 1.1.0 (OGC 04-094 §13.3). Texts in one language, as there is no place for two. */
final class Capabilities110 implements CapabilitiesWriter {

    @Override
    public void write(CapabilitiesDocument document) throws IOException {
        XmlWriter xml = document.xml();
        WfsExchange exchange = document.exchange();
        xml.start("wfs:WFS_Capabilities")
                .attribute("xmlns:wfs", exchange.version().namespace())
                .attribute("xmlns:ows", Namespaces.OWS_1_0)
                .attribute("xmlns:ogc", Namespaces.OGC)
                .attribute("xmlns:gml", GmlFormat.GML31.dialect().gml().namespace())
                .attribute("xmlns:xlink", Namespaces.XLINK)
                .attribute("xmlns:xsi", Namespaces.XSI)
                .attribute("xmlns:" + Namespaces.NTM_PREFIX, Namespaces.NTM)
                .attribute("xsi:schemaLocation", exchange.version().schemaLocation())
                .attribute("version", exchange.version().number())
                .attribute("updateSequence", exchange.snapshot().revision());
        if (document.has("ServiceIdentification")) {
            identification(document);
        }
        if (document.has("ServiceProvider")) {
            provider(document);
        }
        if (document.has("OperationsMetadata")) {
            new OperationsMetadata(document).write();
        }
        if (document.has("FeatureTypeList")) {
            types(document);
        }
        if (document.has("Filter_Capabilities")) {
            OgcFilterCapabilities.write110(xml);
        }
        document.finish();
    }

    private static void identification(CapabilitiesDocument document) throws IOException {
        XmlWriter xml = document.xml();
        String language = document.exchange().language();
        xml.start("ows:ServiceIdentification");
        xml.element("ows:Title", document.service().title().in(language));
        xml.element("ows:Abstract", document.exchange().snapshot().description().in(language));
        xml.element("ows:ServiceType", "WFS");
        for (String version : WfsVersion.numbers()) {
            xml.element("ows:ServiceTypeVersion", version);
        }
        xml.element("ows:Fees", "NONE");
        xml.element("ows:AccessConstraints", "NONE");
        xml.end();
    }

    private static void provider(CapabilitiesDocument document) throws IOException {
        Capabilities200.provider(document);
    }

    private static void types(CapabilitiesDocument document) throws IOException {
        XmlWriter xml = document.xml();
        xml.start("wfs:FeatureTypeList").start("wfs:Operations");
        for (String operation : operations(document)) {
            xml.element("wfs:Operation", operation);
        }
        xml.end();
        for (Layer layer : document.exchange().snapshot().catalogue().layers()) {
            type(document, layer);
        }
        xml.end();
    }

    /** What can be done with features of every type; the words of 1.0.0 are the same. */
    static List<String> operations(CapabilitiesDocument document) {
        List<String> operations = new ArrayList<>(List.of("Query"));
        if (document.offers("Transaction")) {
            operations.addAll(List.of("Insert", "Update", "Delete"));
        }
        if (document.offers("LockFeature")) {
            operations.add("Lock");
        }
        return operations;
    }

    private static void type(CapabilitiesDocument document, Layer layer) throws IOException {
        XmlWriter xml = document.xml();
        WfsExchange exchange = document.exchange();
        xml.start("wfs:FeatureType");
        xml.element("wfs:Name", Namespaces.NTM_PREFIX + ":" + layer.name());
        xml.element("wfs:Title", layer.title().in(exchange.language()));
        xml.element("wfs:Abstract", layer.description().in(exchange.language()));
        xml.element("wfs:DefaultSRS", SpatialReference.WGS84.name());
        for (CoordinateSystem system : CoordinateSystems.list()) {
            String name = SpatialReference.authority(system).name();
            if (!name.equals(SpatialReference.WGS84.name())) {
                xml.element("wfs:OtherSRS", name);
            }
        }
        xml.start("wfs:OutputFormats");
        for (String format : document.formats().listNames(exchange.version())) {
            xml.element("wfs:Format", format);
        }
        xml.end();
        bounds(xml, exchange.snapshot().view(layer.name(), exchange.date()).bounds());
        xml.element(
                "wfs:MetadataURL",
                exchange.baseUrl() + "/metadata/" + layer.name() + ".xml",
                "type",
                "19139",
                "format",
                "text/xml");
        xml.end();
    }

    /** There must be one; a type without features has the country. */
    private static void bounds(XmlWriter xml, Envelope data) throws IOException {
        Envelope box = data.isNull() ? Capabilities100.VIETNAM : data;
        xml.start("ows:WGS84BoundingBox");
        xml.element("ows:LowerCorner", String.format(Locale.ROOT, "%.8f %.8f", box.getMinX(), box.getMinY()));
        xml.element("ows:UpperCorner", String.format(Locale.ROOT, "%.8f %.8f", box.getMaxX(), box.getMaxY()));
        xml.end();
    }
}
