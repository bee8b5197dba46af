package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.Declared;
import vn.ruralmap.dataimport.encoding.Encoding;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;

/** How the texts of a .dbf are read, of whose encoding a .cpg beside it or its byte 29 may say something. */
final class DbfText {

    private static final LocalizedText CPG = new LocalizedText("tệp .cpg", "the .cpg");

    private DbfText() {}

    static ColumnTexts decide(DbfFile dbf, @Nullable Path cpg, ReadOptions options, List<Issue> issues)
            throws IOException {
        Optional<Encoding> named = readCpg(cpg, issues);
        Declared declared = named.isPresent() ? new Declared(named.get(), CPG, true) : ofByte29(dbf);
        return bytes(dbf, options.watch()).decide(declared, options.encodings(), issues);
    }

    private static List<String> names(List<String> letters) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String letter : letters) {
            String name = letter.isEmpty() ? "field" + (names.size() + 1) : letter;
            String unique = name;
            for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
                unique = name + "_" + i;
            }
            names.add(unique);
        }
        return names;
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

    private static ColumnBytes bytes(DbfFile dbf, ReadWatch watch) throws IOException {
        ColumnBytes bytes =
                new ColumnBytes(dbf.fields().stream().map(DbfField::rawName).toList(), DbfText::names);
        List<DbfField> fields = dbf.fields();
        int[] texts = IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).isText())
                .toArray();
        for (long row = 0; row < dbf.rows(); row++) {
            watch.update(
                    row * dbf.header().rowBytes(), dbf.rows() * dbf.header().rowBytes());
            ByteBuffer stored = dbf.row(row);
            if (DbfFile.isDeleted(stored)) {
                continue;
            }
            for (int i : texts) {
                bytes.add(i, DbfFile.value(stored, fields.get(i)), row + 1);
            }
        }
        return bytes;
    }
}
