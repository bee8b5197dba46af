package vn.ruralmap.dataimport.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Rows to be written as one shapefile.
 *
 * @param name file name without extension
 * @param kind what the rows' geometries are
 * @param columns the fields of the attribute table
 * @param rows gone through several times, each time in the same order: sizes come before contents in this format, and
 *     going twice needs no memory
 * @param crsWkt the {@code .prj}, ESRI spelling of WKT 1; null: none is written
 */
public record ShapefileTable(
        String name,
        ShapeKind kind,
        List<DbfColumn> columns,
        Iterable<Row> rows,
        @Nullable String crsWkt) {

    public ShapefileTable {
        columns = List.copyOf(columns);
    }

    /**
     * One record.
     *
     * @param geometry x before y, in the units of the table's coordinate system; null or empty: a null shape
     * @param values one per column
     */
    public record Row(@Nullable Geometry geometry, List<? extends @Nullable Object> values) {}
}
