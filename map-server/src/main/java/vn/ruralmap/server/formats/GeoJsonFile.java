package vn.ruralmap.server.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * GeoJSON (RFC 7946): WGS84, longitude first. Another system that a client asks for is named by the member {@code crs} of
 * the older GeoJSON of 2008; x comes before y in every one. A feature is a line, so that line tools can look at a file.
 */
@Component
@Order(1)
final class GeoJsonFile implements FileFormat {

    @Override
    public String name() {
        return "geojson";
    }

    @Override
    public List<String> aliases() {
        return List.of("application/geo+json", "application/json", "json");
    }

    @Override
    public String mediaType() {
        return "application/geo+json";
    }

    @Override
    public LocalizedText title() {
        return new LocalizedText("GeoJSON", "GeoJSON");
    }

    @Override
    public void write(FeatureTable table, OutputStream out) throws IOException {
        try (JsonGenerator json = GeoJsonFeatures.open(out)) {
            GeoJsonFeatures features = new GeoJsonFeatures(json, table);
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty("name", table.name());
            features.crs();
            json.writeArrayPropertyStart("features");
            for (Feature feature : table.features()) {
                json.writeRaw('\n');
                json.writeStartObject();
                features.members(feature);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
