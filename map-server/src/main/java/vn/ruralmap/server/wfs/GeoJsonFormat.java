package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.server.encoding.GeoJsonGeometryWriter;
import vn.ruralmap.server.encoding.JsonValues;
import vn.ruralmap.server.encoding.Rings;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.wfs.GetFeatureRequest.Shape;

/**
 * GeoJSON (RFC 7946): WGS84, longitude first, unless the client asks for another system, which the member {@code crs}
 * of the older GeoJSON of 2008 then names. The numbers are x, y in every system: GeoJSON readers know no axis order.
 */
@Component
@Order(2)
final class GeoJsonFormat implements FeatureFormat {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public List<String> names() {
        return List.of("application/geo+json", "application/json", "json");
    }

    @Override
    public String contentType() {
        return "application/geo+json";
    }

    @Override
    public SpatialReference defaultReference() {
        return SpatialReference.CRS84;
    }

    @Override
    public void write(FeatureAnswer answer, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            SpatialReference reference = answer.request().reference();
            GeoJsonGeometryWriter geometries = new GeoJsonGeometryWriter(json, reference.decimals());
            if (answer.request().shape() == Shape.FEATURE) {
                FeatureAnswer.Part part = answer.parts().get(0);
                json.writeStartObject();
                crs(json, reference);
                feature(json, geometries, part.query(), part.features().get(0), reference);
                json.writeEndObject();
                return;
            }
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            crs(json, reference);
            json.writeNumberProperty("numberMatched", answer.matched());
            json.writeNumberProperty("numberReturned", answer.returned());
            json.writeStringProperty("timeStamp", answer.time().toString());
            links(json, answer.links());
            json.writeArrayPropertyStart("features");
            for (FeatureAnswer.Part part : answer.parts()) {
                for (Feature feature : part.features()) {
                    json.writeRaw('\n');
                    json.writeStartObject();
                    feature(json, geometries, part.query(), feature, reference);
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void crs(JsonGenerator json, SpatialReference reference) {
        if (!reference.isWgs84()) {
            json.writeObjectPropertyStart("crs");
            json.writeStringProperty("type", "name");
            json.writeObjectPropertyStart("properties");
            json.writeStringProperty(
                    "name", SpatialReference.authority(reference.system()).name());
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void links(JsonGenerator json, FeatureAnswer.Links links) {
        json.writeArrayPropertyStart("links");
        link(json, "next", links.next());
        link(json, "prev", links.previous());
        json.writeEndArray();
    }

    private static void link(JsonGenerator json, String relation, @Nullable String url) {
        if (url != null) {
            json.writeStartObject();
            json.writeStringProperty("rel", relation);
            json.writeStringProperty("type", "application/geo+json");
            json.writeStringProperty("href", url);
            json.writeEndObject();
        }
    }

    private static void feature(
            JsonGenerator json,
            GeoJsonGeometryWriter geometries,
            FeatureQuery query,
            Feature feature,
            SpatialReference reference) {
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", feature.id(query.view().layer()));
        json.writeName("geometry");
        Geometry geometry = query.withGeometry() ? project(feature, reference) : null;
        if (geometry == null) {
            json.writeNull();
        } else {
            geometries.write(geometry);
        }
        json.writeObjectPropertyStart("properties");
        for (Property property : query.properties()) {
            json.writeName(property.name());
            JsonValues.write(json, query.view().value(feature, property));
        }
        json.writeEndObject();
    }

    private static @Nullable Geometry project(Feature feature, SpatialReference reference) {
        Geometry stored = Objects.requireNonNull(feature.geometry());
        if (reference.isWgs84()) {
            return stored;
        }
        Geometry geometry = reference.system().fromLonLat(stored);
        return Rings.isFinite(geometry) ? geometry : null;
    }
}
