package vn.ruralmap.dataimport.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import vn.ruralmap.dataimport.official.FactTable;
import vn.ruralmap.dataimport.write.DbfColumn;
import vn.ruralmap.dataimport.write.ShapeKind;
import vn.ruralmap.dataimport.write.ShapefileTable;

/**
 * Made-up raw-material zones in the rural communes from 1/7/2025, none over another.
 *
 * <p>Codes begin with MH (minh họa), holders and persons are plainly nobody. A few declared areas differ from the drawn
 * ones, as they do in real registers.
 */
final class ZoneTable {

    private static final int WRONG_AREA_EVERY = 19;
    private static final double WRONG_AREA_FACTOR = 1.25;
    private static final double SQUARE_METRES_PER_HECTARE = 10_000;

    private final Units units;
    private final List<Ground> grounds;
    private final Random random;
    private final Map<String, List<Product>> productsByDistrict = new TreeMap<>();
    private final List<ShapefileTable.Row> rows = new ArrayList<>();

    private record Product(String name, String scheme, String standards, String markets) {}

    ZoneTable(Units units, List<Ground> grounds, long randomSeed) {
        this.units = units;
        this.grounds = grounds;
        this.random = new Random(randomSeed);
        for (List<String> row : FactTable.rows(ZoneTable.class, "products.csv")) {
            productsByDistrict
                    .computeIfAbsent(row.get(0), key -> new ArrayList<>())
                    .add(new Product(row.get(1), row.get(2), row.get(3), row.get(4)));
        }
    }

    ShapefileTable table() {
        for (Ground ground : grounds) {
            Set<Integer> taken = new HashSet<>();
            ground.innerCells().forEach((code, cells) -> {
                Units.Commune commune = units.after().get(code);
                if (commune != null && commune.isRural()) {
                    addZones(ground, commune, cells, taken);
                }
            });
        }
        List<DbfColumn> columns = List.of(
                DbfColumn.text("ma_vung"),
                DbfColumn.text("loai_ma"),
                DbfColumn.text("ten_vung"),
                DbfColumn.text("san_pham"),
                DbfColumn.decimal("dien_tich", 2),
                DbfColumn.text("chu_the"),
                DbfColumn.integer("so_ho"),
                DbfColumn.text("tieuchuan"),
                DbfColumn.text("thitruong"),
                DbfColumn.text("trangthai"),
                DbfColumn.date("ngay_cap"),
                DbfColumn.date("het_han"),
                DbfColumn.text("ma_xa"),
                DbfColumn.text("nguoi_dd"),
                DbfColumn.text("dien_thoai"),
                DbfColumn.text("so_cccd"),
                DbfColumn.text("quyetdinh"));
        return new ShapefileTable("vung_nguyen_lieu", ShapeKind.POLYGON, columns, rows, Projections.WGS84);
    }

    private void addZones(Ground ground, Units.Commune commune, List<Integer> cells, Set<Integer> taken) {
        Set<Integer> inner = new HashSet<>(cells);
        int wanted = 2 + random.nextInt(2);
        List<Integer> free = new ArrayList<>(cells);
        while (wanted > 0 && !free.isEmpty()) {
            int first = free.remove(random.nextInt(free.size()));
            if (taken.add(first)) {
                rows.add(zone(land(ground.mesh(), first, inner, taken), commune));
                wanted--;
            }
        }
    }

    /** One to four neighbouring cells that no zone has yet. */
    private Polygon land(Mesh mesh, int first, Set<Integer> inner, Set<Integer> taken) {
        List<Geometry> cells = new ArrayList<>(List.of(mesh.cell(first)));
        int size = 1 + random.nextInt(4);
        for (int next : mesh.neighbours(first)) {
            if (cells.size() < size && inner.contains(next) && taken.add(next)) {
                cells.add(mesh.cell(next));
            }
        }
        return Fields.inside(UnaryUnionOp.union(cells));
    }

    private ShapefileTable.Row zone(Polygon shape, Units.Commune commune) {
        int number = rows.size() + 1;
        List<Product> products = productsByDistrict.get(commune.district());
        Product product = products.get(random.nextInt(products.size()));
        double hectares = hectares(shape);
        double declared = number % WRONG_AREA_EVERY == 0 ? hectares * WRONG_AREA_FACTOR : hectares;
        LocalDate issued = LocalDate.of(2022, 1, 10).plusDays(random.nextInt(1500));
        String region = commune.province().equals(Units.CAN_THO) ? "ST" : "HCM";
        return new ShapefileTable.Row(
                shape,
                Arrays.asList(
                        "MH-%s-%04d".formatted(region, number),
                        product.scheme(),
                        "Vùng %s minh họa số %d".formatted(product.name(), number),
                        product.name(),
                        Math.round(declared * 10) / 10.0,
                        "Hợp tác xã minh họa số %d".formatted(1 + number / 2),
                        5 + random.nextInt(90),
                        product.standards(),
                        product.markets(),
                        number % 23 == 0 ? "Thu hồi" : number % 11 == 0 ? "Tạm dừng" : "Đang sử dụng",
                        issued,
                        issued.plusYears(5),
                        commune.code(),
                        "Người đại diện minh họa %d".formatted(number),
                        "%010d".formatted(number),
                        "%012d".formatted(number),
                        "Minh họa, không phải mã số thật"));
    }

    private static double hectares(Polygon polygon) {
        PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
        for (Coordinate vertex : polygon.getExteriorRing().getCoordinates()) {
            area.AddPoint(vertex.y, vertex.x);
        }
        return Math.abs(area.Compute(false, true).area) / SQUARE_METRES_PER_HECTARE;
    }
}
