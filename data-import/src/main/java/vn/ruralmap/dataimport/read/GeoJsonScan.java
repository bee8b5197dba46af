package vn.ruralmap.dataimport.read;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/**
 * First pass over a GeoJSON file: that it is well-formed to its end, what it is, its fields and its coordinate system,
 * wherever in the file they stand.
 */
final class GeoJsonScan {

    /** What the outermost object is. */
    enum Root {
        COLLECTION,
        FEATURE,
        GEOMETRY
    }

    private final GeoJsonDocument document;
    private final GeoJsonFields fields;
    /** Of the outermost object, in case that is the only feature. */
    private final GeoJsonFields rootFields;

    private String type = "";
    private String crsName = "";
    private boolean hasFeatures;
    private boolean hasGeometry;
    private boolean hasCoordinates;
    private long features;

    private GeoJsonScan(GeoJsonDocument document) {
        this.document = document;
        this.fields = new GeoJsonFields(document.limits().fields());
        this.rootFields = new GeoJsonFields(document.limits().fields());
    }

    static GeoJsonScan of(GeoJsonDocument document) throws IOException, UnreadableSourceException {
        GeoJsonScan scan = new GeoJsonScan(document);
        try (JsonParser parser = document.open()) {
            scan.read(parser);
        } catch (JacksonException e) {
            throw document.refusal(e);
        }
        scan.root();
        return scan;
    }

    GeoJsonFields fields() {
        return hasFeatures ? fields : rootFields;
    }

    /** As written; empty if there is none. */
    String crsName() {
        return crsName;
    }

    long records() {
        return hasFeatures ? features : 1;
    }

    Root root() throws UnreadableSourceException {
        if (hasFeatures) {
            return Root.COLLECTION;
        }
        if (type.equals("Feature") && hasGeometry) {
            return Root.FEATURE;
        }
        if (hasCoordinates) {
            return Root.GEOMETRY;
        }
        throw document.notGeoJson(
                "đối tượng ngoài cùng có type “" + type + "” mà không có features, geometry hay coordinates",
                "the outermost object has type “" + type + "” but neither features, geometry nor coordinates");
    }

    private void read(JsonParser parser) throws UnreadableSourceException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw document.notGeoJson("tệp không bắt đầu bằng một đối tượng", "it does not start with an object");
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "type" -> type = value.isScalarValue() ? parser.getString() : "";
                case "crs" -> crsName = GeoJsonCrs.readName(parser);
                case "features" -> readFeatures(parser);
                case "geometry" -> hasGeometry = true;
                case "coordinates", "geometries" -> hasCoordinates = true;
                case "properties" -> readProperties(parser, rootFields, 1);
                case "id" -> rootFields.addId(value);
                default -> {}
            }
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            throw document.notGeoJson(
                    "sau đối tượng đầu tiên còn đối tượng khác (GeoJSON từng dòng?)",
                    "more follows after the first object (GeoJSON text sequence?)");
        }
    }

    private void readFeatures(JsonParser parser) throws UnreadableSourceException {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            throw document.notGeoJson("features không phải là mảng", "features is no array");
        }
        hasFeatures = true;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Refusals.requireAtMost(document.limits().records(), ++features);
            if (token == JsonToken.START_OBJECT) {
                readFeature(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readFeature(JsonParser parser) throws UnreadableSourceException {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("properties")) {
                readProperties(parser, fields, features);
            } else if (name.equals("id")) {
                fields.addId(value);
            }
            parser.skipChildren();
        }
    }

    private void readProperties(JsonParser parser, GeoJsonFields into, long row) throws UnreadableSourceException {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            return;
        }
        long first = offset(parser);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Refusals.requireRecord(document.limits(), row, offset(parser) - first);
            parser.nextToken();
            into.add(name, parser);
            long start = offset(parser);
            parser.skipChildren();
            if (offset(parser) - start > document.limits().textChars()) {
                throw document.valueTooLong(name);
            }
        }
        Refusals.requireRecord(document.limits(), row, offset(parser) - first);
    }

    /** In bytes or characters, whichever the parser counts. */
    private static long offset(JsonParser parser) {
        TokenStreamLocation at = parser.currentLocation();
        return at.getCharOffset() + at.getByteOffset();
    }
}
