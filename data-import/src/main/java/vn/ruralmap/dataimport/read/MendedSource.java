package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.ColumnReader;
import vn.ruralmap.dataimport.encoding.ColumnSample;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.dataimport.encoding.FileEncoding;
import vn.ruralmap.layers.model.Issue;

/**
 * A source whose format is Unicode, but whose texts may have been decoded wrongly before they came into it: "Sãc Tr¨ng".
 * They go back to their bytes and are decoded rightly.
 */
final class MendedSource implements Source {

    /** So many records tell how texts were decoded. */
    private static final int SAMPLE = 2_000;

    private final Source source;
    private final SourceInfo info;
    private final List<Issue> issues;
    private final List<ColumnReader> readers;

    /** Ends a reading that has seen enough. */
    private static final class Enough extends Exception {
        private static final long serialVersionUID = 1;

        private Enough() {
            super(null, null, false, false);
        }
    }

    private MendedSource(Source source, FileEncoding encoding) {
        this.source = source;
        this.readers = encoding.columns().stream().map(ColumnReader::new).toList();
        boolean isRight = encoding.isAllUtf8() && encoding.names().equals(Encodings.UTF_8);
        this.info = isRight ? source.info() : source.info().mended(encoding);
        this.issues = encoding.issues();
    }

    static Source of(Source source, AskedEncodings asked) throws UnreadableSourceException, IOException {
        boolean opened = false;
        try {
            FileEncoding encoding = FileEncoding.choose(samples(source), names(source), null, asked.beforeUnicode());
            opened = true;
            return new MendedSource(source, encoding);
        } finally {
            if (!opened) {
                source.close();
            }
        }
    }

    /** JSON is UTF-8, but programs that know nothing of that have written their own bytes into it. */
    static Source ofGeoJson(Path file, String name, ReadOptions options) throws UnreadableSourceException, IOException {
        AskedEncodings asked = options.encodings();
        Optional<Charset> charset = Optional.ofNullable(asked.all()).flatMap(Encodings::findCharset);
        if (charset.isPresent()) {
            AskedEncodings rest = new AskedEncodings(null, asked.byField());
            return of(GeoJsonSource.open(file, name, charset.get(), options), rest);
        }
        try {
            return of(GeoJsonSource.open(file, name, null, options), asked);
        } catch (UnreadableSourceException e) {
            if (!e.code().equals(GeoJsonDocument.NOT_UTF8)) {
                throw e;
            }
            Source bytes = KeptBytesSource.of(
                    GeoJsonSource.open(file, name, StandardCharsets.ISO_8859_1, options), null, asked, options.watch());
            if (bytes.issues().stream().anyMatch(issue -> issue.code().equals(FileEncoding.UNKNOWN))) {
                bytes.close();
                throw e;
            }
            return bytes;
        }
    }

    private static List<byte[]> names(Source source) {
        return source.info().fields().stream()
                .map(field -> field.name().getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static List<ColumnSample> samples(Source source) throws UnreadableSourceException, IOException {
        List<ColumnSample> samples = source.info().fields().stream()
                .map(field -> new ColumnSample(field.name()))
                .toList();
        try {
            source.forEach(record -> look(record, samples));
        } catch (Enough e) {
            return samples;
        }
        return samples;
    }

    private static void look(SourceRecord record, List<ColumnSample> samples) throws Enough {
        for (int i = 0; i < samples.size(); i++) {
            if (record.values().get(i) instanceof String text) {
                samples.get(i).add(text.getBytes(StandardCharsets.UTF_8), record.row());
            }
        }
        if (record.row() >= SAMPLE) {
            throw new Enough();
        }
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public List<Issue> issues() {
        List<Issue> all = new ArrayList<>(source.issues());
        all.addAll(issues);
        return all;
    }

    @Override
    public <X extends Exception> void forEach(RecordConsumer<X> consumer)
            throws UnreadableSourceException, IOException, X {
        source.forEach(record -> consumer.accept(mended(record)));
    }

    @Override
    public <X extends Exception> void forEachNth(long step, RecordConsumer<X> consumer)
            throws UnreadableSourceException, IOException, X {
        source.forEachNth(step, record -> consumer.accept(mended(record)));
    }

    @Override
    public boolean canSkip() {
        return source.canSkip();
    }

    private SourceRecord mended(SourceRecord record) {
        List<Issue> found = new ArrayList<>(record.issues());
        List<@Nullable Object> values = new ArrayList<>(record.values());
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof String text) {
                values.set(i, readers.get(i).readText(text, record.row(), found));
            }
        }
        return new SourceRecord(record.row(), values, record.geometry(), found);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
