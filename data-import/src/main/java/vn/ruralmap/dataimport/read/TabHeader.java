package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.Declared;

/** The .tab of a MapInfo table: text that says where its parts are, so that only the plain kind of it is accepted. */
final class TabHeader {
    private static final int LONGEST_BYTES = 1 << 20;
    private static final Pattern NATIVE = Pattern.compile("(?i)\\bType\\s+\"?NATIVE\\b");
    /** Views and seamless tables name other files. */
    private static final Pattern REFERS =
            Pattern.compile("(?i)open\\s+table|create\\s+view|IsSeamless\"?\\s*=\\s*\"?TRUE|\\bFile\\s+\"");

    private static final Pattern CHARSET = Pattern.compile("(?i)(charset\\s+)(\"[^\"\\n]*\"|[^\\s\"]+)");
    /** GDAL decodes it byte by byte. */
    private static final String LATIN = "ISO8859_1";

    private TabHeader() {}

    /** Writes the header to another place with another character set; what it said before. */
    static @Nullable Declared copy(FileParts parts, Path target) throws UnreadableSourceException, IOException {
        String text;
        try (InputStream in = Files.newInputStream(parts.main())) {
            text = new String(in.readNBytes(LONGEST_BYTES), StandardCharsets.ISO_8859_1);
        }
        String name = parts.name() + ".tab";
        if (!NATIVE.matcher(text).find() || REFERS.matcher(text).find()) {
            throw new UnreadableSourceException(
                    "TAB_NOT_NATIVE",
                    name + " chỉ trỏ tới dữ liệu khác (ảnh, view, bảng liên kết). Trong MapInfo dùng Save Copy As thành"
                            + " bảng MapInfo hoặc MIF.",
                    name + " only points to other data (image, view, linked table). In MapInfo use Save Copy As to a"
                            + " MapInfo table or MIF.");
        }
        if (parts.find("dat") == null) {
            throw new UnreadableSourceException(
                    "TAB_INCOMPLETE",
                    "Thiếu tệp .dat của " + name + ". Gửi đủ .tab, .dat, .map, .id trong một tệp .zip.",
                    "The .dat of " + name + " is missing. Send .tab, .dat, .map and .id in one .zip.");
        }
        Matcher matcher = CHARSET.matcher(text);
        String charset = matcher.find() ? matcher.group(2).replace("\"", "") : "";
        String rewritten = matcher.replaceAll("$1" + "\"" + LATIN + "\"");
        rewritten = rewritten.replaceFirst("(?i)!charset\\s+\"" + LATIN + "\"", "!charset " + LATIN);
        if (charset.isEmpty()) {
            rewritten = rewritten.replaceFirst("(?i)(!table[^\\n]*\\n)", "$1!charset " + LATIN + "\n");
        }
        Files.writeString(target, rewritten, StandardCharsets.ISO_8859_1);
        return MapInfoCharset.declared(charset, ".tab").orElse(null);
    }
}
