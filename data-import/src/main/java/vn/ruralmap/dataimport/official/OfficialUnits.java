package vn.ruralmap.dataimport.official;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * The provinces, districts and commune units of the whole country by code and date, before and after 1/7/2025.
 *
 * <p>Of the codes of commune units of that day 3,316 of 3,321 were used before, two in three of them by a unit of another
 * name: 31567 was Thị trấn Huỳnh Hữu Nghĩa and is Xã Mỹ Tú, which was 31597. Codes of provinces passed on too: 15 was Yên
 * Bái and is Lào Cai. Codes of the three levels differ in length.
 */
public final class OfficialUnits {

    /** Quyết định 19/2025/QĐ-TTg came into force. */
    public static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    /** The day of the list of units before; of earlier days it is no proof. */
    public static final LocalDate LISTED = LocalDate.of(2025, 3, 1);

    private final Map<String, Unit> before;
    private final Map<String, Unit> after;

    /** Of a unit, which its code tells by its length. */
    public enum Level {
        PROVINCE(2),
        /** Until 30/6/2025. */
        DISTRICT(3),
        COMMUNE(5);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }

        /** Empty if no unit has codes of that form. */
        public static Optional<Level> find(String code) {
            return List.of(values()).stream()
                    .filter(level -> level.digits == code.length())
                    .findFirst();
        }
    }

    /**
     * A unit.
     *
     * @param name with its kind, as listed: some have irregular spaces
     * @param kind lower case: tỉnh, thành phố, quận, huyện, thị xã, xã, phường, thị trấn, đặc khu
     * @param parent code of the district or province that it belongs to; empty for a province
     * @param area code of the province from 1/7/2025 on in which it lies or lay
     */
    public record Unit(String code, String name, String kind, String parent, String area) {}

    /** Read when first asked for, and then kept. */
    private static final class Kept {
        private static final OfficialUnits UNITS = load();

        private static OfficialUnits load() {
            UnitTable table = UnitTable.read();
            return new OfficialUnits(byCode(table.before()), byCode(table.after()));
        }

        private static Map<String, Unit> byCode(List<Unit> units) {
            Map<String, Unit> byCode = new HashMap<>(2 * units.size());
            units.forEach(unit -> byCode.put(unit.code(), unit));
            return byCode;
        }
    }

    private OfficialUnits(Map<String, Unit> before, Map<String, Unit> after) {
        this.before = before;
        this.after = after;
    }

    public static OfficialUnits read() {
        return Kept.UNITS;
    }

    /** Units of a level until 30/6/2025, by code. */
    public List<Unit> before(Level level) {
        return list(before, level);
    }

    /** Units of a level from 1/7/2025, by code; there are no districts. */
    public List<Unit> after(Level level) {
        return list(after, level);
    }

    private static List<Unit> list(Map<String, Unit> units, Level level) {
        return units.values().stream()
                .filter(unit -> unit.code().length() == level.digits)
                .sorted(Comparator.comparing(Unit::code))
                .toList();
    }

    /** The unit that has a code on a date, as far as the lists know. */
    public Optional<Unit> find(String code, LocalDate date) {
        return Optional.ofNullable((date.isBefore(REFORM) ? before : after).get(code));
    }

    /** The unit whose code has not been a code since 1/7/2025. */
    public Optional<Unit> findEnded(String code) {
        return Optional.ofNullable(after.containsKey(code) ? null : before.get(code));
    }

    /** What a code means and what it meant, if that is not the same unit. */
    public Optional<LocalizedText> findChange(String code) {
        Unit old = before.get(code);
        Unit now = after.get(code);
        if (old == null || now != null && old.name().equals(now.name())) {
            return Optional.empty();
        }
        if (now == null) {
            return Optional.of(new LocalizedText(
                    "mã " + code + " là " + old.name() + " đến 30/6/2025, nay không còn dùng",
                    "code " + code + " was " + old.name() + " until 30 June 2025 and is no longer used"));
        }
        return Optional.of(new LocalizedText(
                "mã " + code + " là " + now.name() + " từ 1/7/2025; trước đó là " + old.name(),
                "code " + code + " is " + now.name() + " since 1 July 2025; before it was " + old.name()));
    }
}
