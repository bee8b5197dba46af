package vn.ruralmap.server.wms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.catalogue.Catalogue.ServiceDescription;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.server.encoding.XmlWriter;

/** Writes capabilities documents: OGC 06-042 annex E.1 (1.3.0) and OGC 01-068r3 annex A.1 (1.1.1). */
final class CapabilitiesWriter {

    private static final List<String> MAP_FORMATS = List.of("image/png", "image/png; mode=8bit", "image/jpeg");

    private static final double MIN_BOX_DEGREES = 0.001;

    private final WmsVersion version;
    private final Snapshot snapshot;
    private final LocalDate today;
    private final String url;
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
            LegendSizes legendSizes)
            throws IOException {
        this.version = version;
        this.snapshot = snapshot;
        this.today = today;
        this.url = baseUrl + "/wms?";
        this.language = language;
        this.legendSizes = legendSizes;
        this.xml = XmlWriter.compact(bytes);
    }

    /** @param baseUrl the server's public URL without a slash at the end */
    static byte[] write(
            WmsVersion version,
            Snapshot snapshot,
            LocalDate today,
            String baseUrl,
            String language,
            LegendSizes legendSizes)
            throws IOException {
        return new CapabilitiesWriter(version, snapshot, today, baseUrl, language, legendSizes).write();
    }

    /** How large GetLegendGraphic draws the legend of a layer. */
    interface LegendSizes {
        MapRequest.Size of(Layer layer, String language);
    }

    private boolean isNew() {
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
        layers();
        xml.finish();
        return bytes.toByteArray();
    }

    private void service() throws IOException {
        ServiceDescription service = snapshot.catalogue().service();
        xml.start("Service");
        xml.element("Name", isNew() ? "WMS" : "OGC:WMS");
        xml.element("Title", text(service.title()));
        String description = text(service.description());
        xml.element(
                "Abstract", snapshot.isIllustrative() ? description + " " + text(service.illustrative()) : description);
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
            xml.element("LayerLimit", Integer.toString(MapRequest.MAX_LAYERS));
            xml.element("MaxWidth", Integer.toString(MapRequest.MAX_PIXELS));
            xml.element("MaxHeight", Integer.toString(MapRequest.MAX_PIXELS));
        }
        xml.end();
    }

    private void requests() throws IOException {
        xml.start("Request");
        operation("GetCapabilities", List.of(isNew() ? "text/xml" : "application/vnd.ogc.wms_xml"));
        operation("GetMap", MAP_FORMATS);
        operation("GetFeatureInfo", InfoFormat.listMediaTypes());
        // in 1.3.0 an extended operation (OGC 05-078r4 §8), in 1.1.1 one of the DTD's own
        operation(isNew() ? "sld:GetLegendGraphic" : "GetLegendGraphic", List.of("image/png"));
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
        xml.start("OnlineResource", attributes(url)).end();
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

    private void layers() throws IOException {
        xml.start("Layer");
        xml.element("Title", text(snapshot.catalogue().service().title()));
        for (CoordinateSystem crs : CoordinateSystems.list()) {
            if (isNew() || !crs.code().equals("CRS:84")) {
                xml.element(version.crsParameter(), crs.code());
            }
        }
        bounds(snapshot.bounds(today), false);
        for (Layer layer : snapshot.catalogue().layers()) {
            layer(layer);
        }
        xml.end();
    }

    private void layer(Layer layer) throws IOException {
        LayerView view = snapshot.view(layer.name(), today);
        NavigableSet<LocalDate> dates = snapshot.listChangeDates(layer.name());
        xml.start("Layer", "queryable", "1");
        xml.element("Name", layer.name());
        xml.element("Title", text(layer.title()));
        xml.element("Abstract", text(layer.description()));
        bounds(view.bounds(), true);
        time(dates);
        xml.start("Style");
        xml.element("Name", layer.presentation().style());
        xml.element("Title", text(layer.title()));
        MapRequest.Size legend = legendSizes.of(layer, language);
        String width = Integer.toString(legend.widthPx());
        xml.start("LegendURL", "width", width, "height", Integer.toString(legend.heightPx()));
        xml.element("Format", "image/png");
        xml.start(
                        "OnlineResource",
                        attributes(url + "SERVICE=WMS&VERSION=" + version.number() + "&REQUEST=GetLegendGraphic&LAYER="
                                + layer.name() + "&FORMAT=image/png&LANGUAGE=" + language))
                .end();
        xml.end().end().end();
    }

    /** Layers without features have the country's box, points some 100 m: a box of no size makes clients fail. */
    private void bounds(Envelope lonLat, boolean everySystem) throws IOException {
        Envelope box = lonLat.isNull() ? new Envelope(102, 110, 8, 24) : lonLat.copy();
        box.expandBy(
                box.getWidth() < MIN_BOX_DEGREES ? MIN_BOX_DEGREES / 2 : 0,
                box.getHeight() < MIN_BOX_DEGREES ? MIN_BOX_DEGREES / 2 : 0);
        if (isNew()) {
            xml.start("EX_GeographicBoundingBox");
            xml.element("westBoundLongitude", Double.toString(box.getMinX()));
            xml.element("eastBoundLongitude", Double.toString(box.getMaxX()));
            xml.element("southBoundLatitude", Double.toString(box.getMinY()));
            xml.element("northBoundLatitude", Double.toString(box.getMaxY()));
            xml.end();
        } else {
            xml.start("LatLonBoundingBox", corners(box, false, 8)).end();
        }
        for (CoordinateSystem crs : CoordinateSystems.list()) {
            Envelope inSystem = everySystem ? crs.fromLonLat(box) : new Envelope();
            // null: the box lies where the projection has no values
            if (!inSystem.isNull() && (isNew() || !crs.code().equals("CRS:84"))) {
                boolean swapped = isNew() && crs.axisOrder().isSwapped();
                String[] corners = corners(inSystem, swapped, crs.isGeographic() ? 8 : 3);
                String[] attributes = new String[corners.length + 2];
                attributes[0] = version.crsParameter();
                attributes[1] = crs.code();
                System.arraycopy(corners, 0, attributes, 2, corners.length);
                xml.start("BoundingBox", attributes).end();
            }
        }
    }

    private static String[] corners(Envelope box, boolean swapped, int decimals) {
        String form = "%." + decimals + "f";
        String minX = String.format(Locale.ROOT, form, box.getMinX());
        String minY = String.format(Locale.ROOT, form, box.getMinY());
        String maxX = String.format(Locale.ROOT, form, box.getMaxX());
        String maxY = String.format(Locale.ROOT, form, box.getMaxY());
        return swapped
                ? new String[] {"minx", minY, "miny", minX, "maxx", maxY, "maxy", maxX}
                : new String[] {"minx", minX, "miny", minY, "maxx", maxX, "maxy", maxY};
    }

    /** The legal date, from the first day on which anything is known; any day may be asked for. */
    private void time(NavigableSet<LocalDate> dates) throws IOException {
        if (dates.isEmpty()) {
            return;
        }
        LocalDate last = dates.last().isAfter(today) ? dates.last() : today;
        String extent = dates.first() + "/" + last + "/P1D";
        if (isNew()) {
            xml.element("Dimension", extent, "name", "time", "units", "ISO8601", "default", today.toString());
        } else {
            xml.start("Dimension", "name", "time", "units", "ISO8601").end();
            xml.element("Extent", extent, "name", "time", "default", today.toString());
        }
    }

    private String text(LocalizedText text) {
        return text.in(language);
    }
}
