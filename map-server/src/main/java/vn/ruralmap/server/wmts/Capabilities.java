package vn.ruralmap.server.wmts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.catalogue.Catalogue.ServiceDescription;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.tiling.TileMatrix;
import vn.ruralmap.server.tiling.TileMatrixSet;
import vn.ruralmap.server.tiling.TileMatrixSets;

/**
 * Writes the service metadata document (OGC 07-057r7 §7.1.1.2, its schema wmtsGetCapabilities_response.xsd).
 *
 * @param xml where to
 * @param snapshot what is published
 * @param today in Viet Nam
 * @param url of the service, without a slash at the end
 * @param offer what else there is to choose from
 */
record Capabilities(XmlWriter xml, Snapshot snapshot, LocalDate today, String url, Offer offer) {

    /** Sections that can be asked for (OGC 07-057r7 table 3). */
    static final List<String> SECTIONS =
            List.of("ServiceIdentification", "ServiceProvider", "OperationsMetadata", "Contents", "Themes");

    /** Many more dates make a list nobody reads; every day may be asked for anyway. */
    private static final int MAX_DATES = 100;

    private static final double MIN_BOX_DEGREES = 0.001;
    private static final Envelope COUNTRY = new Envelope(102, 110, 8, 24);

    /**
     * What there is to choose from.
     *
     * @param tileTypes media types of tiles
     * @param infoTypes media types of answers to clicks
     * @param legends of styles
     */
    record Offer(List<String> tileTypes, List<String> infoTypes, LegendImages legends) {}

    /** @param sections names out of {@link #SECTIONS} */
    void write(Set<String> sections) throws IOException {
        xml.start("Capabilities")
                .attribute("xmlns", "http://www.opengis.net/wmts/1.0")
                .attribute("xmlns:ows", "http://www.opengis.net/ows/1.1")
                .attribute("xmlns:xlink", "http://www.w3.org/1999/xlink")
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute(
                        "xsi:schemaLocation",
                        "http://www.opengis.net/wmts/1.0"
                                + " http://schemas.opengis.net/wmts/1.0/wmtsGetCapabilities_response.xsd")
                .attribute("version", "1.0.0")
                .attribute("updateSequence", snapshot.revision());
        if (sections.contains("ServiceIdentification")) {
            identification();
        }
        if (sections.contains("ServiceProvider")) {
            provider();
        }
        if (sections.contains("OperationsMetadata")) {
            operations();
        }
        if (sections.contains("Contents")) {
            contents();
        }
        if (!sections.isEmpty()) {
            xml.start("ServiceMetadataURL", "xlink:href", url + "/1.0.0/WMTSCapabilities.xml")
                    .end();
        }
        xml.finish();
    }

    private void identification() throws IOException {
        ServiceDescription service = snapshot.catalogue().service();
        xml.start("ows:ServiceIdentification");
        xml.localized("ows:Title", service.title());
        xml.localized("ows:Abstract", snapshot.description());
        xml.element("ows:ServiceType", "OGC WMTS");
        xml.element("ows:ServiceTypeVersion", "1.0.0");
        xml.element("ows:Fees", "none");
        xml.element("ows:AccessConstraints", "none");
        xml.end();
    }

    private void provider() throws IOException {
        ServiceDescription service = snapshot.catalogue().service();
        String name = service.organisation().isBlank() ? service.title().vi() : service.organisation();
        xml.start("ows:ServiceProvider").element("ows:ProviderName", name).start("ows:ServiceContact");
        if (!service.email().isBlank()) {
            xml.start("ows:ContactInfo").start("ows:Address");
            xml.element("ows:ElectronicMailAddress", service.email()).end().end();
        }
        xml.end().end();
    }

    private void operations() throws IOException {
        xml.start("ows:OperationsMetadata");
        for (String operation : List.of("GetCapabilities", "GetTile", "GetFeatureInfo")) {
            xml.start("ows:Operation", "name", operation).start("ows:DCP").start("ows:HTTP");
            // clients that take the first of the two for key-value pairs are fewer than those that mix them up
            // otherwise
            encoding(
                    operation.equals("GetCapabilities") ? url + "/1.0.0/WMTSCapabilities.xml" : url + "/1.0.0/",
                    "RESTful");
            encoding(url + "?", "KVP");
            xml.end().end().end();
        }
        xml.end();
    }

    private void encoding(String href, String name) throws IOException {
        xml.start("ows:Get", "xlink:href", href).start("ows:Constraint", "name", "GetEncoding");
        xml.start("ows:AllowedValues").element("ows:Value", name).end().end().end();
    }

    private void contents() throws IOException {
        xml.start("Contents");
        for (Layer layer : snapshot.catalogue().layers()) {
            layer(layer);
        }
        for (TileMatrixSet set : TileMatrixSets.list()) {
            tileMatrixSet(set);
        }
        xml.end();
    }

