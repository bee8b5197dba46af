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
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import vn.ruralmap.dataimport.write.DbfColumn;
import vn.ruralmap.dataimport.write.ShapeKind;
import vn.ruralmap.dataimport.write.ShapefileTable;

/** Made-up hamlets and tourism sites, at random places inside the communes from 1/7/2025. */
final class PlaceTables {

    private static final String ILLUSTRATIVE = "Minh họa, không phải dữ liệu thật";
    private static final List<String> FIRST_WORDS =
            List.of("Phước", "Hòa", "An", "Bình", "Thạnh", "Tân", "Mỹ", "Long", "Phú", "Trung");
    private static final List<String> SECOND_WORDS =
            List.of("Hòa", "Lợi", "Thuận", "Hưng", "Đông", "Tây", "Thành", "Lộc", "Trường", "Bình");
    private static final List<String> SUFFIXES = List.of("", "", " A", " B");
    /** Every so many-th hamlet of a commune takes part in the pilot of smart hamlets. */
    private static final int SMART_EVERY = 22;

    private static final List<String> SITE_KINDS =
            List.of("Du lịch sinh thái", "Du lịch nông nghiệp", "Du lịch cộng đồng", "Làng nghề", "Tâm linh");
    private static final List<String> SITE_TEXTS = List.of(
            "Tham quan rừng ngập mặn bằng xuồng.",
            "Hái trái cây tại vườn, bữa ăn nhà vườn.",
            "Ở nhà dân, tìm hiểu đời sống ven sông.",
            "Xem và thử làm sản phẩm thủ công.",
            "Viếng cảnh, tìm hiểu kiến trúc và lễ hội.");
    private static final int SITE_POINTS = 32;
    private static final int SITE_AREAS = 8;

    private final Units units;
    private final List<Ground> grounds;
    private final long randomSeed;

    PlaceTables(Units units, List<Ground> grounds, long randomSeed) {
        this.units = units;
        this.grounds = grounds;
        this.randomSeed = randomSeed;
    }

    /** Households and population stay empty: nothing here must pass for a count. */
    ShapefileTable hamlets() {
        Random random = new Random(randomSeed);
        List<ShapefileTable.Row> rows = new ArrayList<>();
        places().forEach((code, cells) -> {
            Units.Commune commune = units.after().get(code);
            int count = commune.isRural() ? 5 - (rows.size() + cells.size()) % 2 : 3;
            Set<String> names = new HashSet<>();
            List<Coordinate> left = new ArrayList<>(cells);
            for (int i = 1; i <= count && !left.isEmpty(); i++) {
                Coordinate place = left.remove(random.nextInt(left.size()));
                boolean smart = commune.isRural() && rows.size() % SMART_EVERY == 3;
                rows.add(new ShapefileTable.Row(
                        Grid.FACTORY.createPoint(place),
                        Arrays.asList(
                                name(commune, i, names, random),
                                commune.isRural() ? "Ấp" : "Khu phố",
                                code,
                                null,
                                null,
                                smart,
                                ILLUSTRATIVE)));
            }
        });
        List<DbfColumn> columns = List.of(
                DbfColumn.text("ten_ap"),
                DbfColumn.text("loai"),
                DbfColumn.text("ma_xa"),
                DbfColumn.integer("so_ho"),
                DbfColumn.integer("dan_so"),
                DbfColumn.bool("thong_minh"),
                DbfColumn.text("quyetdinh"));
        return new ShapefileTable("ap_khu_pho", ShapeKind.POINT, columns, rows, Projections.WGS84);
    }

    ShapefileTable tourismPoints() {
        Random random = new Random(randomSeed + 1);
        List<Map.Entry<String, List<Coordinate>>> communes = List.copyOf(places().entrySet());
        List<ShapefileTable.Row> rows = new ArrayList<>();
        for (int number = 1; number <= SITE_POINTS; number++) {
            Map.Entry<String, List<Coordinate>> commune = communes.get(random.nextInt(communes.size()));
            Coordinate place =
                    commune.getValue().get(random.nextInt(commune.getValue().size()));
            rows.add(site(number, Grid.FACTORY.createPoint(place), commune.getKey(), random));
        }
        return sites("diem_du_lich", ShapeKind.POINT, rows);
    }

