package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import vn.ruralmap.layers.model.LocalizedText;

/** The first bytes of a file, which say more about it than its name. */
record FileStart(byte[] bytes) {
    private static final int LENGTH_BYTES = 4096;

    static FileStart of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileStart(in.readNBytes(LENGTH_BYTES));
        }
    }

    /** @param hex pairs of hexadecimal digits, from the first byte on */
    boolean startsWith(String hex) {
        if (bytes.length * 2 < hex.length()) {
            return false;
        }
        for (int i = 0; i < hex.length() / 2; i++) {
            if ((bytes[i] & 0xFF) != Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16)) {
                return false;
            }
        }
        return true;
    }

    /** As text without byte order mark and leading space, lower case; letters beyond ASCII may be wrong. */
    String text() {
        String text = new String(bytes, charset());
        int start = 0;
        while (start < text.length()
                && (text.charAt(start) <= ' ' || "\uFEFF\u00ef\u00bb\u00bf".indexOf(text.charAt(start)) >= 0)) {
            start++;
        }
        return text.substring(start).toLowerCase(Locale.ROOT);
    }

    private Charset charset() {
        if (startsWith("fffe")) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith("feff") ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
    }

    /** What a file that no format knows seems to be. */
    LocalizedText describe() {
        String text = text();
        if (text.startsWith("<")) {
            return new LocalizedText("có vẻ là XML hoặc HTML", "it looks like XML or HTML");
        }
        if (text.startsWith("%pdf")) {
            return new LocalizedText("có vẻ là PDF", "it looks like a PDF");
        }
        if (text.startsWith("rar!") || text.startsWith("7z")) {
            return new LocalizedText("tệp nén RAR hoặc 7z; hãy dùng .zip", "a RAR or 7z archive; use .zip");
        }
        if (text.startsWith("ac10")) {
            return new LocalizedText("bản vẽ DWG; hãy lưu thành .dxf", "a DWG drawing; save it as .dxf");
        }
        if (startsWith("d0cf11e0a1b11ae1")) {
            return new LocalizedText(
                    "tệp Excel cũ hoặc DGN V8; lưu thành .csv, hoặc DGN V7",
                    "an old Excel file or a DGN V8; save it as .csv, or as DGN V7");
        }
        if (bytes.length > 32 && (bytes[0] == 3 || bytes[0] == 0x30) && bytes[2] >= 1 && bytes[2] <= 12) {
            return new LocalizedText("có vẻ là bảng .dbf", "it looks like a .dbf table");
        }
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(8, bytes.length); i++) {
            hex.append(String.format("%02x ", bytes[i]));
        }
        return LocalizedText.same("byte: " + hex.toString().strip());
    }
}
