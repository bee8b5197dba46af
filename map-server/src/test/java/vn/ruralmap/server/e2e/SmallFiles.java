package vn.ruralmap.server.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.ruralmap.dataimport.write.DbfColumn;
import vn.ruralmap.dataimport.write.ShapeKind;
import vn.ruralmap.dataimport.write.ShapefileTable;
import vn.ruralmap.dataimport.write.ShapefileZip;

/** Zipped shapefiles of a few made-up communes or sites. */
final class SmallFiles {

    static final String WGS84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
            + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]]";

    static final String WEST = "POLYGON ((105.9 9.6, 105.9 9.7, 106 9.7, 106 9.6, 105.9 9.6))";
    static final String EAST = "POLYGON ((106 9.6, 106 9.7, 106.1 9.7, 106.1 9.6, 106 9.6))";
    /** Its border crosses itself: two triangles that touch in one point. */
    static final String BOWTIE = "POLYGON ((105.9 9.6, 106 9.7, 106 9.6, 105.9 9.7, 105.9 9.6))";

    private final List<String> fields;
    private final List<ShapefileTable.Row> rows = new ArrayList<>();
    private @Nullable String crsWkt = WGS84;

    private SmallFiles(List<String> fields) {
        this.fields = fields;
    }

    /** @param fields all texts */
    static SmallFiles withFields(String... fields) {
        return new SmallFiles(List.of(fields));
    }

    /** Two neighbouring wards; wards are filled, so that they are seen in an image. */
    static Path twoWards(Path folder) {
        return withFields("ma_xa", "ten_xa", "loai")
                .row(WEST, "99001", "Phường Tây", "phường")
                .row(EAST, "99002", "Phường Đông", "phường")
                .writeTo(folder.resolve("wards.zip"));
    }

    SmallFiles row(String wkt, String... values) {
        rows.add(new ShapefileTable.Row(geometry(wkt), List.of(values)));
        return this;
    }

    SmallFiles withoutCrs() {
        crsWkt = null;
        return this;
    }

    Path writeTo(Path file) {
        ShapeKind kind =
                rows.get(0).geometry() instanceof org.locationtech.jts.geom.Point ? ShapeKind.POINT : ShapeKind.POLYGON;
        List<DbfColumn> columns = fields.stream().map(DbfColumn::text).toList();
        try (OutputStream out = Files.newOutputStream(file)) {
            ShapefileZip.write(out, new ShapefileTable("data", kind, columns, rows, crsWkt));
        } catch (IOException e) {
            throw new AssertionError("cannot write " + file, e);
        }
        return file;
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
