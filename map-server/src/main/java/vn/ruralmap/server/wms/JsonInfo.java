package vn.ruralmap.server.wms;

import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.encoding.GeoJsonGeometryWriter;
import vn.ruralmap.server.encoding.JsonValues;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.wms.FeatureFinder.Found;

/** GetFeatureInfo as GeoJSON (RFC 7946), with the geometry as it is drawn at the map's scale. */
@Component
class JsonInfo implements InfoWriter {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public InfoFormat format() {
        return InfoFormat.JSON;
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public void write(List<Found> found, String language, OutputStream output) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), output)) {
            GeoJsonGeometryWriter geometries = new GeoJsonGeometryWriter(json, SpatialReference.CRS84.decimals());
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeArrayPropertyStart("features");
            for (Found each : found) {
                LayerView view = each.view();
                Feature feature = each.feature().feature();
                json.writeStartObject();
                json.writeStringProperty("type", "Feature");
                json.writeStringProperty("id", feature.id(view.layer()));
                json.writeName("geometry");
                geometries.write(each.feature().geometry());
                json.writeObjectPropertyStart("properties");
                for (Property property : view.properties()) {
                    json.writeName(property.name());
                    JsonValues.write(json, view.value(feature, property));
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
