package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.io.OutputStream;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.server.encoding.GmlGeometryWriter;
import vn.ruralmap.server.encoding.GmlVersion;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.formats.FeatureTable;
import vn.ruralmap.server.wfs.FeatureAnswer.Shape;

/** Writes {@code wfs:ValueCollection} (OGC 09-025r2 §10.3): texts as such, geometry as GML. */
record ValueCollection(FeatureAnswer answer, String valueReference) {

    void write(OutputStream out) throws IOException {
        XmlWriter xml = XmlWriter.compact(out);
        xml.start("wfs:ValueCollection")
                .attribute("xmlns:wfs", Namespaces.WFS)
                .attribute("xmlns:gml", Namespaces.GML)
                .attribute("xmlns:xsi", Namespaces.XSI)
                .attribute(
                        "xsi:schemaLocation",
                        WfsVersion.V2_0_0.schemaLocation() + ' ' + Namespaces.GML + ' ' + GmlVersion.V3_2_1.schema())
                .attribute("timeStamp", answer.time().toString())
                .attribute("numberMatched", answer.matched())
                .attribute("numberReturned", answer.returned());
        if (answer.links().next() != null) {
            xml.attribute("next", answer.links().next());
        }
        if (answer.links().previous() != null) {
            xml.attribute("previous", answer.links().previous());
        }
        if (answer.shape() != Shape.HITS) {
            for (FeatureAnswer.Part part : answer.parts()) {
                write(xml, part);
            }
        }
        xml.newLine().finish();
    }

    private void write(XmlWriter xml, FeatureAnswer.Part part) throws IOException {
        ValueReference reference = ValueReference.of(part.query().view(), valueReference);
        FeatureTable table = part.table();
        GmlGeometryWriter geometries = new GmlGeometryWriter(xml, GmlVersion.V3_2_1, table.reference());
        for (Feature feature : part.features()) {
            xml.newLine().start("wfs:member");
            if (reference.kind() == ValueReference.Kind.GEOMETRY) {
                Geometry geometry = table.geometry(feature);
                if (geometry != null) {
                    geometries.write(geometry, ValueReference.geometryId(part, feature));
                }
            } else {
                xml.text(reference.text(feature));
            }
            xml.end();
        }
    }
}