    ShapefileTable tourismAreas() {
        Random random = new Random(randomSeed + 2);
        List<ShapefileTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < SITE_AREAS; i++) {
            Ground ground = grounds.get(i % grounds.size());
            List<Map.Entry<String, List<Integer>>> communes = ground.innerCells().entrySet().stream()
                    .filter(entry -> units.after().containsKey(entry.getKey()))
                    .toList();
            Map.Entry<String, List<Integer>> commune = communes.get(random.nextInt(communes.size()));
            int cell = commune.getValue().get(random.nextInt(commune.getValue().size()));
            Polygon area = Fields.around(ground.mesh().cell(cell), 0.0022, random);
            rows.add(site(SITE_POINTS + 1 + i, area, commune.getKey(), random));
        }
        return sites("khu_du_lich", ShapeKind.POLYGON, rows);
    }

    private ShapefileTable.Row site(int number, Geometry geometry, String commune, Random random) {
        int kind = random.nextInt(SITE_KINDS.size());
        boolean rated = random.nextInt(5) < 3;
        // An OCOP certificate holds for 36 months; some of these have run out, which the map must show.
        LocalDate certified = LocalDate.of(2022, 6, 1).plusDays(random.nextInt(1500));
        return new ShapefileTable.Row(
                geometry,
                Arrays.asList(
                        "Điểm du lịch minh họa số %d".formatted(number),
                        SITE_KINDS.get(kind),
                        "Địa chỉ minh họa, " + units.after().get(commune).name(),
                        "0000 000 %03d".formatted(number),
                        null,
                        random.nextInt(4) == 0 ? "08:00-21:00" : "07:00-17:00",
                        SITE_TEXTS.get(kind) + " Nội dung minh họa.",
                        "Quyết định minh họa số %d/QĐ-MH".formatted(number),
                        rated ? 3 + random.nextInt(3) : null,
                        rated ? certified.plusMonths(36) : null,
                        commune,
                        ILLUSTRATIVE));
    }

    private static ShapefileTable sites(String name, ShapeKind kind, List<ShapefileTable.Row> rows) {
        List<DbfColumn> columns = List.of(
                DbfColumn.text("ten_diem"),
                DbfColumn.text("loai_hinh"),
                DbfColumn.text("dia_chi"),
                DbfColumn.text("dien_thoai"),
                DbfColumn.text("website"),
                DbfColumn.text("giomocua"),
                DbfColumn.text("mo_ta"),
                DbfColumn.text("cong_nhan"),
                DbfColumn.integer("sao_ocop"),
                DbfColumn.date("han_ocop"),
                DbfColumn.text("ma_xa"),
                DbfColumn.text("quyetdinh"));
        return new ShapefileTable(name, kind, columns, rows, Projections.WGS84);
    }

    private static String name(Units.Commune commune, int number, Set<String> taken, Random random) {
        if (!commune.isRural()) {
            return "Khu phố " + number;
        }
        if (commune.province().equals(Units.HO_CHI_MINH_CITY)) {
            return "Ấp " + number;
        }
        while (true) {
            String first = FIRST_WORDS.get(random.nextInt(FIRST_WORDS.size()));
            String second = SECOND_WORDS.get(random.nextInt(SECOND_WORDS.size()));
            String name = "Ấp " + first + " " + second + SUFFIXES.get(random.nextInt(SUFFIXES.size()));
            if (!first.equals(second) && taken.add(name)) {
                return name;
            }
        }
    }

    /** Places well inside each commune, one per inner cell. */
    private Map<String, List<Coordinate>> places() {
        Map<String, List<Coordinate>> places = new TreeMap<>();
        for (Ground ground : grounds) {
            ground.innerCells().forEach((commune, cells) -> {
                if (units.after().containsKey(commune)) {
                    places.put(
                            commune,
                            cells.stream()
                                    .map(cell -> Grid.snap(ground.mesh()
                                            .cell(cell)
                                            .getCentroid()
                                            .getCoordinate()))
                                    .toList());
                }
            });
        }
        return places;
    }
}
