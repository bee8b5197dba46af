package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The header of a .dbf: dBASE III to V and FoxPro (columns of 32 bytes from byte 32), dBASE 7 (columns of 48 bytes from
 * byte 68).
 *
 * @param version byte 0
 * @param languageDriver byte 29
 * @param declaredRows what the header says
 * @param headerBytes where the first row starts
 * @param rowBytes length of a row with its deletion flag
 * @param fields the columns that lie within a row
 */
record DbfHeader(
        int version, int languageDriver, long declaredRows, int headerBytes, int rowBytes, List<DbfField> fields) {
    private static final int TERMINATOR = 0x0D;

    static DbfHeader read(FileWindow window, String name, int fieldLimit)
            throws IOException, UnreadableSourceException {
        if (window.size() < 32) {
            throw broken(name, "chỉ có " + window.size() + " byte", "has only " + window.size() + " bytes");
        }
        ByteBuffer start = window.bytes(0, 32).order(ByteOrder.LITTLE_ENDIAN);
        int version = start.get(0) & 0xFF;
        long rows = start.getInt(4) & 0xFFFFFFFFL;
        int headerBytes = start.getShort(8) & 0xFFFF;
        int rowBytes = start.getShort(10) & 0xFFFF;
        int driver = start.get(29) & 0xFF;
        if (headerBytes < 32 || headerBytes > window.size() || rowBytes < 1 && rows > 0) {
            throw broken(
                    name,
                    "khai phần đầu dài " + headerBytes + " byte và mỗi dòng " + rowBytes + " byte",
                    "says its header has " + headerBytes + " bytes and each row " + rowBytes);
        }
        ByteBuffer header = window.bytes(0, headerBytes).order(ByteOrder.LITTLE_ENDIAN);
        List<DbfField> fields = (version & 7) == 4 ? fields7(header) : fields(header, rowBytes);
        fields.removeIf(field -> field.offset() + field.width() > rowBytes || field.width() == 0);
        Refusals.requireFields(fieldLimit, fields.size());
        return new DbfHeader(version, driver, rows, headerBytes, rowBytes, List.copyOf(fields));
    }

    private static List<DbfField> fields(ByteBuffer header, int rowBytes) {
        // Clipper and FoxPro store the width of texts over 255 bytes in two bytes; only the row length tells.
        boolean wideTexts = rowBytes > sumOfWidths(header, false) && rowBytes == sumOfWidths(header, true);
        List<DbfField> fields = new ArrayList<>();
        int offset = 1;
        for (int at = 32; isField(header, at); at += 32) {
            char code = (char) (header.get(at + 11) & 0xFF);
            int width = width(header, at, wideTexts);
            int decimals = code == 'C' ? 0 : header.get(at + 17) & 0xFF;
            fields.add(new DbfField(name(header, at, 11), code, offset, width, decimals));
            offset += width;
        }
        return fields;
    }

    private static int sumOfWidths(ByteBuffer header, boolean wideTexts) {
        int sum = 1;
        for (int at = 32; isField(header, at); at += 32) {
            sum += width(header, at, wideTexts);
        }
        return sum;
    }

    private static int width(ByteBuffer header, int at, boolean wideTexts) {
        int width = header.get(at + 16) & 0xFF;
        return wideTexts && header.get(at + 11) == 'C' ? width | (header.get(at + 17) & 0xFF) << 8 : width;
    }

    private static boolean isField(ByteBuffer header, int at) {
        return at + 32 <= header.limit() && header.get(at) != TERMINATOR;
    }

    private static List<DbfField> fields7(ByteBuffer header) {
        List<DbfField> fields = new ArrayList<>();
        int offset = 1;
        for (int at = 68; at + 48 <= header.limit() && header.get(at) != TERMINATOR; at += 48) {
            int width = header.get(at + 33) & 0xFF;
            char code = (char) (header.get(at + 32) & 0xFF);
            fields.add(new DbfField(name(header, at, 32), code, offset, width, header.get(at + 34) & 0xFF));
            offset += width;
        }
        return fields;
    }

    private static byte[] name(ByteBuffer header, int at, int length) {
        byte[] name = new byte[length];
        header.get(at, name);
        int end = 0;
        while (end < length && name[end] != 0) {
            end++;
        }
        return Arrays.copyOf(name, end);
    }

    private static UnreadableSourceException broken(String name, String vi, String en) {
        return new UnreadableSourceException(
                "DBF_BROKEN",
                "Bảng thuộc tính " + name + " " + vi
                        + "; không đọc được. Sao chép lại tệp gốc, hoặc bỏ tệp .dbf để chỉ đọc hình.",
                "The table " + name + " " + en
                        + "; it cannot be read. Copy the original again, or take the .dbf away to read shapes only.");
    }

    boolean isDbase7() {
        return (version & 7) == 4;
    }
}
