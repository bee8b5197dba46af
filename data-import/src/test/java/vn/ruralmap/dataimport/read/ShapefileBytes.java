package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the bytes of small shapefiles, right ones and wrong ones. */
final class ShapefileBytes {
    private final int type;
    private final List<byte[]> contents = new ArrayList<>();
    private byte[] tail = new byte[0];

    ShapefileBytes(int type) {
        this.type = type;
    }

    ShapefileBytes point(double x, double y) {
        return record(little(20).putInt(1).putDouble(x).putDouble(y));
    }

    ShapefileBytes nothing() {
        return record(little(4).putInt(0));
    }

    /** Rings or lines, each as x, y, x, y, ... */
    ShapefileBytes parts(int recordType, double[]... parts) {
        return parts(recordType, new int[0], parts);
    }

    /** @param partTypes for a MultiPatch, else empty */
    ShapefileBytes parts(int recordType, int[] partTypes, double[]... parts) {
        int points = 0;
        for (double[] part : parts) {
            points += part.length / 2;
        }
        ByteBuffer content = little(44 + 4 * parts.length + 4 * partTypes.length + 16 * points);
        content.putInt(recordType).position(36);
        content.putInt(parts.length).putInt(points);
        int start = 0;
        for (double[] part : parts) {
            content.putInt(start);
            start += part.length / 2;
        }
        for (int partType : partTypes) {
            content.putInt(partType);
        }
        for (double[] part : parts) {
            for (double ordinate : part) {
                content.putDouble(ordinate);
            }
        }
        return record(content);
    }

    ShapefileBytes multiPoint(double... ordinates) {
        ByteBuffer content = little(40 + 8 * ordinates.length);
        content.putInt(8).position(36);
        content.putInt(ordinates.length / 2);
        for (double ordinate : ordinates) {
            content.putDouble(ordinate);
        }
        return record(content);
    }

    ShapefileBytes record(ByteBuffer content) {
        contents.add(content.array());
        return this;
    }

    /** Bytes after the last record. */
    ShapefileBytes tail(byte... bytes) {
        tail = bytes;
        return this;
    }

    static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] shp() {
        int size = 100
                + tail.length
                + contents.stream().mapToInt(c -> c.length + 8).sum();
        ByteBuffer shp = header(size);
        for (int i = 0; i < contents.size(); i++) {
            shp.putInt(i + 1).putInt(contents.get(i).length / 2).put(contents.get(i));
        }
        return shp.put(tail).array();
    }

    /** @param order which records of the .shp, 0-based */
    byte[] shx(int... order) {
        ByteBuffer shx = header(100 + 8 * order.length);
        for (int record : order) {
            int offset = 100;
            for (byte[] before : contents.subList(0, record)) {
                offset += before.length + 8;
            }
            shx.putInt(offset / 2).putInt(contents.get(record).length / 2);
        }
        return shx.array();
    }

    private ByteBuffer header(int size) {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        bytes.putInt(0, 9994).putInt(24, size / 2);
        bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
        return bytes.order(ByteOrder.BIG_ENDIAN).position(100);
    }

    Path write(Path folder, String name) throws IOException {
        return Files.write(folder.resolve(name + ".shp"), shp());
    }

    /** A column for {@link #dbf}: name, dBASE type, width, decimals. */
    record Column(String name, char type, int width, int decimals) {}

    /** @param rows values as ISO-8859-1 text; a first value of {@code *} deletes the row */
    static byte[] dbf(int languageDriver, List<Column> columns, String[]... rows) {
        int rowBytes = 1 + columns.stream().mapToInt(Column::width).sum();
        int headerBytes = 33 + 32 * columns.size();
        ByteBuffer dbf = little(headerBytes + rowBytes * rows.length);
        dbf.put((byte) 3)
                .putInt(4, rows.length)
                .putShort(8, (short) headerBytes)
                .putShort(10, (short) rowBytes);
        dbf.put(29, (byte) languageDriver);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            dbf.put(32 + 32 * i, column.name.getBytes(StandardCharsets.UTF_8));
            dbf.put(43 + 32 * i, (byte) column.type);
            dbf.put(48 + 32 * i, (byte) column.width).put(49 + 32 * i, (byte) column.decimals);
        }
        dbf.put(headerBytes - 1, (byte) 0x0D).position(headerBytes);
        for (String[] row : rows) {
            boolean deleted = row[0].equals("*");
            dbf.put((byte) (deleted ? '*' : ' '));
            for (int i = 0; i < columns.size(); i++) {
                String value = deleted ? "" : row[i];
                String padded = value + " ".repeat(columns.get(i).width - value.length());
                dbf.put(padded.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return dbf.array();
    }

    /** A text as the bytes of a charset, spelled in the letters {@link #dbf} takes. */
    static String bytesOf(String text, String charset) {
        return new String(text.getBytes(java.nio.charset.Charset.forName(charset)), StandardCharsets.ISO_8859_1);
    }
}
