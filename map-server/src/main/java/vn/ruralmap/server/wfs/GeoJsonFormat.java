package vn.ruralmap.server.wfs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.formats.FeatureTable;
import vn.ruralmap.server.formats.GeoJsonFeatures;
import vn.ruralmap.server.support.ExportLimit;
import vn.ruralmap.server.wfs.FeatureAnswer.Shape;

/** GeoJSON with the numbers and links of WFS: WGS84, longitude first, unless the client asks for another system. */
@Component
@Order(2)
final class GeoJsonFormat implements FeatureFormat {

    private static final String MEDIA_TYPE = "application/geo+json";

    @Override
    public List<String> names() {
        return List.of(MEDIA_TYPE, "application/json");
    }

    @Override
    public List<String> aliases() {
        return List.of("json", "geojson", "application/json; subtype=geojson", "application/vnd.geo+json");
    }

    @Override
    public String contentType() {
        return MEDIA_TYPE;
    }

    @Override
    public SpatialReference defaultReference() {
        return SpatialReference.CRS84;
    }

    @Override
    public void write(FeatureAnswer answer, ExportLimit limit) throws IOException {
        HttpServletResponse response = answer.exchange().response();
        response.setContentType(MEDIA_TYPE);
        try (OutputStream out = limit.share(response.getOutputStream());
                JsonGenerator json = GeoJsonFeatures.open(out)) {
            json.writeStartObject();
            if (answer.shape() == Shape.FEATURE) {
                FeatureAnswer.Part part = answer.parts().get(0);
                GeoJsonFeatures features = new GeoJsonFeatures(json, part.table());
                features.crs();
                features.members(part.features().get(0));
            } else {
                collection(json, answer);
            }
            json.writeEndObject();
        }
    }

    private static void collection(JsonGenerator json, FeatureAnswer answer) {
        json.writeStringProperty("type", "FeatureCollection");
        if (!answer.parts().isEmpty()) {
            new GeoJsonFeatures(json, answer.parts().get(0).table()).crs();
        }
        json.writeNumberProperty("numberMatched", answer.matched());
        json.writeNumberProperty("numberReturned", answer.returned());
        json.writeStringProperty("timeStamp", answer.time().toString());
        json.writeArrayPropertyStart("links");
        link(json, "next", answer.links().next());
        link(json, "prev", answer.links().previous());
        json.writeEndArray();
        json.writeArrayPropertyStart("features");
        for (FeatureAnswer.Part part : answer.parts()) {
            FeatureTable table = part.table();
            GeoJsonFeatures features = new GeoJsonFeatures(json, table);
            for (Feature feature : table.features()) {
                json.writeRaw('\n');
                json.writeStartObject();
                features.members(feature);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void link(JsonGenerator json, String relation, @Nullable String url) {
        if (url != null) {
            json.writeStartObject();
            json.writeStringProperty("rel", relation);
            json.writeStringProperty("type", MEDIA_TYPE);
            json.writeStringProperty("href", url);
            json.writeEndObject();
        }
    }
}
