package vn.ruralmap.dataimport.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.dataimport.write.ShapefileTable;
import vn.ruralmap.layers.model.CoordinateGrid;

/** The sample's tables by file name, made once for all tests, with their rows as field-to-value maps. */
final class SampleTables {

    private static final Map<String, ShapefileTable> BY_NAME = new LinkedHashMap<>();

    static {
        SampleData.contents().forEach(content -> BY_NAME.put(content.table().name(), content.table()));
    }

    private SampleTables() {}

    static Map<String, ShapefileTable> all() {
        return BY_NAME;
    }

    static List<Map<String, Object>> rows(String table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ShapefileTable.Row row : BY_NAME.get(table).rows()) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < row.values().size(); i++) {
                values.put(
                        BY_NAME.get(table).columns().get(i).name(), row.values().get(i));
            }
            values.put("geometry", row.geometry());
            rows.add(values);
        }
        return rows;
    }

    /** Shapes by a field, in WGS84 whatever the file is in, on the grid that they are stored on. */
    static Map<String, Geometry> shapes(String table, String key) {
        boolean vn2000 = Projections.VN2000_SOC_TRANG.equals(BY_NAME.get(table).crsWkt());
        Map<String, Geometry> shapes = new LinkedHashMap<>();
        for (Map<String, Object> row : rows(table)) {
            Geometry shape = (Geometry) row.get("geometry");
            shapes.put(
                    (String) row.get(key),
                    vn2000 ? CoordinateGrid.snap(Projections.SOC_TRANG_GRID.toLonLat(shape)) : shape);
        }
        return shapes;
    }
}
