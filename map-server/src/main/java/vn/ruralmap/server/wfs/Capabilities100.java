package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.wfs.WfsOperation.Encoding;

/**
 * Capabilities of WFS 1.0.0 (OGC 02-058 §12.3). It has one coordinate system for each type and one format, whatever else the server
 * can do, and no sections.
 */
final class Capabilities100 implements CapabilitiesWriter {

    /** Mainland and islands, in degrees. */
    static final Envelope VIETNAM = new Envelope(102, 118, 6, 24);

    @Override
    public void write(CapabilitiesDocument document) throws IOException {
        XmlWriter xml = document.xml();
        WfsExchange exchange = document.exchange();
        xml.start("WFS_Capabilities")
                .attribute("xmlns", exchange.version().namespace())
                .attribute("xmlns:ogc", Namespaces.OGC)
                .attribute("xmlns:xsi", Namespaces.XSI)
                .attribute("xmlns:" + Namespaces.NTM_PREFIX, Namespaces.NTM)
                .attribute(
                        "xsi:schemaLocation",
                        exchange.version().namespace() + " http://schemas.opengis.net/wfs/1.0.0/WFS-capabilities.xsd")
                .attribute("version", exchange.version().number())
                .attribute("updateSequence", exchange.snapshot().revision());
        service(document);
        xml.start("Capability").start("Request");
        for (WfsOperation<?> operation : document.operations()) {
            operation(document, operation);
        }
        xml.end().end();
        types(document);
        OgcFilterCapabilities.write100(xml);
        document.finish();
    }

    private static void service(CapabilitiesDocument document) throws IOException {
        XmlWriter xml = document.xml();
        WfsExchange exchange = document.exchange();
        xml.start("Service");
        xml.element("Name", "WFS");
        xml.element("Title", document.service().title().in(exchange.language()));
        xml.element("Abstract", exchange.snapshot().description().in(exchange.language()));
        // the standard leaves it open, OWSLib fails without
        xml.element(
                "Keywords",
                exchange.snapshot().catalogue().layers().stream()
                        .map(layer -> layer.title().in(exchange.language()))
                        .collect(Collectors.joining("; ")));
        xml.element("OnlineResource", exchange.serviceUrl());
        xml.element("Fees", "NONE");
        xml.element("AccessConstraints", "NONE");
        xml.end();
    }

    private static void operation(CapabilitiesDocument document, WfsOperation<?> operation) throws IOException {
        XmlWriter xml = document.xml();
        xml.start(operation.name());
        if (operation.name().equals("DescribeFeatureType")) {
            xml.start("SchemaDescriptionLanguage").start("XMLSCHEMA").end().end();
        } else if (operation.name().startsWith("GetFeature")) {
            xml.start("ResultFormat").start("GML2").end().end();
        }
        // URL and form before document: MapInfo prefers POST, and all need the URL to end where pairs can begin
        for (Encoding encoding : operation.encodings()) {
            String url = document.exchange().serviceUrl();
            xml.start("DCPType").start("HTTP");
            if (encoding == Encoding.KVP) {
                xml.start("Get").attribute("onlineResource", url + (url.contains("?") ? "&" : "?"));
            } else {
                xml.start("Post").attribute("onlineResource", url);
            }
            xml.end().end().end();
        }
        xml.end();
    }

    private static void types(CapabilitiesDocument document) throws IOException {
        XmlWriter xml = document.xml();
        WfsExchange exchange = document.exchange();
        xml.start("FeatureTypeList").start("Operations");
        for (String operation : Capabilities110.operations(document)) {
            xml.start(operation).end();
        }
        xml.end();
        for (Layer layer : exchange.snapshot().catalogue().layers()) {
            xml.start("FeatureType");
            xml.element("Name", Namespaces.NTM_PREFIX + ":" + layer.name());
            xml.element("Title", layer.title().in(exchange.language()));
            xml.element("Abstract", layer.description().in(exchange.language()));
            xml.element("SRS", "EPSG:4326");
            bounds(xml, exchange.snapshot().view(layer.name(), exchange.date()).bounds());
            xml.element(
                    "MetadataURL",
                    exchange.baseUrl() + "/metadata/" + layer.name() + ".xml",
                    "type",
                    "TC211",
                    "format",
                    "XML");
            xml.end();
        }
        xml.end();
    }

    private static void bounds(XmlWriter xml, Envelope data) throws IOException {
        Envelope box = data.isNull() ? VIETNAM : data;
        xml.start("LatLongBoundingBox")
                .attribute("minx", number(box.getMinX()))
                .attribute("miny", number(box.getMinY()))
                .attribute("maxx", number(box.getMaxX()))
                .attribute("maxy", number(box.getMaxY()))
                .end();
    }

    private static String number(double degrees) {
        return String.format(Locale.ROOT, "%.8f", degrees);
    }
}
