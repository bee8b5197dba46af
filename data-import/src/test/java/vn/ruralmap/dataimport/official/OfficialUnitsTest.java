package vn.ruralmap.dataimport.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ruralmap.dataimport.official.OfficialUnits.Level;
import vn.ruralmap.dataimport.official.OfficialUnits.Unit;
import vn.ruralmap.layers.RealData;

class OfficialUnitsTest {

    private final OfficialUnits official = OfficialUnits.read();

    @Test
    void theTableIsWhatTheOfficialListsGive() throws Exception {
        Path lists = RealData.folder("codes");

        try (InputStream in = OfficialUnits.class.getResourceAsStream(UnitTable.NAME)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(UnitTableWriter.write(lists))
                    .hasSizeLessThan(400_000);
        }
    }

    @Test
    void theWholeCountryIsListedBeforeAndAfterTheReform() {
        assertThat(official.before(Level.PROVINCE)).hasSize(63);
        assertThat(official.before(Level.DISTRICT)).hasSize(696);
        assertThat(official.before(Level.COMMUNE)).hasSize(10_047);
        assertThat(official.after(Level.PROVINCE)).hasSize(34);
        assertThat(official.after(Level.DISTRICT)).isEmpty();
        assertThat(official.after(Level.COMMUNE)).hasSize(3_321);
        assertThat(kinds(official.before(Level.DISTRICT))).containsOnlyKeys("huyện", "quận", "thành phố", "thị xã");
        assertThat(kinds(official.before(Level.COMMUNE))).containsOnlyKeys("xã", "phường", "thị trấn");
        assertThat(kinds(official.after(Level.COMMUNE)))
                .isEqualTo(Map.of("xã", 2_621L, "phường", 687L, "đặc khu", 13L));
    }

    private static Map<String, Long> kinds(Iterable<Unit> units) {
        Map<String, Long> kinds = new TreeMap<>();
        units.forEach(unit -> kinds.merge(unit.kind(), 1L, Long::sum));
        return kinds;
    }

    @Test
    void allCodesOfTodayButFiveWereUsedBeforeMostlyUnderAnotherName() {
        Map<String, String> before =
                official.before(Level.COMMUNE).stream().collect(Collectors.toMap(Unit::code, Unit::name));

        assertThat(official.after(Level.COMMUNE).stream().filter(unit -> !before.containsKey(unit.code())))
                .hasSize(5);
        assertThat(official.after(Level.COMMUNE).stream()
                        .filter(unit -> before.containsKey(unit.code()))
                        .filter(unit -> !unit.name().equals(before.get(unit.code()))))
                .hasSize(2_180);
    }

    @Test
    void everyUnitBelongsToOneThatIsListed() {
        Map<String, Unit> provinces =
                official.after(Level.PROVINCE).stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        for (Level level : Level.values()) {
            official.before(level).forEach(unit -> {
                assertThat(provinces).containsKey(unit.area());
                assertThat(unit.parent().isEmpty()
                                || official.find(unit.parent(), OfficialUnits.LISTED)
                                        .isPresent())
                        .as(unit.toString())
                        .isTrue();
            });
            official.after(level).forEach(unit -> assertThat(provinces).containsKey(unit.area()));
        }
    }

    @Test
    void noCodeLeftItsArea() {
        assertThat(official.before(Level.COMMUNE))
                .allSatisfy(old -> assertThat(official.find(old.code(), OfficialUnits.REFORM)
                                .map(Unit::area)
                                .orElse(old.area()))
                        .isEqualTo(old.area()));
    }

    @ParameterizedTest
    @CsvSource({
        "94, 2025-06-30, Tỉnh Sóc Trăng, tỉnh, '', 92",
        "15, 2025-06-30, Tỉnh Yên Bái, tỉnh, '', 15",
        "15, 2025-07-01, Tỉnh Lào Cai, tỉnh, '', 15",
        "943, 2025-06-30, Huyện Kế Sách, huyện, 94, 92",
        "31567, 2025-06-30, Thị trấn Huỳnh Hữu Nghĩa, thị trấn, 944, 92",
        "31567, 2025-07-01, Xã Mỹ Tú, xã, 92, 92",
        "00004, 2025-07-01, Phường Ba Đình, phường, 01, 01"
    })
    void aCodeIsAUnitOnADate(String code, LocalDate date, String name, String kind, String parent, String area) {
        assertThat(official.find(code, date)).contains(new Unit(code, name, kind, parent, area));
    }

    @ParameterizedTest
    @CsvSource({
        "31567, mã 31567 là Xã Mỹ Tú từ 1/7/2025; trước đó là Thị trấn Huỳnh Hữu Nghĩa",
        "15, mã 15 là Tỉnh Lào Cai từ 1/7/2025; trước đó là Tỉnh Yên Bái",
        "'94', 'mã 94 là Tỉnh Sóc Trăng đến 30/6/2025, nay không còn dùng'",
        "943, 'mã 943 là Huyện Kế Sách đến 30/6/2025, nay không còn dùng'"
    })
    void aCodeThatPassedOnOrEndedSaysSo(String code, String text) {
        assertThat(official.findChange(code).orElseThrow().vi()).isEqualTo(text);
    }

    @Test
    void aCodeThatStayedSaysNothing() {
        assertThat(official.findChange("79")).isEmpty();
        assertThat(official.findEnded("79")).isEmpty();
        assertThat(official.findChange("99999")).isEmpty();
    }
}
