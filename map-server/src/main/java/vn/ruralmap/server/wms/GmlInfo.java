package vn.ruralmap.server.wms;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.encoding.GmlGeometryWriter;
import vn.ruralmap.server.encoding.GmlVersion;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.wms.FeatureFinder.Found;

/** GetFeatureInfo as GML 3.2 feature members, with the geometry as it is drawn at the map's scale. */
@Component
class GmlInfo implements InfoWriter {

    private static final String NAMESPACE = "urn:ruralmap:ntm";

    @Override
    public InfoFormat format() {
        return InfoFormat.GML;
    }

    @Override
    public String contentType() {
        return "application/vnd.ogc.gml";
    }

    @Override
    public void write(List<Found> found, String language, OutputStream output) throws IOException {
        XmlWriter xml = XmlWriter.indented(output);
        GmlGeometryWriter geometries = new GmlGeometryWriter(xml, GmlVersion.V3_2_1, SpatialReference.WGS84);
        xml.start("wfs:FeatureCollection")
                .attribute("xmlns:wfs", "http://www.opengis.net/wfs/2.0")
                .attribute("xmlns:gml", "http://www.opengis.net/gml/3.2")
                .attribute("xmlns:ntm", NAMESPACE)
                .attribute("numberMatched", found.size())
                .attribute("numberReturned", found.size());
        for (Found each : found) {
            LayerView view = each.view();
            Feature feature = each.feature().feature();
            String id = feature.id(view.layer());
            xml.start("wfs:member").start("ntm:" + view.layer().name()).attribute("gml:id", id);
            for (Property property : view.properties()) {
                Object value = view.value(feature, property);
                if (value != null) {
                    xml.element("ntm:" + property.name(), value.toString());
                }
            }
            xml.start("ntm:geometry");
            geometries.write(each.feature().geometry(), id + ".geometry");
            xml.end().end().end();
        }
        xml.finish();
    }
}
