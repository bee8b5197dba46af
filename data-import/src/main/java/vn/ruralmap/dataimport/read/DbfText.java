package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Decides the character set of a .dbf: what the caller says, the .cpg, byte 29, the bytes themselves, windows-1252. A
 * value that is no valid UTF-8 in a table of UTF-8 is read in the next best character set, the others stay.
 */
final class DbfText {
    /** So many accented texts that are valid UTF-8 by accident do not occur. */
    private static final int ENOUGH = 3;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final Charset charset;
    private final Charset fallback;
    private final LocalizedText evidence;

    private DbfText(Charset charset, Charset fallback, String vi, String en) {
        this.charset = charset;
        this.fallback = fallback;
        this.evidence = new LocalizedText(vi, en);
    }

    static DbfText decide(DbfFile dbf, @Nullable Path cpg, @Nullable Charset override, List<Issue> issues)
            throws IOException {
        Optional<Charset> driver = CharsetNames.ofLanguageDriver(dbf.header().languageDriver());
        Charset fallback = driver.orElse(WINDOWS_1252);
        Optional<Charset> declared = override == null ? readCpg(cpg, issues) : Optional.of(override);
        Scan scan = Scan.of(dbf);
        DbfText text;
        if (override != null) {
            text = new DbfText(override, fallback, "theo yêu cầu của người nhập", "as the person importing said");
        } else if (declared.isPresent()) {
            text = new DbfText(declared.get(), fallback, "theo tệp .cpg", "as the .cpg says");
        } else if (driver.isPresent() && (scan.valid < ENOUGH || scan.invalid > 0)) {
            text = new DbfText(fallback, fallback, "theo " + byte29(dbf, "vi"), "as " + byte29(dbf, "en") + " says");
        } else if (scan.valid == 0 && scan.invalid == 0) {
            text = new DbfText(
                    StandardCharsets.UTF_8,
                    fallback,
                    "bảng chỉ có chữ không dấu",
                    "the table holds plain letters only");
        } else if (scan.valid > 10L * scan.invalid) {
            text = new DbfText(
                    StandardCharsets.UTF_8,
                    fallback,
                    scan.valid + " giá trị có dấu là UTF-8 hợp lệ",
                    scan.valid + " accented values are valid UTF-8");
            driver.ifPresent(said ->
                    issues.add(ValueIssues.charsetContradicted(byte29(dbf, "en"), said, StandardCharsets.UTF_8)));
        } else {
            issues.add(ValueIssues.charsetUnknown());
            text = new DbfText(
                    WINDOWS_1252,
                    WINDOWS_1252,
                    "không rõ, chữ không phải UTF-8",
                    "unknown, and the texts are not UTF-8");
        }
        text.reportInvalid(scan, dbf, issues);
        return text;
    }

    private static String byte29(DbfFile dbf, String language) {
        String driver = String.format(Locale.ROOT, "0x%02X", dbf.header().languageDriver());
        return language.equals("vi") ? "byte 29 của .dbf (" + driver + ")" : "byte 29 of the .dbf (" + driver + ")";
    }

    private static Optional<Charset> readCpg(@Nullable Path cpg, List<Issue> issues) throws IOException {
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
        Optional<Charset> charset = CharsetNames.find(content);
        if (charset.isEmpty() && !content.isEmpty()) {
            String name = String.valueOf(cpg.getFileName());
            issues.add(ValueIssues.charsetNotUnderstood(name, content.replaceAll("[\\s\\p{Cntrl}]+", " ")));
        }
        return charset;
    }

    private void reportInvalid(Scan scan, DbfFile dbf, List<Issue> issues) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return;
        }
        for (int i = 0; i < scan.invalidByField.length; i++) {
            if (scan.invalidByField[i] > 0) {
                String field = name(dbf.fields().get(i).rawName());
                issues.add(ValueIssues.notInCharset(
                        field, charset, scan.invalidByField[i], scan.firstInvalidRow[i], usedInstead()));
            }
        }
    }

    private Charset usedInstead() {
        return fallback.equals(StandardCharsets.UTF_8) ? WINDOWS_1252 : fallback;
    }

    TextEncoding encoding() {
        return new TextEncoding(charset, evidence);
    }

    String name(byte[] raw) {
        int length = Utf8.unpadded(raw);
        return decode(raw, length, Utf8.check(raw, length)).strip();
    }

    /** @param cut told if the last letter was incomplete and left out */
    @Nullable
    String value(byte[] raw, Runnable cut) {
        int length = Utf8.unpadded(raw);
        Utf8 check = charset.equals(StandardCharsets.UTF_8) ? Utf8.check(raw, length) : Utf8.ASCII;
        if (check == Utf8.CUT) {
            cut.run();
        }
        return tidy(decode(raw, length, check));
    }

    private String decode(byte[] raw, int length, Utf8 check) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return new String(raw, 0, length, charset);
        }
        return switch (check) {
            case CUT -> new String(raw, 0, Utf8.wholeLetters(raw, length), charset);
            case INVALID -> new String(raw, 0, length, usedInstead());
            case ASCII, VALID -> new String(raw, 0, length, charset);
        };
    }

    /** Without padding and what a C program left behind the end of its string; null if nothing is left. */
    static @Nullable String tidy(String text) {
        int end = text.indexOf('\0');
        String stripped = (end < 0 ? text : text.substring(0, end)).stripTrailing();
        return stripped.isEmpty() ? null : stripped;
    }

    /** What the accented texts of a table look like. */
    private static final class Scan {
        private long valid;
        private long invalid;
        private final long[] invalidByField;
        private final long[] firstInvalidRow;

        private Scan(int fields) {
            invalidByField = new long[fields];
            firstInvalidRow = new long[fields];
        }

        static Scan of(DbfFile dbf) throws IOException {
            Scan scan = new Scan(dbf.fields().size());
            for (long row = 0; row < dbf.rows(); row++) {
                ByteBuffer bytes = dbf.row(row);
                if (!DbfFile.isDeleted(bytes)) {
                    scan.add(bytes, dbf.fields(), row + 1);
                }
            }
            return scan;
        }

        private void add(ByteBuffer row, List<DbfField> fields, long number) {
            for (int i = 0; i < fields.size(); i++) {
                if (!fields.get(i).isText()) {
                    continue;
                }
                byte[] value = DbfFile.value(row, fields.get(i));
                Utf8 check = Utf8.check(value, Utf8.unpadded(value));
                if (check == Utf8.INVALID) {
                    invalid++;
                    if (invalidByField[i]++ == 0) {
                        firstInvalidRow[i] = number;
                    }
                } else if (check != Utf8.ASCII) {
                    valid++;
                }
            }
        }
    }
}
