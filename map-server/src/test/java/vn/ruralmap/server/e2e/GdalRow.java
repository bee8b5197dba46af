package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One feature, as GDAL sees it. @param values by property; those that are empty are not there. @param geometry x first */
record GdalRow(Map<String, String> values, Geometry geometry) {

    private static final Pattern MIDNIGHT = Pattern.compile("[T ]00:00:00.*$");

    /**
     * Reads all features of a file or of a layer of a service.
     *
     * @param source as GDAL names it
     * @param options after it, for example the name of a layer
     * @return by their value of {@code fid}, or else by GDAL's number for them
     */
    static Map<Long, GdalRow> read(Path folder, String source, String... options) {
        List<String> command = new ArrayList<>(List.of(
                "ogr2ogr",
                "-f",
                "GeoJSON",
                "/vsistdout/",
                source,
                "-lco",
                "COORDINATE_PRECISION=10",
                "-a_srs",
                "EPSG:4326"));
        command.addAll(List.of(options));
        Map<Long, GdalRow> rows = new TreeMap<>();
        JsonNode collection = JsonMapper.shared().readTree(ExternalTool.run(folder, command.toArray(String[]::new)));
        for (JsonNode feature : collection.get("features")) {
            Map<String, String> values = new LinkedHashMap<>();
            feature.get("properties").properties().forEach(each -> {
                String value = text(each.getValue());
                if (value != null) {
                    values.put(each.getKey(), value);
                }
            });
            values.computeIfAbsent("fid", name -> feature.get("id").asString());
            rows.put(Long.valueOf(values.get("fid")), new GdalRow(values, geometry(feature.get("geometry"))));
        }
        return rows;
    }

    /** A value of the store as {@link #values} has it. */
    static String text(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /** Formats without a type for dates or truth have them as texts or numbers. */
    private static String text(JsonNode value) {
        if (value.isNull() || value.asString().isEmpty()) {
            return null;
        }
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        // of dBASE
        String truth = Map.of("T", "true", "F", "false").get(value.asString());
        if (truth != null) {
            return truth;
        }
        return MIDNIGHT.matcher(value.asString().replaceFirst("^(\\d{4})/(\\d\\d)/(\\d\\d)", "$1-$2-$3"))
                .replaceFirst("");
    }

    /** @param tolerance in the unit of both */
    static void assertSame(Geometry actual, Geometry expected, double tolerance) {
        assertThat(multi(actual).norm().equalsExact(multi(expected).norm(), tolerance))
                .as(actual + "\n" + expected)
                .isTrue();
    }

    /** Some formats have no multi-part geometry of one part. */
    private static Geometry multi(Geometry geometry) {
        return geometry instanceof Polygon polygon
                ? new MultiPolygon(new Polygon[] {polygon}, polygon.getFactory())
                : geometry;
    }

    private static Geometry geometry(JsonNode json) {
        String type = json.get("type").asString();
        StringBuilder wkt = new StringBuilder(type).append(' ');
        coordinates(json.get("coordinates"), wkt, type.equals("Point"));
        try {
            return new WKTReader().read(wkt.toString());
        } catch (ParseException e) {
            throw new AssertionError(wkt.toString(), e);
        }
    }

    private static void coordinates(JsonNode array, StringBuilder wkt, boolean alone) {
        if (array.get(0).isNumber()) {
            String position = array.get(0).asString() + " " + array.get(1).asString();
            wkt.append(alone ? "(" + position + ")" : position);
            return;
        }
        wkt.append('(');
        for (int i = 0; i < array.size(); i++) {
            wkt.append(i > 0 ? ", " : "");
            coordinates(array.get(i), wkt, false);
        }
        wkt.append(')');
    }
}
