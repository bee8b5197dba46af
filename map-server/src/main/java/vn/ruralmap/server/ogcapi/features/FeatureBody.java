package vn.ruralmap.server.ogcapi.features;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.geojson.GeoJsonException;
import vn.ruralmap.layers.geojson.GeoJsonReader;
import vn.ruralmap.server.editing.Draft;
import vn.ruralmap.server.editing.EditLimits;
import vn.ruralmap.server.support.RequestException;

/**
 * Features that a client sends as GeoJSON, read from the stream. What is no member of RFC 7946 is passed over, such as the links of a
 * feature that was got here and comes back.
 */
final class FeatureBody implements AutoCloseable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(1_000_000)
                    .maxNameLength(200)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final JsonParser json;
    private final GeoJsonReader geometries;

    /** No value of any property: an array or an object. */
    private enum Unreadable {
        NESTED
    }

    /** One of them. @param id as it says itself; null: it does not */
    record Item(@Nullable String id, Draft draft) {}

    private FeatureBody(InputStream body, SystemReference reference) {
        this.json = FACTORY.createParser(ObjectReadContext.empty(), body);
        this.geometries = new GeoJsonReader(json, reference, EditLimits.MOST_VERTICES);
    }

    /**
     * One feature.
     *
     * @param isPatch true: a part of one, as RFC 7396 has it
     * @throws RequestException status 400 if it is none
     */
    static Item one(InputStream body, SystemReference reference, boolean isPatch) {
        List<Item> items = read(body, reference, isPatch, false);
        return items.get(0);
    }

    /** One feature, or a collection of at least one. @throws RequestException status 400 if it is neither */
    static List<Item> some(InputStream body, SystemReference reference) {
        List<Item> items = read(body, reference, false, true);
        if (items.isEmpty()) {
            throw unreadable("FeatureCollection không có đối tượng nào", "the FeatureCollection has no features");
        }
        return items;
    }

    private static List<Item> read(
            InputStream stream, SystemReference reference, boolean isPatch, boolean takesCollections) {
        try (FeatureBody body = new FeatureBody(stream, reference)) {
            List<Item> items = new ArrayList<>();
            body.json.nextToken();
            body.object(items, isPatch, takesCollections);
            if (body.json.nextToken() != null) {
                throw unreadable("còn dữ liệu sau đối tượng JSON", "there is more after the JSON object");
            }
            return items;
        } catch (GeoJsonException e) {
            throw unreadable(e.reason().vi(), e.reason().en());
        } catch (JacksonException e) {
            String line = e.getLocation() == null
                    ? "?"
                    : Integer.toString(e.getLocation().getLineNr());
            String column = e.getLocation() == null
                    ? "?"
                    : Integer.toString(e.getLocation().getColumnNr());
            throw unreadable(
                    "không phải JSON đúng, hoặc vượt giới hạn, tại dòng " + line + ", cột " + column,
                    "no well-formed JSON, or beyond the limits, at line " + line + ", column " + column);
        }
    }

    private void object(List<Item> items, boolean isPatch, boolean takesCollections) {
        require(JsonToken.START_OBJECT);
        String type = null;
        String id = null;
        boolean hasGeometry = false;
        Geometry geometry = null;
        boolean isCollection = false;
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "type" -> type = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
                case "id" -> id = json.currentToken().isScalarValue() ? json.getString() : "";
                case "geometry" -> {
                    hasGeometry = true;
                    geometry = json.currentToken() == JsonToken.VALUE_NULL ? null : geometries.read();
                }
                case "properties" -> properties(properties);
                case "features" -> {
                    isCollection = takesCollections;
                    features(items, takesCollections);
                }
                default -> json.skipChildren();
            }
        }
        if (isCollection ? !"FeatureCollection".equals(type) : !"Feature".equals(type) && !(isPatch && type == null)) {
            throw unreadable(
                    "type cần là Feature" + (takesCollections ? " hoặc FeatureCollection" : ""),
                    "the type must be Feature" + (takesCollections ? " or FeatureCollection" : ""));
        }
        if (!isCollection) {
            items.add(new Item(id, new Draft(properties, hasGeometry, geometry)));
        }
    }

    private void features(List<Item> items, boolean takesCollections) {
        if (!takesCollections) {
            json.skipChildren();
            return;
        }
        require(JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            object(items, false, false);
        }
    }

    private void properties(Map<String, @Nullable Object> properties) {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        require(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            properties.put(name, value());
        }
    }

    private @Nullable Object value() {
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> json.getString();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
            default -> {
                json.skipChildren();
                yield Unreadable.NESTED;
            }
        };
    }

    private void require(JsonToken token) {
        if (json.currentToken() != token) {
            throw unreadable(
                    token == JsonToken.START_ARRAY ? "cần một mảng" : "cần một đối tượng JSON (GeoJSON)",
                    token == JsonToken.START_ARRAY ? "an array is needed" : "a JSON object (GeoJSON) is needed");
        }
    }

    private static RequestException unreadable(String vi, String en) {
        return RequestException.of(400, "InvalidBody", "body", "Nội dung gửi lên: " + vi, "The body: " + en);
    }

    @Override
    public void close() {
        json.close();
    }
}