    private void layer(Layer layer) throws IOException {
        xml.start("Layer");
        xml.localized("ows:Title", layer.title());
        xml.localized("ows:Abstract", layer.description());
        bounds(snapshot.view(layer.name(), today).bounds());
        xml.element("ows:Identifier", layer.name());
        for (Map.Entry<String, MapStyle> style :
                snapshot.catalogue().styles(layer).entrySet()) {
            style(layer, style.getKey(), style.getValue());
        }
        for (String type : offer.tileTypes()) {
            xml.element("Format", type);
        }
        for (String type : offer.infoTypes()) {
            xml.element("InfoFormat", type);
        }
        time(layer);
        for (TileMatrixSet set : TileMatrixSets.list()) {
            xml.start("TileMatrixSetLink")
                    .element("TileMatrixSet", set.name().id())
                    .end();
        }
        String tile =
                url + "/1.0.0/" + layer.name() + "/{Style}/{Time}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}";
        // OpenLayers and OWSLib take every template in turn, whatever its format: JPEG would cover layers below,
        // vectors are no image
        resources("tile", offer.tileTypes().subList(0, 1), RestPath.TILES, tile);
        resources("FeatureInfo", offer.infoTypes(), RestPath.INFOS, tile + "/{J}/{I}");
        xml.end();
    }

    private void resources(String kind, List<String> types, Map<String, String> endings, String template)
            throws IOException {
        for (String type : types) {
            String ending = RestPath.ending(endings, type).orElse("");
            xml.start("ResourceURL", "format", type, "resourceType", kind, "template", template + "." + ending)
                    .end();
        }
    }

    private void bounds(Envelope lonLat) throws IOException {
        Envelope box = (lonLat.isNull() ? COUNTRY : lonLat).copy();
        box.expandBy(
                box.getWidth() < MIN_BOX_DEGREES ? MIN_BOX_DEGREES / 2 : 0,
                box.getHeight() < MIN_BOX_DEGREES ? MIN_BOX_DEGREES / 2 : 0);
        xml.start("ows:WGS84BoundingBox");
        xml.element("ows:LowerCorner", box.getMinX() + " " + box.getMinY());
        xml.element("ows:UpperCorner", box.getMaxX() + " " + box.getMaxY());
        xml.end();
    }

    private void style(Layer layer, String name, MapStyle style) throws IOException {
        boolean isDefault = style == snapshot.catalogue().style(layer);
        LegendImages.Legend legend = offer.legends().get(style, "vi");
        xml.start("Style", "isDefault", Boolean.toString(isDefault));
        xml.localized("ows:Title", style.title());
        xml.element("ows:Identifier", name);
        xml.start(
                        "LegendURL",
                        "format",
                        "image/png",
                        "xlink:href",
                        url + "/1.0.0/" + layer.name() + "/" + name + "/legend.png",
                        "width",
                        Integer.toString(legend.widthPx()),
                        "height",
                        Integer.toString(legend.heightPx()))
                .end();
        xml.end();
    }

    /** The legal date. Listed are the days on which something changes, the last ones first; any other may be asked for too. */
    private void time(Layer layer) throws IOException {
        NavigableSet<LocalDate> dates = snapshot.listChangeDates(layer.name());
        List<String> values = new ArrayList<>(List.of("current"));
        dates.descendingSet().stream().limit(MAX_DATES).forEach(date -> values.add(date.toString()));
        xml.start("Dimension");
        xml.localized("ows:Title", new LocalizedText("Ngày hiệu lực", "Legal date"));
        xml.element("ows:Identifier", "Time");
        xml.element("ows:UOM", "ISO8601");
        xml.element("Default", "current");
        xml.element("Current", "true");
        for (String value : values) {
            xml.element("Value", value);
        }
        xml.end();
    }

    private void tileMatrixSet(TileMatrixSet set) throws IOException {
        TileMatrixSet.Name name = set.name();
        xml.start("TileMatrixSet");
        xml.localized("ows:Title", name.title());
        xml.element("ows:Identifier", name.id());
        xml.element("ows:SupportedCRS", name.crs());
        if (name.wellKnownScaleSet() != null) {
            xml.element("WellKnownScaleSet", name.wellKnownScaleSet());
        }
        // every system of the register has x first, also by its authority, but for degrees with latitude first, of
        // which there is no set
        String corner = set.left() + " " + set.top();
        for (TileMatrix matrix : set.matrices()) {
            xml.start("TileMatrix");
            xml.element("ows:Identifier", matrix.id());
            xml.element("ScaleDenominator", Double.toString(matrix.scaleDenominator()));
            xml.element("TopLeftCorner", corner);
            xml.element("TileWidth", Integer.toString(matrix.tilePx()));
            xml.element("TileHeight", Integer.toString(matrix.tilePx()));
            xml.element("MatrixWidth", Integer.toString(matrix.columns()));
            xml.element("MatrixHeight", Integer.toString(matrix.rows()));
            xml.end();
        }
        xml.end();
    }
}
