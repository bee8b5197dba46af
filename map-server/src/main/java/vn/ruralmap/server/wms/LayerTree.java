package vn.ruralmap.server.wms;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.LayerGroup;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.encoding.XmlWriter;

/**
 * Writes the layers of a capabilities document: the whole map, in it the groups, in them the layers (OGC 06-042 §7.2.4.6,
 * OGC 01-068r3 §7.1.4.5). Coordinate systems and attribution are inherited from the whole map.
 */
final class LayerTree {

    private static final double MIN_BOX_DEGREES = 0.001;
    private static final Envelope AROUND_VIETNAM = new Envelope(75, 140, -30, 60);
    /** From a scale denominator to the diagonal of a pixel in metres, which ScaleHint of 1.1.1 gives. */
    private static final double DIAGONAL_METRES = 0.00028 * Math.sqrt(2);

    private final CapabilitiesWriter document;
    private final XmlWriter xml;
    private final Snapshot snapshot;
    private final Catalogue catalogue;
    private final LocalDate today;

    LayerTree(CapabilitiesWriter document, XmlWriter xml, Snapshot snapshot, LocalDate today) {
        this.document = document;
        this.xml = xml;
        this.snapshot = snapshot;
        this.catalogue = snapshot.catalogue();
        this.today = today;
    }

    void write() throws IOException {
        LayerGroup whole = catalogue.whole();
        xml.start("Layer", "queryable", "1");
        xml.element("Name", whole.name());
        xml.element("Title", document.text(whole.title()));
        for (CoordinateSystem crs : CoordinateSystems.list()) {
            if (document.isNew() || !crs.code().equals("CRS:84")) {
                xml.element(document.version().crsParameter(), crs.code());
            }
        }
        bounds(snapshot.bounds(today), false);
        attribution();
        Map<String, LayerGroup> groups = new LinkedHashMap<>();
        catalogue.groups().forEach(group -> group.layers().forEach(layer -> groups.put(layer.name(), group)));
        for (Layer layer : catalogue.layers()) {
            LayerGroup group = groups.get(layer.name());
            if (group == null) {
                layer(layer);
            } else if (group.layers().get(0).equals(layer)) {
                group(group);
            }
        }
        xml.end();
    }

    private void attribution() throws IOException {
        if (!catalogue.service().organisation().isEmpty()) {
            xml.start("Attribution");
            xml.element("Title", catalogue.service().organisation());
            xml.end();
        }
    }

    private void group(LayerGroup group) throws IOException {
        xml.start("Layer", "queryable", "1");
        xml.element("Name", group.name());
        xml.element("Title", document.text(group.title()));
        for (Layer layer : group.layers()) {
            layer(layer);
        }
        xml.end();
    }

    private void layer(Layer layer) throws IOException {
        LayerView view = snapshot.view(layer.name(), today);
        Map<String, MapStyle> styles = catalogue.styles(layer);
        xml.start("Layer", "queryable", "1");
        xml.element("Name", layer.name());
        xml.element("Title", document.text(layer.title()));
        xml.element("Abstract", document.text(layer.description()));
        bounds(view.bounds(), true);
        time(snapshot.listChangeDates(layer.name()));
        xml.start("MetadataURL", "type", document.isNew() ? "ISO19115:2003" : "TC211");
        xml.element("Format", document.isNew() ? "application/xml" : "text/xml");
        document.onlineResource(document.baseUrl() + "/metadata/" + layer.name() + ".xml");
        xml.end();
        xml.start("DataURL");
        xml.element("Format", "application/gml+xml");
        document.onlineResource(
                document.baseUrl() + "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=ntm:" + layer.name());
        xml.end();
        for (Map.Entry<String, MapStyle> style : styles.entrySet()) {
            style(layer, style.getKey(), style.getValue());
        }
        scales(List.copyOf(styles.values()));
        xml.end();
    }

    private void style(Layer layer, String name, MapStyle style) throws IOException {
        xml.start("Style");
        xml.element("Name", name);
        xml.element("Title", document.text(style.title()));
        MapRequest.Size legend = document.legendSize(layer.name() + '/' + name, style);
        String width = Integer.toString(legend.widthPx());
        xml.start("LegendURL", "width", width, "height", Integer.toString(legend.heightPx()));
        xml.element("Format", "image/png");
        document.onlineResource(document.baseUrl() + "/wms?SERVICE=WMS&VERSION="
                + document.version().number() + "&REQUEST=GetLegendGraphic&LAYER=" + layer.name() + "&STYLE=" + name
                + "&FORMAT=image/png&LANGUAGE=" + document.language());
        xml.end().start("StyleURL");
        xml.element("Format", GetStyles.MEDIA_TYPE);
        document.onlineResource(document.baseUrl() + "/styles/" + layer.name() + "/" + name + ".sld");
        xml.end().end();
    }

    /** Where the layer shows anything in any of its styles. */
    private void scales(List<MapStyle> styles) throws IOException {
        double min =
                styles.stream().mapToDouble(MapStyle::minScaleDenominator).min().orElse(0);
        double max =
                styles.stream().mapToDouble(MapStyle::maxScaleDenominator).max().orElse(Double.POSITIVE_INFINITY);
        if (!document.isNew()) {
            if (min > 0 || Double.isFinite(max)) {
                xml.start("ScaleHint", "min", number(min * DIAGONAL_METRES), "max", hint(max))
                        .end();
            }
            return;
        }
        if (min > 0) {
            xml.element("MinScaleDenominator", number(min));
        }
        if (Double.isFinite(max)) {
            xml.element("MaxScaleDenominator", number(max));
        }
    }

    /** ScaleHint always has both ends. */
    private static String hint(double max) {
        return number(Double.isFinite(max) ? max * DIAGONAL_METRES : 1e9);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    /** Layers without features have the country's box, points some 100 m: a box of no size makes clients fail. */
    private void bounds(Envelope lonLat, boolean everySystem) throws IOException {
        Envelope box = lonLat.isNull() ? new Envelope(102, 110, 8, 24) : lonLat.copy();
        box.expandBy(
                box.getWidth() < MIN_BOX_DEGREES ? MIN_BOX_DEGREES / 2 : 0,
                box.getHeight() < MIN_BOX_DEGREES ? MIN_BOX_DEGREES / 2 : 0);
        if (document.isNew()) {
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
            Envelope inSystem = everySystem && hasValues(crs, box) ? crs.fromLonLat(box) : new Envelope();
            // null: the box lies where the projection has no values
            if (!inSystem.isNull() && (document.isNew() || !crs.code().equals("CRS:84"))) {
                boolean swapped = document.isNew() && crs.axisOrder().isSwapped();
                String[] corners = corners(inSystem, swapped, crs.isGeographic() ? 8 : 3);
                String[] attributes = new String[corners.length + 2];
                attributes[0] = document.version().crsParameter();
                attributes[1] = crs.code();
                System.arraycopy(corners, 0, attributes, 2, corners.length);
                xml.start("BoundingBox", attributes).end();
            }
        }
    }

    /** The systems in metres but Web Mercator are those of Viet Nam, whose numbers mean nothing on the other side of the globe. */
    private static boolean hasValues(CoordinateSystem crs, Envelope lonLat) {
        return crs.isGeographic() || crs.code().equals("EPSG:3857") || AROUND_VIETNAM.contains(lonLat);
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
        if (document.isNew()) {
            xml.element("Dimension", extent, "name", "time", "units", "ISO8601", "default", today.toString());
        } else {
            xml.start("Dimension", "name", "time", "units", "ISO8601").end();
            xml.element("Extent", extent, "name", "time", "default", today.toString());
        }
    }
}
