package vn.ruralmap.dataimport.read;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** A .shp with a valid header (ESRI Shapefile Technical Description, p. 3). */
final class ShpFile implements Closeable {
    static final int HEADER_BYTES = 100;
    static final int RECORD_HEADER_BYTES = 8;
    static final int FILE_CODE = 9994;

    private final FileWindow window;
    private final int type;
    private final long declaredBytes;

    private ShpFile(FileWindow window, int type, long declaredBytes) {
        this.window = window;
        this.type = type;
        this.declaredBytes = declaredBytes;
    }

    static ShpFile open(Path file, String name) throws UnreadableSourceException, IOException {
        FileWindow window = new FileWindow(file);
        boolean opened = false;
        try {
            if (window.size() < HEADER_BYTES) {
                throw new UnreadableSourceException(
                        "SHP_BROKEN",
                        name + " chỉ có " + window.size() + " byte; tệp .shp có ít nhất 100. Sao chép lại tệp gốc.",
                        name + " has only " + window.size()
                                + " bytes; a .shp has at least 100. Copy the original again.");
            }
            ByteBuffer header = window.bytes(0, HEADER_BYTES);
            int code = header.getInt(0);
            if (code != FILE_CODE) {
                throw new UnreadableSourceException(
                        "SHP_BROKEN",
                        name + " không phải tệp .shp: mã ở byte 0 là " + code
                                + ", phải là 9994. Có thể tệp bị đổi tên; hãy xuất lại từ phần mềm GIS.",
                        name + " is no .shp: the code at byte 0 is " + code
                                + ", not 9994. It may be another file renamed; export it again.");
            }
            long declaredBytes = header.getInt(24) * 2L;
            int type = header.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
            opened = true;
            return new ShpFile(window, type, declaredBytes);
        } finally {
            if (!opened) {
                window.close();
            }
        }
    }

    /** Shape type of the header; records may differ. */
    int type() {
        return type;
    }

    long declaredBytes() {
        return declaredBytes;
    }

    long size() {
        return window.size();
    }

    ByteBuffer bytes(long offset, int length) throws IOException {
        return window.bytes(offset, length);
    }

    /** Length of the content of the record at an offset as its header says; negative if that is nonsense. */
    long contentBytes(long offset) throws IOException {
        return window.bytes(offset, RECORD_HEADER_BYTES).getInt(4) * 2L;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
