package vn.ruralmap.dataimport;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.dataimport.ImportReport.Finding;
import vn.ruralmap.dataimport.diff.FeatureDiff;
import vn.ruralmap.dataimport.diff.FeatureDiff.BorderChange;
import vn.ruralmap.dataimport.diff.FeatureDiff.Kind;
import vn.ruralmap.dataimport.diff.ImportDiff;

/**
 * What changes, on the map (RFC 7946): {@code side} tells the geometry as it is stored, {@code before}, from the one to
 * come, {@code after}; a finding with a place is a point, {@code issue}. What does not change is left out.
 */
final class ReportGeoJson {

    private final JsonGenerator json;

    private ReportGeoJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(ImportResult result, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                JsonGenerator json = JsonMapper.shared().createGenerator(out)) {
            new ReportGeoJson(json).write(result);
        }
    }

    private void write(ImportResult result) {
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeName("features");
        json.writeStartArray();
        ImportDiff diff = result.diff();
        if (diff != null) {
            diff.stream().filter(feature -> feature.kind() != Kind.UNCHANGED).forEach(this::feature);
        }
        result.report().findings().issues().forEach(this::finding);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void feature(FeatureDiff feature) {
        if (feature.kind() == Kind.ENDED || feature.kind() == Kind.CHANGED && feature.border() != null) {
            feature(feature, "before", feature.before());
        }
        if (feature.kind() != Kind.ENDED) {
            feature(feature, "after", feature.after());
        }
    }

    private void feature(FeatureDiff feature, String side, @Nullable Geometry geometry) {
        start(feature.kind().name(), side, feature.row());
        if (feature.fid() != null) {
            json.writeNumberProperty("fid", feature.fid());
        }
        json.writeStringProperty("key", feature.key());
        json.writeStringProperty("label", feature.label());
        json.writeStringProperty(
                "changes", feature.attributes().stream().map(Objects::toString).collect(Collectors.joining("; ")));
        BorderChange border = feature.border();
        if (border != null) {
            number("moved_m", border.movedMetres());
            number("area_before_ha", border.beforeHectares());
            number("area_after_ha", border.afterHectares());
            number("difference_ha", border.differenceHectares());
        }
        if (feature.ending() != null) {
            json.writeStringProperty("ends_on", feature.ending().since().toString());
            json.writeStringProperty(
                    "successors",
                    feature.ending().successors().stream()
                            .map(Objects::toString)
                            .collect(Collectors.joining("; ")));
        }
        json.writeStringProperty("issues", String.join(" ", feature.issues()));
        json.writeEndObject();
        json.writeName("geometry");
        if (geometry == null) {
            json.writeNull();
        } else {
            new GeoJsonShape(json).write(geometry);
        }
        json.writeEndObject();
    }

    private void finding(Finding finding) {
        if (finding.lonLat() == null) {
            return;
        }
        start("ISSUE", "issue", finding.row());
        json.writeStringProperty("issues", finding.code());
        json.writeStringProperty("severity", finding.severity().name());
        json.writeStringProperty("message_vi", finding.message().vi());
        json.writeStringProperty("message_en", finding.message().en());
        json.writeStringProperty("remedy_vi", finding.remedy().vi());
        json.writeStringProperty("remedy_en", finding.remedy().en());
        json.writeEndObject();
        json.writeName("geometry");
        json.writeStartObject();
        json.writeStringProperty("type", "Point");
        json.writeName("coordinates");
        json.writeStartArray();
        json.writeNumber(finding.lonLat().x());
        json.writeNumber(finding.lonLat().y());
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void start(String kind, String side, long row) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeName("properties");
        json.writeStartObject();
        json.writeStringProperty("kind", kind);
        json.writeStringProperty("side", side);
        if (row > 0) {
            json.writeNumberProperty("row", row);
        }
    }

    private void number(String name, @Nullable Double value) {
        if (value != null) {
            json.writeNumberProperty(name, Math.round(value * 10_000) / 10_000.0);
        }
    }
}
