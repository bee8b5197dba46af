package vn.ruralmap.dataimport.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import vn.ruralmap.layers.model.LocalizedText;

/** What a file is by its first bytes. */
enum FileKind {
    ZIP,
    SHP,
    JSON,
    SQLITE,
    OTHER;

    private static final byte[] SQLITE_MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    static FileKind of(byte[] start, String name) {
        ByteBuffer bytes = ByteBuffer.wrap(start);
        if (start.length >= 4 && (bytes.getInt(0) == 0x504B0304 || bytes.getInt(0) == 0x504B0506)) {
            return ZIP;
        }
        if (start.length >= 16 && ByteBuffer.wrap(SQLITE_MAGIC).equals(bytes.slice(0, 16))) {
            return SQLITE;
        }
        if (start.length >= 4 && bytes.getInt(0) == ShpFile.FILE_CODE) {
            return SHP;
        }
        if (startsLikeJson(start)) {
            return JSON;
        }
        if (start.length == 0) {
            return OTHER;
        }
        // Damaged, or something else renamed: the reader of the extension tells best what is wrong.
        return switch (ShapefileParts.extension(name)) {
            case "shp" -> SHP;
            case "json", "geojson" -> JSON;
            default -> OTHER;
        };
    }

    private static boolean startsLikeJson(byte[] start) {
        for (byte b : start) {
            int c = b & 0xFF;
            boolean skipped = c <= ' ' || c == 0xEF || c == 0xBB || c == 0xBF || c == 0xFE || c == 0xFF;
            if (!skipped) {
                return c == '{';
            }
        }
        return false;
    }

    /** What a file of another kind seems to be. */
    static String describe(byte[] start, String language) {
        return description(start).in(language);
    }

    private static LocalizedText description(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1).stripLeading();
        if (text.startsWith("<") || text.startsWith("\u00ef\u00bb\u00bf<")) {
            return new LocalizedText("có vẻ là XML hoặc HTML", "it looks like XML or HTML");
        }
        if (text.startsWith("%PDF")) {
            return new LocalizedText("có vẻ là PDF", "it looks like a PDF");
        }
        if (text.startsWith("Rar!") || text.startsWith("7z")) {
            return new LocalizedText("tệp nén RAR hoặc 7z; hãy dùng .zip", "a RAR or 7z archive; use .zip");
        }
        if (start.length > 32 && (start[0] == 3 || start[0] == 0x30) && start[2] >= 1 && start[2] <= 12) {
            return new LocalizedText("có vẻ là bảng .dbf", "it looks like a .dbf table");
        }
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(8, start.length); i++) {
            hex.append(String.format("%02x ", start[i]));
        }
        return LocalizedText.same("byte: " + hex.toString().strip());
    }
}
