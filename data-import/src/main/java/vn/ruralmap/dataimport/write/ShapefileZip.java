package vn.ruralmap.dataimport.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Streams a table as a zipped shapefile. Nothing is held in memory and no temporary file is made. */
public final class ShapefileZip {

    /** All entries bear the earliest time a zip can tell, so that the same rows give the same bytes. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ShapefileZip() {}

    /**
     * Writes .shp, .shx, .dbf, .cpg and, if the coordinate system is given, .prj. The stream is left open.
     *
     * @return how many texts were cut at the 254 bytes of the format, or numbers left out because they are too long
     * @throws IllegalArgumentException if a row does not fit the table's kind or columns
     */
    public static long write(OutputStream out, ShapefileTable table) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        long cutValues = add(zip, table);
        zip.finish();
        return cutValues;
    }

    /** The bytes that a geometry takes in a {@code .shp}, to see before whether a table fits. */
    public static long recordBytes(ShapeKind kind, @Nullable Geometry geometry) {
        return 8L + ShpEncoder.contentBytes(kind, geometry);
    }

    /** The same as {@link #write} into a zip that holds other entries too. */
    public static long add(ZipOutputStream zip, ShapefileTable table) throws IOException {
        ShpEncoder shapes = new ShpEncoder(table.kind());
        DbfEncoder attributes = new DbfEncoder(table.columns());
        for (ShapefileTable.Row row : table.rows()) {
            shapes.measure(row.geometry());
            attributes.measure(row);
        }
        begin(zip, table, ".shp");
        shapes.writeShapes(zip, table.rows());
        begin(zip, table, ".shx");
        shapes.writeIndex(zip, table.rows());
        begin(zip, table, ".dbf");
        attributes.writeTo(zip, table.rows());
        begin(zip, table, ".cpg");
        zip.write("UTF-8".getBytes(StandardCharsets.US_ASCII));
        if (table.crsWkt() != null) {
            begin(zip, table, ".prj");
            zip.write(table.crsWkt().getBytes(StandardCharsets.US_ASCII));
        }
        zip.closeEntry();
        return attributes.cutValues();
    }

    /** Begins an entry of any kind, with the time that all have. */
    public static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
    }

    private static void begin(ZipOutputStream zip, ShapefileTable table, String extension) throws IOException {
        begin(zip, table.name() + extension);
    }
}
