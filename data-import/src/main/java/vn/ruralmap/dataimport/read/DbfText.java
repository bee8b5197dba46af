package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.ColumnReader;
import vn.ruralmap.dataimport.encoding.ColumnSample;
import vn.ruralmap.dataimport.encoding.Declared;
import vn.ruralmap.dataimport.encoding.Encoding;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.dataimport.encoding.FileEncoding;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * The texts of a .dbf. Its .cpg and byte 29 are often missing or wrong, so that all rows are looked at before it is
 * decided how columns are read.
 */
final class DbfText {

    private static final LocalizedText CPG = new LocalizedText("tệp .cpg", "the .cpg");

    private final FileEncoding encoding;
    private final List<ColumnReader> readers;

    private DbfText(FileEncoding encoding) {
        this.encoding = encoding;
        this.readers = encoding.columns().stream().map(ColumnReader::new).toList();
    }

    static DbfText decide(DbfFile dbf, @Nullable Path cpg, AskedEncodings asked, List<Issue> issues)
            throws IOException {
        Optional<Encoding> named = readCpg(cpg, issues);
        Declared declared = named.isPresent() ? new Declared(named.get(), CPG, true) : ofByte29(dbf);
        List<ColumnSample> samples = samples(dbf);
        FileEncoding encoding = FileEncoding.choose(samples, declared, asked);
        if (rename(samples, dbf, encoding)) {
            encoding = FileEncoding.choose(samples, declared, asked);
        }
        issues.addAll(encoding.issues());
        return new DbfText(encoding);
    }

    /** True if a name is not what it seemed: then people may have asked for it by its right name. */
    private static boolean rename(List<ColumnSample> samples, DbfFile dbf, FileEncoding encoding) {
        boolean renamed = false;
        for (int i = 0; i < samples.size(); i++) {
            byte[] raw = dbf.fields().get(i).rawName();
            String name = encoding.decodeName(raw);
            renamed |= !name.equals(firstReading(raw));
            samples.get(i).rename(name);
        }
        return renamed;
    }

    private static String firstReading(byte[] rawName) {
        return Encodings.WINDOWS_1252.decode(rawName, rawName.length).text().strip();
    }

    private static @Nullable Declared ofByte29(DbfFile dbf) {
        int driver = dbf.header().languageDriver();
        String hex = String.format(Locale.ROOT, "0x%02X", driver);
        LocalizedText source = new LocalizedText("byte 29 của .dbf (" + hex + ")", "byte 29 of the .dbf (" + hex + ")");
        return CharsetNames.ofLanguageDriver(driver)
                .map(charset -> new Declared(Encodings.of(charset), source, false))
                .orElse(null);
    }

    private static Optional<Encoding> readCpg(@Nullable Path cpg, List<Issue> issues) throws IOException {
        if (cpg == null) {
            return Optional.empty();
        }
        String content;
        try (InputStream in = Files.newInputStream(cpg)) {
            content = new String(in.readNBytes(64), StandardCharsets.ISO_8859_1)
                    .replace("\u00ef\u00bb\u00bf", "")
                    .replace('\0', ' ')
                    .strip();
        }
        Optional<Encoding> encoding =
                Encodings.findOwn(content).or(() -> CharsetNames.find(content).map(Encodings::of));
        if (encoding.isEmpty() && !content.isEmpty()) {
            String name = String.valueOf(cpg.getFileName());
            issues.add(ValueIssues.charsetNotUnderstood(name, content.replaceAll("[\\s\\p{Cntrl}]+", " ")));
        }
        return encoding;
    }

    /** One for each column, empty where it is no text. */
    private static List<ColumnSample> samples(DbfFile dbf) throws IOException {
        List<ColumnSample> samples = new ArrayList<>();
        for (DbfField field : dbf.fields()) {
            samples.add(new ColumnSample(firstReading(field.rawName())));
        }
        for (long row = 0; row < dbf.rows(); row++) {
            ByteBuffer bytes = dbf.row(row);
            if (DbfFile.isDeleted(bytes)) {
                continue;
            }
            for (int i = 0; i < samples.size(); i++) {
                if (dbf.fields().get(i).isText()) {
                    samples.get(i).add(DbfFile.value(bytes, dbf.fields().get(i)), row + 1);
                }
            }
        }
        return samples;
    }

    FileEncoding encoding() {
        return encoding;
    }

    String name(byte[] raw) {
        return encoding.decodeName(raw);
    }

    /** @param column 0-based; null: no text */
    @Nullable
    String value(int column, byte[] raw, long row, List<Issue> issues) {
        return readers.get(column).read(raw, row, issues);
    }
}
