package vn.ruralmap.server.ogcapi.features;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.encoding.GeoJsonGeometryWriter;
import vn.ruralmap.server.encoding.JsonValues;
import vn.ruralmap.server.encoding.Rings;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.ogcapi.common.Link;

/**
 * Writes features as GeoJSON (OGC 17-069r4 §8.3). Ids are fids, as in addresses. Coordinates in other systems than WGS84
 * have the authority's axis order (OGC 18-058r1 §6.4); which one it is, the header {@code Content-Crs} says.
 */
final class GeoJsonItems implements AutoCloseable {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;
    private final GeoJsonGeometryWriter geometries;
    private final LayerView view;
    private final Shape shape;

    /** Which properties, and what coordinates are in. */
    record Shape(List<Property> properties, boolean withGeometry, SpatialReference reference) {}

    GeoJsonItems(OutputStream out, LayerView view, Shape shape) {
        this.json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
        this.geometries = new GeoJsonGeometryWriter(
                json, shape.reference().decimals(), shape.reference().northingFirst());
        this.view = view;
        this.shape = shape;
    }

    void collection(ItemsRequest.Page page, String timeStamp, List<Link> links) throws IOException {
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeStringProperty("timeStamp", timeStamp);
        json.writeNumberProperty("numberMatched", page.matched());
        json.writeNumberProperty("numberReturned", page.features().size());
        links(links);
        json.writeArrayPropertyStart("features");
        for (Feature feature : page.features()) {
            json.writeRaw('\n');
            feature(feature, List.of());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** @param links none: left out */
    void feature(Feature feature, List<Link> links) throws IOException {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeNumberProperty("id", feature.fid());
        json.writeName("geometry");
        Geometry geometry = shape.withGeometry() ? geometry(feature) : null;
        if (geometry == null) {
            json.writeNull();
        } else {
            geometries.write(geometry);
        }
        json.writeObjectPropertyStart("properties");
        for (Property property : shape.properties()) {
            json.writeName(property.name());
            JsonValues.write(json, view.value(feature, property));
        }
        json.writeEndObject();
        if (!links.isEmpty()) {
            links(links);
        }
        json.writeEndObject();
    }

    private void links(List<Link> links) {
        json.writeArrayPropertyStart("links");
        for (Link link : links) {
            json.writeStartObject();
            for (Map.Entry<String, @Nullable String> member : List.<Map.Entry<String, @Nullable String>>of(
                    member("href", link.href()),
                    member("rel", link.rel()),
                    member("type", link.type()),
                    member("title", link.title()))) {
                if (member.getValue() != null) {
                    json.writeStringProperty(member.getKey(), member.getValue());
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Map.Entry<String, @Nullable String> member(String name, @Nullable String value) {
        return new java.util.AbstractMap.SimpleImmutableEntry<>(name, value);
    }

    private @Nullable Geometry geometry(Feature feature) {
        Geometry stored = feature.geometry();
        if (stored == null || shape.reference().isWgs84()) {
            return stored;
        }
        Geometry projected = shape.reference().system().fromLonLat(stored);
        return Rings.isFinite(projected) ? projected : null;
    }

    @Override
    public void close() {
        json.close();
    }
}
