package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.read.SourceField.Type;
import vn.ruralmap.layers.model.Issue;

/** What GDAL made of a file, with texts decoded from the bytes it kept, and without the key it added. */
final class KeptBytesSource implements Source {
    /** The column that is not of the file. */
    static final String KEY = "gdal_key";

    private final Source source;
    private final SourceInfo info;
    private final ValueText text;
    private final int key;
    private final List<Issue> issues;

    private KeptBytesSource(Source source, SourceInfo info, ValueText text, int key, List<Issue> issues) {
        this.source = source;
        this.info = info;
        this.text = text;
        this.key = key;
        this.issues = issues;
    }

    static KeptBytesSource of(
            Source source, String name, SourceFormat format, ValueText.@Nullable Declared declared, ReadOptions options)
            throws UnreadableSourceException, IOException {
        List<SourceField> fields = source.info().fields();
        int key = 0;
        while (key < fields.size() && !fields.get(key).name().equals(KEY)) {
            key++;
        }
        Utf8Tally tally = new Utf8Tally();
        source.<RuntimeException>forEach(record -> record.values().forEach(value -> {
            if (value instanceof String kept && isBytes(kept)) {
                byte[] bytes = kept.getBytes(StandardCharsets.ISO_8859_1);
                tally.add(bytes, bytes.length);
            }
        }));
        List<Issue> issues = new ArrayList<>();
        ValueText text = format == SourceFormat.FLATGEOBUF
                ? ValueText.decoded(StandardCharsets.UTF_8, true)
                : ValueText.decide(tally, declared, options, issues);
        List<SourceField> decoded = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            SourceField field = fields.get(i);
            if (i != key) {
                String fieldName = isBytes(field.name()) ? text.name(field.name()) : field.name();
                decoded.add(new SourceField(fieldName, field.type(), field.width()));
            }
        }
        SourceInfo info = new SourceInfo(
                name,
                format,
                decoded,
                source.info().declaredCrs(),
                text.encoding(),
                source.info().declaredRecords());
        return new KeptBytesSource(source, info, text, key, issues);
    }

    /** False where GDAL has written letters of its own, as for {@code \U+1EF9} of a drawing. */
    private static boolean isBytes(String text) {
        return text.chars().allMatch(c -> c <= 0xFF);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public List<Issue> issues() {
        List<Issue> all = new ArrayList<>(issues);
        all.addAll(source.issues());
        return all;
    }

    @Override
    public <X extends Exception> void forEach(RecordConsumer<X> consumer)
            throws UnreadableSourceException, IOException, X {
        source.forEach(record -> consumer.accept(
                new SourceRecord(record.row(), decode(record.values()), record.geometry(), record.issues())));
    }

    private List<@Nullable Object> decode(List<@Nullable Object> kept) {
        List<@Nullable Object> values = new ArrayList<>(kept.size());
        for (int i = 0; i < kept.size(); i++) {
            if (i != key) {
                int field = values.size();
                Object value = kept.get(i);
                values.add(
                        value instanceof String bytes
                                        && isBytes(bytes)
                                        && info.fields().get(field).type() == Type.TEXT
                                ? ValueText.tidy(text.value(bytes))
                                : value);
            }
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
