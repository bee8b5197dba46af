package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import vn.ruralmap.layers.model.Issue;

/** A GeoJSON file, read twice: once to know its fields, once for the records. */
final class GeoJsonSource implements Source {
    private final GeoJsonDocument document;
    private final GeoJsonScan.Root root;
    private final SourceInfo info;
    private final Set<Issue> issues;

    private GeoJsonSource(GeoJsonDocument document, GeoJsonScan.Root root, SourceInfo info, List<Issue> issues) {
        this.document = document;
        this.root = root;
        this.info = info;
        this.issues = new LinkedHashSet<>(issues);
    }

    /** @param charset null: UTF-8, or as its first bytes say */
    static GeoJsonSource open(Path file, String name, @Nullable Charset charset, ReadOptions options)
            throws IOException, UnreadableSourceException {
        GeoJsonDocument document = new GeoJsonDocument(file, name, charset, options.limits(), options.watch());
        GeoJsonScan scan = GeoJsonScan.of(document);
        List<Issue> issues = new ArrayList<>();
        DeclaredCrs crs = GeoJsonCrs.DEFAULT;
        if (!scan.crsName().isEmpty()) {
            crs = GeoJsonCrs.ofName(scan.crsName()).orElse(null);
            if (crs == null) {
                issues.add(ReadIssues.crsNotUnderstood(scan.crsName()));
            }
        }
        SourceInfo info =
                new SourceInfo(name, SourceFormat.GEOJSON, scan.fields().list(), crs, null, scan.records());
        return new GeoJsonSource(document, scan.root(), info, issues);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public List<Issue> issues() {
        return List.copyOf(issues);
    }

    @Override
    public <X extends Exception> void forEach(RecordConsumer<X> consumer)
            throws UnreadableSourceException, IOException, X {
        GeoJsonRecords records = new GeoJsonRecords(info.fields(), document.limits());
        try (JsonParser parser = document.open()) {
            for (SourceRecord next = next(parser, records); next != null; next = next(parser, records)) {
                if (records.hasZ()) {
                    issues.add(ReadIssues.dimensionsDropped());
                }
                consumer.accept(next);
            }
        }
    }

    /** Apart from the consumer, whose exceptions are its own. */
    private @Nullable SourceRecord next(JsonParser parser, GeoJsonRecords records)
            throws UnreadableSourceException, IOException {
        try {
            if (root != GeoJsonScan.Root.COLLECTION) {
                if (parser.nextToken() == null) {
                    return null;
                }
                return root == GeoJsonScan.Root.FEATURE ? records.feature(parser) : records.bareGeometry(parser);
            }
            if (!parser.streamReadContext().inArray()) {
                return advanceToFeatures(parser) ? next(parser, records) : null;
            }
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                return advanceToFeatures(parser) ? next(parser, records) : null;
            }
            return token == JsonToken.START_OBJECT ? records.feature(parser) : records.noFeature(parser);
        } catch (JacksonException e) {
            throw document.refusal(e);
        }
    }

    private static boolean advanceToFeatures(JsonParser parser) {
        if (parser.currentToken() == null) {
            parser.nextToken();
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    @Override
    public void close() {
        // Each reading opens and closes the file itself.
    }
}
