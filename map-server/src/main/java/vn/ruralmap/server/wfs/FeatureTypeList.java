package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.encoding.XmlWriter;

/** Writes the list of feature types (OGC 09-025r2 §8.3.3). */
record FeatureTypeList(CapabilitiesDocument document) {

    void write() throws IOException {
        XmlWriter xml = document.xml();
        xml.start("wfs:FeatureTypeList");
        for (Layer layer : document.exchange().snapshot().catalogue().layers()) {
            type(layer);
        }
        xml.end();
    }

    private void type(Layer layer) throws IOException {
        XmlWriter xml = document.xml();
        WfsExchange exchange = document.exchange();
        xml.start("wfs:FeatureType");
        xml.element("wfs:Name", Namespaces.NTM_PREFIX + ":" + layer.name());
        xml.localized("wfs:Title", layer.title());
        xml.localized("wfs:Abstract", layer.description());
        xml.element("wfs:DefaultCRS", SpatialReference.WGS84.name());
        for (CoordinateSystem system : CoordinateSystems.list()) {
            String name = SpatialReference.authority(system).name();
            if (!name.equals(SpatialReference.WGS84.name())) {
                xml.element("wfs:OtherCRS", name);
            }
        }
        xml.start("wfs:OutputFormats");
        for (String format : document.formats().listNames(exchange.version())) {
            xml.element("wfs:Format", format);
        }
        xml.end();
        bounds(xml, exchange.snapshot().view(layer.name(), exchange.date()).bounds());
        xml.start("wfs:MetadataURL", "xlink:href", exchange.baseUrl() + "/metadata/" + layer.name() + ".xml")
                .end();
        xml.end();
    }

    private static void bounds(XmlWriter xml, Envelope box) throws IOException {
        if (box.isNull()) {
            return;
        }
        xml.start("ows:WGS84BoundingBox");
        xml.element("ows:LowerCorner", corner(box.getMinX(), box.getMinY()));
        xml.element("ows:UpperCorner", corner(box.getMaxX(), box.getMaxY()));
        xml.end();
    }

    private static String corner(double lon, double lat) {
        return String.format(Locale.ROOT, "%.8f %.8f", lon, lat);
    }
}
