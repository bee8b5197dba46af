package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.Declared;
import vn.ruralmap.layers.model.Issue;

/** A source that gives texts as ISO 8859-1 of their bytes, with the letters that the bytes stand for. */
final class KeptBytesSource implements Source {
    /** How drawings write a letter that their code page has not (Autodesk DXF Reference, "Control codes"); not every GDAL reads it. */
    private static final Pattern NUMBERED = Pattern.compile("\\\\U\\+([0-9A-Fa-f]{4})");

    private final Source source;
    private final SourceInfo info;
    private final ColumnTexts texts;
    private final List<Issue> issues;

    private KeptBytesSource(Source source, SourceInfo info, ColumnTexts texts, List<Issue> issues) {
        this.source = source;
        this.info = info;
        this.texts = texts;
        this.issues = issues;
    }

    /**
     * @param declared what the file says of its encoding; null: nothing
     * @param asked what a person says
     * @param watch told how far all records are looked through
     */
    static Source of(Source source, @Nullable Declared declared, AskedEncodings asked, ReadWatch watch)
            throws UnreadableSourceException, IOException {
        List<SourceField> fields = source.info().fields();
        ColumnBytes bytes = new ColumnBytes(
                fields.stream().map(field -> bytes(field.name())).toList(), CsvDialect::names);
        source.<RuntimeException>forEach(record -> {
            watch.update(record.row(), source.info().declaredRecords());
            for (int i = 0; i < record.values().size(); i++) {
                if (record.values().get(i) instanceof String kept && isBytes(kept)) {
                    bytes.add(i, bytes(kept), record.row());
                }
            }
        });
        List<Issue> issues = new ArrayList<>();
        ColumnTexts texts = bytes.decide(declared, asked, issues);
        List<SourceField> decoded = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            SourceField field = fields.get(i);
            String name = isBytes(field.name()) ? texts.names().get(i) : field.name();
            decoded.add(new SourceField(name, field.type(), field.width()));
        }
        SourceInfo kept = source.info();
        SourceInfo info = new SourceInfo(
                kept.name(), kept.format(), decoded, kept.declaredCrs(), texts.encoding(), kept.declaredRecords());
        return new KeptBytesSource(source, info, texts, issues);
    }

    /** False where there are letters already, as for {@code \U+1EF9} of a drawing. */
    private static boolean isBytes(String text) {
        return text.chars().allMatch(c -> c <= 0xFF);
    }

    private static byte[] bytes(String kept) {
        return kept.getBytes(StandardCharsets.ISO_8859_1);
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
        source.forEach(record -> consumer.accept(decoded(record)));
    }

    private SourceRecord decoded(SourceRecord record) {
        List<Issue> found = new ArrayList<>(record.issues());
        List<@Nullable Object> values = new ArrayList<>(record.values());
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof String kept && isBytes(kept)) {
                values.set(i, texts.value(i, bytes(kept), info.fields().get(i).width(), record.row(), found));
            }
            if (info.format() == SourceFormat.DXF && values.get(i) instanceof String text) {
                values.set(i, withLettersOfNumbers(text));
            }
        }
        return new SourceRecord(record.row(), values, record.geometry(), found);
    }

    private static String withLettersOfNumbers(String text) {
        return text.indexOf('\\') < 0
                ? text
                : NUMBERED.matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
