package vn.ruralmap.server.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zipped shapefile as many offices have it: letters in TCVN3, and nothing that says so or names a coordinate system. */
final class Tcvn3Zip {

    private static final int FIELD_BYTES = 32;
    private static final int END_OF_FIELDS = 0x0D;

    private static final Map<Character, Integer> LETTERS = letters(Map.of(
            0xA0, ".ĂÂÊÔƠƯĐăâêôơưđ.",
            0xB0, ".....àảãáạ.ằẳẵắ.",
            0xC0, "......ặầẩẫấậè.ẻẽ",
            0xD0, "éẹềểễếệìỉ...ĩíịò",
            0xE0, ".ỏõóọồổỗốộờởỡớợù",
            0xF0, ".ủũúụừửữứựỳỷỹýỵ."));

    private Tcvn3Zip() {}

    /** @param zip of a shapefile whose fields are all texts in UTF-8 */
    static Path of(Path zip, Path file) {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                if (name.endsWith(".cpg") || name.endsWith(".prj")) {
                    continue;
                }
                byte[] bytes = in.readAllBytes();
                out.putNextEntry(new ZipEntry(name));
                out.write(name.endsWith(".dbf") ? table(bytes) : bytes);
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError("cannot write " + file, e);
        }
        return file;
    }

    private static byte[] table(byte[] utf8) {
        ByteBuffer header = ByteBuffer.wrap(utf8).order(ByteOrder.LITTLE_ENDIAN);
        int rows = header.getInt(4);
        int start = header.getShort(8);
        int rowBytes = header.getShort(10);
        byte[] table = utf8.clone();
        for (int row = 0; row < rows; row++) {
            int at = start + row * rowBytes + 1;
            for (int field = FIELD_BYTES; utf8[field] != END_OF_FIELDS; field += FIELD_BYTES) {
                int width = utf8[field + 16] & 0xFF;
                byte[] value = encode(new String(utf8, at, width, StandardCharsets.UTF_8).strip());
                for (int i = 0; i < width; i++) {
                    table[at + i] = i < value.length ? value[i] : (byte) ' ';
                }
                at += width;
            }
        }
        return table;
    }

    private static byte[] encode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.chars().forEach(letter -> bytes.write(LETTERS.getOrDefault((char) letter, letter)));
        return bytes.toByteArray();
    }

    private static Map<Character, Integer> letters(Map<Integer, String> rows) {
        Map<Character, Integer> letters = new HashMap<>();
        rows.forEach((first, row) -> {
            for (int i = 0; i < row.length(); i++) {
                if (row.charAt(i) != '.') {
                    letters.put(row.charAt(i), first + i);
                }
            }
        });
        return letters;
    }
}
