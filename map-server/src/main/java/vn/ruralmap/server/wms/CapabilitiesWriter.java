package vn.ruralmap.server.wms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import vn.ruralmap.layers.catalogue.Catalogue.ServiceDescription;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.render.ImageFormat;

/** Writes capabilities documents: OGC 06-042 annex E.1 (1.3.0) and OGC 01-068r3 annex A.1 (1.1.1). */
final class CapabilitiesWriter {

    private static final List<String> MAP_FORMATS =
            Arrays.stream(ImageFormat.values()).map(ImageFormat::mediaType).toList();

    private static final List<String> LEGEND_FORMATS =
            List.of("image/png", "image/jpeg", "image/gif", "application/json");
    private static final String[] USER_STYLES = {
        "SupportSLD", "1", "UserLayer", "0", "UserStyle", "1", "RemoteWFS", "0", "InlineFeature", "0", "RemoteWCS", "0"
    };

    private final WmsVersion version;
    private final Snapshot snapshot;
    private final LocalDate today;
    private final String baseUrl;
    private final String url;
    private final int maxSide;
    private final String language;
    private final LegendSizes legendSizes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
    private final XmlWriter xml;

    private CapabilitiesWriter(
            WmsVersion version,
            Snapshot snapshot,
            LocalDate today,
            String baseUrl,
            String language,
            LegendSizes legendSizes,
            int maxSide)
            throws IOException {
        this.maxSide = maxSide;
        this.version = version;
        this.snapshot = snapshot;
        this.today = today;
        this.baseUrl = baseUrl;
        this.url = baseUrl + "/wms?";
        this.language = language;
        this.legendSizes = legendSizes;
        this.xml = XmlWriter.compact(bytes);
    }

    /** @param baseUrl the server's public URL without a slash at the end. @param maxSide of images, in pixels */
    static byte[] write(
            WmsVersion version,
            Snapshot snapshot,
            LocalDate today,
            String baseUrl,
            String language,
            LegendSizes legendSizes,
            int maxSide)
            throws IOException {
        return new CapabilitiesWriter(version, snapshot, today, baseUrl, language, legendSizes, maxSide).write();
    }

    /** How large GetLegendGraphic draws the legend of a style of that name. */
    interface LegendSizes {
        MapRequest.Size of(String name, MapStyle style, String language);
    }

    boolean isNew() {
        return version == WmsVersion.V1_3_0;
    }

    private byte[] write() throws IOException {
        String sequence = Long.toString(snapshot.revision());
        if (isNew()) {
            xml.start(
                    "WMS_Capabilities",
                    "version",
                    "1.3.0",
                    "updateSequence",
                    sequence,
                    "xmlns",
                    "http://www.opengis.net/wms",
                    "xmlns:xlink",
                    "http://www.w3.org/1999/xlink",
                    "xmlns:sld",
                    "http://www.opengis.net/sld",
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    "http://www.opengis.net/wms http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd"
                            + " http://www.opengis.net/sld"
                            + " http://schemas.opengis.net/sld/1.1.0/sld_capabilities.xsd");
        } else {
            xml.docType("<!DOCTYPE WMT_MS_Capabilities SYSTEM"
                    + " \"http://schemas.opengis.net/wms/1.1.1/WMS_MS_Capabilities.dtd\">");
            xml.start("WMT_MS_Capabilities", "version", "1.1.1", "updateSequence", sequence);
        }
        service();
        xml.start("Capability");
        requests();
        exceptions();
        if (isNew()) {
            xml.start("sld:UserDefinedSymbolization", USER_STYLES).end();
        } else {
            xml.start("UserDefinedSymbolization", "SupportSLD", "1", "UserLayer", "0", "UserStyle", "1")
                    .end();
        }
        new LayerTree(this, xml, snapshot, today).write();
        xml.finish();
        return bytes.toByteArray();
    }

    private void service() throws IOException {
        ServiceDescription service = snapshot.catalogue().service();
        xml.start("Service");
        xml.element("Name", isNew() ? "WMS" : "OGC:WMS");
        xml.element("Title", text(service.title()));
        xml.element("Abstract", text(snapshot.description()));
        onlineResource();
        if (!service.organisation().isEmpty() || !service.email().isEmpty()) {
            xml.start("ContactInformation").start("ContactPersonPrimary");
            xml.element("ContactPerson", service.organisation());
            xml.element("ContactOrganization", service.organisation()).end();
            xml.element("ContactElectronicMailAddress", service.email()).end();
        }
        xml.element("Fees", "none");
        xml.element("AccessConstraints", "none");
        if (isNew()) {
            xml.element("LayerLimit", Integer.toString(LayerSelection.MAX_LAYERS));
            xml.element("MaxWidth", Integer.toString(maxSide));
            xml.element("MaxHeight", Integer.toString(maxSide));
        }
        xml.end();
    }

    private void requests() throws IOException {
        xml.start("Request");
        operation("GetCapabilities", List.of(isNew() ? "text/xml" : "application/vnd.ogc.wms_xml"));
        operation("GetMap", MAP_FORMATS);
        operation("GetFeatureInfo", InfoFormat.listMediaTypes());
        // in 1.3.0 an extended operation (OGC 05-078r4 §8), in 1.1.1 one of the DTD's own
        operation(isNew() ? "sld:DescribeLayer" : "DescribeLayer", List.of("text/xml"));
        operation(isNew() ? "sld:GetLegendGraphic" : "GetLegendGraphic", LEGEND_FORMATS);
        if (!isNew()) {
            operation("GetStyles", List.of(GetStyles.MEDIA_TYPE));
        }
        xml.end();
    }

    private void operation(String name, List<String> formats) throws IOException {
        xml.start(name);
        for (String format : formats) {
            xml.element("Format", format);
        }
        xml.start("DCPType").start("HTTP").start("Get");
        onlineResource();
        xml.end().start("Post");
        onlineResource();
        xml.end().end().end().end();
    }

    private void onlineResource() throws IOException {
        onlineResource(url);
    }

    void onlineResource(String href) throws IOException {
        xml.start("OnlineResource", attributes(href)).end();
    }

    private String[] attributes(String href) {
        return isNew()
                ? new String[] {"xlink:type", "simple", "xlink:href", href}
                : new String[] {
                    "xmlns:xlink", "http://www.w3.org/1999/xlink", "xlink:type", "simple", "xlink:href", href
                };
    }

    private void exceptions() throws IOException {
        xml.start("Exception");
        for (String format : isNew()
                ? List.of("XML", "INIMAGE", "BLANK")
                : List.of(
                        "application/vnd.ogc.se_xml",
                        "application/vnd.ogc.se_inimage",
                        "application/vnd.ogc.se_blank")) {
            xml.element("Format", format);
        }
        xml.end();
    }

    WmsVersion version() {
        return version;
    }

    String language() {
        return language;
    }

    /** The server's public URL without a slash at the end. */
    String baseUrl() {
        return baseUrl;
    }

    MapRequest.Size legendSize(String name, MapStyle style) {
        return legendSizes.of(name, style, language);
    }

    String text(LocalizedText text) {
        return text.in(language);
    }
}
