package vn.ruralmap.dataimport;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.dataimport.diff.FeatureDiff;
import vn.ruralmap.dataimport.diff.ImportDiff;

/** The report and, as {@code diff}, every feature; written one by one. */
final class ReportJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportJson() {}

    /** A feature without its geometry, which the GeoJSON report has. */
    private record Entry(
            FeatureDiff.Kind kind,
            long row,
            @Nullable Long fid,
            String key,
            String label,
            List<FeatureDiff.AttributeChange> attributes,
            FeatureDiff.@Nullable BorderChange border,
            FeatureDiff.@Nullable Ending ending,
            List<String> issues) {

        static Entry of(FeatureDiff feature) {
            return new Entry(
                    feature.kind(),
                    feature.row(),
                    feature.fid(),
                    feature.key(),
                    feature.label(),
                    feature.attributes(),
                    feature.border(),
                    feature.ending(),
                    feature.issues());
        }
    }

    static void write(ImportResult result, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            JsonNode report = MAPPER.valueToTree(result.report());
            for (Map.Entry<String, JsonNode> property : report.properties()) {
                json.writeName(property.getKey());
                json.writePOJO(property.getValue());
            }
            json.writeName("diff");
            json.writeStartArray();
            ImportDiff diff = result.diff();
            if (diff != null) {
                diff.stream().map(Entry::of).forEach(json::writePOJO);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
