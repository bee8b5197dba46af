package vn.ruralmap.server.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.server.encoding.GeoJsonGeometryWriter;
import vn.ruralmap.server.imports.GeoJsonFeatures.ReportFeature;

/**
 * What an import changes, small enough for a map in a browser: the importer's GeoJSON with so many features at most, and
 * generalised until it fits. Borders that two features share are generalised apart; it is a picture, no data.
 */
final class ImportMap {

    private static final int MOST_FEATURES = 2_000;
    private static final int MOST_ISSUES = 400;
    private static final int MOST_BYTES = 3_000_000;
    private static final int LONGEST_TEXT = 500;

    /** A tenth of a metre. */
    private static final int DECIMALS = 6;

    /** The first tolerance as a part of the extent: somebody may zoom in five times. */
    private static final double FINEST = 1 / 32_000.0;

    private static final double COARSER = 2.5;
    private static final int MOST_ROUNDS = 6;

    /** Who comes first where not all have room: what is replaced tells more than what is new. */
    private static final List<String> ORDER = List.of("CHANGED", "ENDED", "REFUSED", "ADDED");

    private final Map<String, Integer> counts = new HashMap<>();
    private final Envelope bounds = new Envelope();
    private final List<ReportFeature> shown = new ArrayList<>();

    private ImportMap() {}

    /** @throws IOException if the disk fails */
    static void write(Path report, Path map) throws IOException {
        ImportMap made = new ImportMap();
        GeoJsonFeatures.forEach(report, made::count);
        Map<String, Integer> quota = made.quota();
        double tolerance = Math.max(made.bounds.getWidth(), made.bounds.getHeight()) * FINEST;
        GeoJsonFeatures.forEach(report, feature -> made.take(feature, quota, tolerance));
        Files.write(map, made.fit(tolerance));
    }

    private void count(ReportFeature feature) {
        counts.merge(feature.kind(), 1, Integer::sum);
        Geometry geometry = feature.geometry();
        if (geometry != null) {
            bounds.expandToInclude(geometry.getEnvelopeInternal());
        }
    }

    private Map<String, Integer> quota() {
        Map<String, Integer> quota = new HashMap<>();
        int issues = Math.min(MOST_ISSUES, counts.getOrDefault("ISSUE", 0));
        int room = MOST_FEATURES - issues;
        for (String kind : ORDER) {
            int part = Math.min(room, counts.getOrDefault(kind, 0));
            quota.put(kind, part);
            room -= part;
        }
        quota.put("ISSUE", issues + room);
        return quota;
    }

    private void take(ReportFeature feature, Map<String, Integer> quota, double tolerance) {
        if (quota.merge(feature.kind(), -1, Integer::sum) < 0) {
            return;
        }
        ObjectNode properties = feature.properties();
        properties.properties().forEach(property -> {
            if (property.getValue().isString()) {
                String text = property.getValue().asString();
                if (text.length() > LONGEST_TEXT) {
                    properties.put(property.getKey(), text.substring(0, LONGEST_TEXT) + "…");
                }
            }
        });
        shown.add(new ReportFeature(properties, generalise(feature.geometry(), tolerance)));
    }

    private static @Nullable Geometry generalise(@Nullable Geometry geometry, double tolerance) {
        if (geometry == null || geometry.getNumPoints() <= 5 || tolerance <= 0) {
            return geometry;
        }
        DouglasPeuckerSimplifier simplifier = new DouglasPeuckerSimplifier(geometry);
        simplifier.setDistanceTolerance(tolerance);
        simplifier.setEnsureValid(false);
        Geometry simple = simplifier.getResultGeometry();
        return simple.isEmpty() ? geometry.getEnvelope() : simple;
    }

    private byte[] fit(double finest) {
        double tolerance = finest;
        List<ReportFeature> features = shown;
        byte[] map = encode(features);
        for (int round = 0; map.length > MOST_BYTES && round < MOST_ROUNDS; round++) {
            tolerance *= COARSER;
            double coarser = tolerance;
            features = features.stream()
                    .map(each -> new ReportFeature(each.properties(), generalise(each.geometry(), coarser)))
                    .toList();
            map = encode(features);
        }
        while (map.length > MOST_BYTES && !features.isEmpty()) {
            features = features.subList(0, features.size() / 2);
            map = encode(features);
        }
        return map;
    }

    private byte[] encode(List<ReportFeature> features) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonMapper.shared().createGenerator(out)) {
            GeoJsonGeometryWriter geometries = new GeoJsonGeometryWriter(json, DECIMALS);
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeNumberProperty(
                    "total", counts.values().stream().mapToInt(count -> count).sum());
            json.writeNumberProperty("shown", features.size());
            json.writeName("bbox");
            box(json);
            json.writeName("features");
            json.writeStartArray();
            features.forEach(feature -> feature(json, geometries, feature));
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private void box(JsonGenerator json) {
        if (bounds.isNull()) {
            json.writeNull();
        } else {
            json.writeArray(
                    new double[] {bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()}, 0, 4);
        }
    }

    private static void feature(JsonGenerator json, GeoJsonGeometryWriter geometries, ReportFeature feature) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeName("properties");
        JsonNode properties = feature.properties();
        json.writePOJO(properties);
        json.writeName("geometry");
        Geometry geometry = feature.geometry();
        if (geometry == null) {
            json.writeNull();
        } else {
            geometries.write(geometry);
        }
        json.writeEndObject();
    }
}
