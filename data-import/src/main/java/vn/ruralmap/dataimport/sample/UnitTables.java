package vn.ruralmap.dataimport.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.dataimport.write.DbfColumn;
import vn.ruralmap.dataimport.write.ShapeKind;
import vn.ruralmap.dataimport.write.ShapefileTable;

/** Provinces, districts and communes, dissolved from the same parts so that their borders coincide. */
final class UnitTables {

    private static final String LISTED =
            "Minh họa (ranh giới); tên, mã theo danh mục QĐ 124/2004/QĐ-TTg đến 01/03/2025";
    private static final String CAN_THO_ACT = "Minh họa (ranh giới); tên, mã theo NQ 1668/NQ-UBTVQH15";
    private static final String HO_CHI_MINH_CITY_ACT = "Minh họa (ranh giới); tên, mã theo NQ 1685/NQ-UBTVQH15";
    private static final String PROVINCE_BEFORE = "Minh họa: chỉ vẽ vùng thí điểm; tên, mã theo QĐ 124/2004/QĐ-TTg";
    private static final String PROVINCE_AFTER = "Minh họa: chỉ vẽ vùng thí điểm; tên, mã theo QĐ 19/2025/QĐ-TTg";

    private final Units units;
    private final List<Ground> grounds;

    UnitTables(Units units, List<Ground> grounds) {
        this.units = units;
        this.grounds = grounds;
    }

    ShapefileTable provincesBefore() {
        Map<String, Geometry> shapes = regions(this::provinceBefore);
        return provinces(
                "tinh_truoc_20250701",
                List.of(
                        row(shapes, Units.HO_CHI_MINH_CITY, "Thành phố Hồ Chí Minh", PROVINCE_BEFORE),
                        row(shapes, Units.SOC_TRANG, "Tỉnh Sóc Trăng", PROVINCE_BEFORE)));
    }

    ShapefileTable provincesAfter() {
        Map<String, Geometry> shapes =
                regions(part -> provinceBefore(part).equals(Units.SOC_TRANG) ? Units.CAN_THO : Units.HO_CHI_MINH_CITY);
        return provinces(
                "tinh_tu_20250701",
                List.of(
                        row(shapes, Units.HO_CHI_MINH_CITY, "Thành phố Hồ Chí Minh", PROVINCE_AFTER),
                        row(shapes, Units.CAN_THO, "Thành phố Cần Thơ", PROVINCE_AFTER)));
    }

    ShapefileTable districts() {
        Map<String, Geometry> shapes =
                regions(part -> units.before().get(part.before()).district());
        List<DbfColumn> columns = List.of(
                DbfColumn.text("ma_huyen"),
                DbfColumn.text("ten_huyen"),
                DbfColumn.text("ma_tinh"),
                DbfColumn.text("quyetdinh"));
        List<ShapefileTable.Row> rows = new ArrayList<>();
        for (Units.District district : units.districts().values()) {
            rows.add(row(shapes, district.code(), district.name(), district.province(), LISTED));
        }
        return wgs84("huyen_truoc_20250701", columns, rows);
    }

    /** All units until 30/6/2025. Population and area stay empty: the boundaries are not the real ones. */
    ShapefileTable communesBefore() {
        Map<String, Geometry> shapes = regions(Units.Part::before);
        List<DbfColumn> columns = List.of(
                DbfColumn.text("ma_xa"),
                DbfColumn.text("ten_xa"),
                DbfColumn.text("loai"),
                DbfColumn.text("ma_huyen"),
                DbfColumn.text("ma_tinh"),
                DbfColumn.integer("dan_so"),
                DbfColumn.decimal("dien_tich", 2),
                DbfColumn.text("quyetdinh"));
        List<ShapefileTable.Row> rows = new ArrayList<>();
        for (Units.Commune unit : units.before().values()) {
            String kind = unit.kind().substring(0, 1).toUpperCase(Locale.ROOT)
                    + unit.kind().substring(1);
            rows.add(row(shapes, unit.code(), unit.name(), kind, unit.district(), unit.province(), null, null, LISTED));
        }
        return wgs84("xa_truoc_20250701", columns, rows);
    }

    /** The units of former Sóc Trăng since 1/7/2025, in VN-2000 on the meridian of the old province. */
    ShapefileTable communesAfterInCanTho() {
        Map<String, Geometry> shapes = regions(Units.Part::after);
        shapes.replaceAll((code, shape) -> Projections.SOC_TRANG_GRID.fromLonLat(shape));
        return communesAfter(
                "xa_soctrang_tu_20250701", Projections.VN2000_SOC_TRANG, Units.CAN_THO, CAN_THO_ACT, shapes);
    }

    /** The units of the five rural districts since 1/7/2025. */
    ShapefileTable communesAfterInHoChiMinhCity() {
        return communesAfter(
                "xa_hcm_tu_20250701",
                Projections.WGS84,
                Units.HO_CHI_MINH_CITY,
                HO_CHI_MINH_CITY_ACT,
                regions(Units.Part::after));
    }

    private ShapefileTable communesAfter(
            String name, String crsWkt, String province, String act, Map<String, Geometry> shapes) {
        List<DbfColumn> columns = List.of(
                DbfColumn.text("ma_xa"),
                DbfColumn.text("ten_xa"),
                DbfColumn.text("loai"),
                DbfColumn.text("ma_tinh"),
                DbfColumn.integer("dan_so"),
                DbfColumn.decimal("dien_tich", 2),
                DbfColumn.text("quyetdinh"));
        List<ShapefileTable.Row> rows = new ArrayList<>();
        for (Units.Commune unit : units.after().values()) {
            if (unit.province().equals(province)) {
                rows.add(row(shapes, unit.code(), unit.name(), unit.kind(), province, null, null, act));
            }
        }
        return new ShapefileTable(name, ShapeKind.POLYGON, columns, rows, crsWkt);
    }

    private String provinceBefore(Units.Part part) {
        return units.before().get(part.before()).province();
    }

    private Map<String, Geometry> regions(Function<Units.Part, @Nullable String> label) {
        Map<String, Geometry> all = new TreeMap<>();
        grounds.forEach(ground -> all.putAll(ground.regions(label)));
        return all;
    }

    private static ShapefileTable provinces(String name, List<ShapefileTable.Row> rows) {
        return wgs84(
                name,
                List.of(DbfColumn.text("ma_tinh"), DbfColumn.text("ten_tinh"), DbfColumn.text("quyetdinh")),
                rows);
    }

    private static ShapefileTable.Row row(Map<String, Geometry> shapes, @Nullable String... values) {
        return new ShapefileTable.Row(shapes.get(values[0]), Arrays.asList(values));
    }

    private static ShapefileTable wgs84(String name, List<DbfColumn> columns, List<ShapefileTable.Row> rows) {
        return new ShapefileTable(name, ShapeKind.POLYGON, columns, rows, Projections.WGS84);
    }
}
