package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.server.encoding.GmlGeometryWriter;
import vn.ruralmap.server.encoding.Rings;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.wfs.GetFeatureRequest.Shape;

/** GML 3.2, the format every WFS 2.0 has (OGC 09-025r2 §7.6.3.7). */
@Component
@Order(1)
final class GmlFormat implements FeatureFormat {

    static final String CONTENT_TYPE = "application/gml+xml; version=3.2";

    @Override
    public List<String> names() {
        return List.of(CONTENT_TYPE, "text/xml; subtype=gml/3.2", "text/xml; subtype=gml/3.2.1", "GML32");
    }

    @Override
    public String contentType() {
        return CONTENT_TYPE;
    }

    @Override
    public SpatialReference defaultReference() {
        return SpatialReference.WGS84;
    }

    @Override
    public void write(FeatureAnswer answer, OutputStream out) throws IOException {
        XmlWriter xml = XmlWriter.compact(out);
        Members members = new Members(xml, answer);
        if (answer.request().shape() == Shape.FEATURE) {
            FeatureAnswer.Part part = answer.parts().get(0);
            members.feature(part.query(), part.features().get(0), answer);
            xml.finish();
            return;
        }
        xml.start("wfs:FeatureCollection").attribute("xmlns:wfs", Namespaces.WFS);
        namespaces(xml, answer);
        numbers(xml, answer, answer.matched(), answer.returned());
        if (answer.links().next() != null) {
            xml.attribute("next", answer.links().next());
        }
        if (answer.links().previous() != null) {
            xml.attribute("previous", answer.links().previous());
        }
        for (FeatureAnswer.Part part : answer.parts()) {
            if (answer.request().shape() == Shape.COLLECTION_PER_QUERY) {
                xml.newLine().start("wfs:member").start("wfs:FeatureCollection");
                numbers(xml, answer, part.matched(), part.features().size());
                members.write(part);
                xml.end().end();
            } else {
                members.write(part);
            }
        }
        xml.newLine().finish();
    }

    private static void namespaces(XmlWriter xml, FeatureAnswer answer) throws IOException {
        xml.attribute("xmlns:gml", Namespaces.GML)
                .attribute("xmlns:" + Namespaces.NTM_PREFIX, Namespaces.NTM)
                .attribute("xmlns:xlink", Namespaces.XLINK)
                .attribute("xmlns:xsi", Namespaces.XSI);
        StringBuilder locations = new StringBuilder(Namespaces.WFS_SCHEMA)
                .append(' ')
                .append(Namespaces.GML)
                .append(" http://schemas.opengis.net/gml/3.2.1/gml.xsd");
        if (!answer.typeNames().isEmpty()) {
            locations.append(' ').append(Namespaces.NTM).append(' ').append(schemaUrl(answer));
        }
        xml.attribute("xsi:schemaLocation", locations.toString());
    }

    /** The schema of the types in the answer and no other: MapInfo reads one table per schema. */
    private static String schemaUrl(FeatureAnswer answer) {
        String types = String.join(
                ",",
                answer.typeNames().stream()
                        .map(name -> Namespaces.NTM_PREFIX + ":" + name)
                        .toList());
        String url = answer.serviceUrl();
        return url + (url.contains("?") ? "&" : "?")
                + "service=WFS&version=2.0.0&request=DescribeFeatureType&typeNames="
                + URLEncoder.encode(types, StandardCharsets.UTF_8);
    }

    private static void numbers(XmlWriter xml, FeatureAnswer answer, int matched, int returned) throws IOException {
        xml.attribute("timeStamp", answer.time().toString())
                .attribute("numberMatched", matched)
                .attribute("numberReturned", returned);
    }

    /** Writes features; one that comes a second time becomes a reference, as ids are unique within a document. */
    private static final class Members {

        private final XmlWriter xml;
        private final SpatialReference reference;
        private final GmlGeometryWriter geometries;
        /** Within one query no feature comes twice, and a long answer need not be remembered. */
        private final boolean repeats;

        private final Set<String> written = new HashSet<>();

        Members(XmlWriter xml, FeatureAnswer answer) {
            this.xml = xml;
            this.reference = answer.request().reference();
            this.repeats = answer.parts().size() > 1;
            this.geometries = new GmlGeometryWriter(xml, reference);
        }

        void write(FeatureAnswer.Part part) throws IOException {
            for (Feature feature : part.features()) {
                String id = feature.id(part.query().view().layer());
                xml.newLine().start("wfs:member");
                if (!repeats || written.add(id)) {
                    feature(part.query(), feature, null);
                } else {
                    xml.attribute("xlink:href", "#" + id);
                }
                xml.end();
            }
        }

        /** @param alone the answer whose only element it is; null: it stands in a collection */
        void feature(FeatureQuery query, Feature feature, @Nullable FeatureAnswer alone) throws IOException {
            String id = feature.id(query.view().layer());
            xml.start(element(query.view().layer().name()));
            if (alone != null) {
                namespaces(xml, alone);
            }
            xml.attribute("gml:id", id);
            for (Property property : query.properties()) {
                Object value = query.view().value(feature, property);
                if (value != null) {
                    xml.element(element(property.name()), value.toString());
                }
            }
            if (query.withGeometry()) {
                geometry(Objects.requireNonNull(feature.geometry()), id);
            }
            xml.end();
        }

        private void geometry(Geometry stored, String id) throws IOException {
            Geometry geometry =
                    reference.isWgs84() ? stored : reference.system().fromLonLat(stored);
            if (reference.isWgs84() || Rings.isFinite(geometry)) {
                xml.start(element(PropertyNames.GEOMETRY));
                geometries.write(geometry, id + "." + PropertyNames.GEOMETRY);
                xml.end();
            }
        }

        private static String element(String name) {
            return Namespaces.NTM_PREFIX + ":" + name;
        }
    }
}
