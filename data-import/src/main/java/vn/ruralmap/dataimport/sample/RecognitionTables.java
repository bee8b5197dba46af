package vn.ruralmap.dataimport.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.write.DbfColumn;
import vn.ruralmap.dataimport.write.ShapeKind;
import vn.ruralmap.dataimport.write.ShapefileTable;

/**
 * Made-up results of the programme, as shapefiles without shapes (a table that every reader opens).
 *
 * <p>Sets of criteria: QĐ 318/QĐ-TTg (2021-2025, 19 criteria) and QĐ 51/2025/QĐ-TTg (2026-2030, 10 criteria).
 */
final class RecognitionTables {

    private static final String OLD_SET = "2021-2025";
    private static final int OLD_CRITERIA = 19;
    private static final String NEW_SET = "2026-2030";
    private static final int NEW_CRITERIA = 10;
    private static final String CARRIED_OVER = "Minh họa: tạm lấy mức thấp nhất của các xã trước 01/07/2025";
    private static final String UNDER_REVIEW = "Minh họa: đang rà soát theo bộ tiêu chí mới";
    private static final String NOT_YET = "Minh họa: chưa có quyết định";

    private final Units units;
    private final long randomSeed;
    private final Map<String, Level> oldLevels = new LinkedHashMap<>();
    private final Map<String, Integer> metAtStart = new LinkedHashMap<>();

    /** From the lowest up; the titles are written as offices write them. */
    private enum Level {
        NONE("Chưa đạt chuẩn"),
        STANDARD("Đạt chuẩn NTM"),
        ADVANCED("NTM nâng cao"),
        MODEL("NTM kiểu mẫu");

        private final String title;

        Level(String title) {
            this.title = title;
        }
    }

    RecognitionTables(Units units, long randomSeed) {
        this.units = units;
        this.randomSeed = randomSeed;
        Random random = new Random(randomSeed);
        for (Units.Commune unit : units.before().values()) {
            if (unit.isRural()) {
                int dice = random.nextInt(100);
                oldLevels.put(
                        unit.code(),
                        dice < 14 ? Level.NONE : dice < 58 ? Level.STANDARD : dice < 88 ? Level.ADVANCED : Level.MODEL);
            }
        }
        for (Units.Commune unit : units.after().values()) {
            if (unit.isRural()) {
                metAtStart.put(unit.code(), 4 + random.nextInt(6));
            }
        }
    }

    ShapefileTable oldSet() {
        Random random = new Random(randomSeed + 1);
        List<ShapefileTable.Row> rows = new ArrayList<>();
        oldLevels.forEach((code, level) -> {
            if (level == Level.NONE) {
                rows.add(row(code, level, OLD_SET, 12 + random.nextInt(7), OLD_CRITERIA, NOT_YET, null));
            } else {
                LocalDate day = LocalDate.of(2022, 3, 15).plusDays(random.nextInt(1000));
                rows.add(row(code, level, OLD_SET, OLD_CRITERIA, OLD_CRITERIA, decision(rows.size() + 1, day), day));
            }
        });
        return table("ntm_2021_2025", rows);
    }

    /**
     * From 1/7/2025 until the new set came into force: the new unit has the lowest level of its old ones. A rule of this
     * sample; no official one was found. How many criteria are met cannot be derived and stays empty.
     */
    ShapefileTable carriedOver() {
        Map<String, Level> lowest = new LinkedHashMap<>();
        for (Units.Area area : units.areas()) {
            for (Units.Part part : area.parts()) {
                Level level = oldLevels.get(part.before());
                if (level != null) {
                    lowest.merge(part.after(), level, (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            }
        }
        List<ShapefileTable.Row> rows = new ArrayList<>();
        for (String code : metAtStart.keySet()) {
            rows.add(row(code, lowest.get(code), OLD_SET, null, OLD_CRITERIA, CARRIED_OVER, null));
        }
        return table("ntm_chuyen_tiep", rows);
    }

    ShapefileTable newSetAtStart() {
        List<ShapefileTable.Row> rows = new ArrayList<>();
        metAtStart.forEach(
                (code, met) -> rows.add(row(code, Level.NONE, NEW_SET, met, NEW_CRITERIA, UNDER_REVIEW, null)));
        return table("ntm_2026_2030_dau_ky", rows);
    }

    ShapefileTable newSetWithResults() {
        Random random = new Random(randomSeed + 2);
        List<ShapefileTable.Row> rows = new ArrayList<>();
        metAtStart.forEach((code, met) -> {
            if (met >= 7) {
                LocalDate day = LocalDate.of(2026, 7, 1).plusDays(random.nextInt(90));
                rows.add(row(
                        code,
                        Level.STANDARD,
                        NEW_SET,
                        NEW_CRITERIA,
                        NEW_CRITERIA,
                        decision(rows.size() + 1, day),
                        day));
            } else {
                rows.add(row(code, Level.NONE, NEW_SET, met + random.nextInt(3), NEW_CRITERIA, NOT_YET, null));
            }
        });
        return table("ntm_2026_2030", rows);
    }

    private static String decision(int number, LocalDate day) {
        return "Quyết định minh họa số %d/QĐ-MH năm %d".formatted(number, day.getYear());
    }

    private static ShapefileTable.Row row(
            String commune,
            Level level,
            String set,
            @Nullable Integer met,
            int total,
            String decision,
            @Nullable LocalDate recognisedOn) {
        return new ShapefileTable.Row(
                null, Arrays.asList(commune, level.title, set, met, total, decision, recognisedOn));
    }

    private static ShapefileTable table(String name, List<ShapefileTable.Row> rows) {
        List<DbfColumn> columns = List.of(
                DbfColumn.text("ma_xa"),
                DbfColumn.text("muc_do"),
                DbfColumn.text("bo_tieuchi"),
                DbfColumn.integer("so_dat"),
                DbfColumn.integer("tong_so"),
                DbfColumn.text("quyetdinh"),
                DbfColumn.date("ngay_cn"));
        return new ShapefileTable(name, ShapeKind.NONE, columns, rows, null);
    }
}
