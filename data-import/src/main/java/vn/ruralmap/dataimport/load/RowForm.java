package vn.ruralmap.dataimport.load;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.InputStreamInStream;
import org.locationtech.jts.io.OutputStreamOutStream;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Validity;

/** How a row waits on disk. For one program run only, so there is no version in it. Not for several threads at once. */
public final class RowForm implements DiskList.Form<ImportRow> {

    private static final int DATED = 1;
    private static final int ENDS = 2;
    private static final int HAS_DECISION = 4;
    private static final int HAS_GEOMETRY = 8;

    private final WKBWriter geometryWriter = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN);
    private final WKBReader geometryReader = new WKBReader(CoordinateGrid.FACTORY);
    /** One instance of each of the few days on which rows begin. */
    private final Map<Long, LocalDate> days = new HashMap<>();

    @Override
    public void write(ImportRow row, DataOutputStream out) throws IOException {
        Change.Content content = row.content();
        LocalDate to = content.validity().to();
        String decision = content.decision();
        Geometry geometry = content.geometry();
        out.writeLong(row.row());
        out.writeByte((row.dated() ? DATED : 0)
                | (to == null ? 0 : ENDS)
                | (decision == null ? 0 : HAS_DECISION)
                | (geometry == null ? 0 : HAS_GEOMETRY));
        out.writeLong(content.validity().from().toEpochDay());
        if (to != null) {
            out.writeLong(to.toEpochDay());
        }
        if (decision != null) {
            writeText(decision, out);
        }
        if (geometry != null) {
            geometryWriter.write(geometry, new OutputStreamOutStream(out));
        }
        writeValues(content.values(), out);
    }

    @Override
    public ImportRow read(DataInputStream in) throws IOException {
        long row = in.readLong();
        int flags = in.readByte();
        LocalDate from = day(in.readLong());
        LocalDate to = (flags & ENDS) == 0 ? null : day(in.readLong());
        String decision = (flags & HAS_DECISION) == 0 ? null : readText(in);
        Geometry geometry = (flags & HAS_GEOMETRY) == 0 ? null : readGeometry(in);
        return new ImportRow(
                row,
                new Change.Content(new Validity(from, to), decision, readValues(in), geometry),
                (flags & DATED) != 0);
    }

    private LocalDate day(long epochDay) {
        return days.computeIfAbsent(epochDay, LocalDate::ofEpochDay);
    }

    private Geometry readGeometry(DataInputStream in) throws IOException {
        try {
            Geometry geometry = geometryReader.read(new InputStreamInStream(in));
            geometry.setSRID(4326);
            return geometry;
        } catch (ParseException e) {
            throw new IOException("the temporary file of an import is damaged", e);
        }
    }

    /** Values of attributes, each by one letter and what it stands for. */
    public static void writeValues(List<@Nullable Object> values, DataOutputStream out) throws IOException {
        out.writeInt(values.size());
        for (Object value : values) {
            if (value == null) {
                out.writeByte('-');
            } else if (value instanceof String text) {
                out.writeByte('t');
                writeText(text, out);
            } else if (value instanceof Long number) {
                out.writeByte('i');
                out.writeLong(number);
            } else if (value instanceof Double number) {
                out.writeByte('d');
                out.writeDouble(number);
            } else if (value instanceof Boolean bool) {
                out.writeByte(bool ? 'y' : 'n');
            } else if (value instanceof LocalDate date) {
                out.writeByte('D');
                out.writeLong(date.toEpochDay());
            } else {
                throw new IllegalArgumentException("no attribute has values of " + value.getClass());
            }
        }
    }

    /** What {@link #writeValues} wrote. */
    public static List<@Nullable Object> readValues(DataInputStream in) throws IOException {
        @Nullable Object[] values = new Object[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            byte letter = in.readByte();
            values[i] = switch (letter) {
                case '-' -> null;
                case 't' -> readText(in);
                case 'i' -> in.readLong();
                case 'd' -> in.readDouble();
                case 'y' -> true;
                case 'n' -> false;
                case 'D' -> LocalDate.ofEpochDay(in.readLong());
                default -> throw new IOException("the temporary file of an import is damaged");
            };
        }
        return Arrays.asList(values);
    }

    /** Text of any length; {@link DataOutputStream#writeUTF} takes 64 kB only. */
    public static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    public static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
