package vn.ruralmap.dataimport.official;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * The commune units of the pilot areas by code and date, before and after 1/7/2025.
 *
 * <p>A unit's code passed to another unit that day in every second case: 31567 was Thị trấn Huỳnh Hữu Nghĩa and is Xã Mỹ
 * Tú, which was 31597.
 */
public final class OfficialUnits {

    /** Quyết định 19/2025/QĐ-TTg came into force. */
    public static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    /** The day of the list of units before; of earlier days it is no proof. */
    public static final LocalDate LISTED = LocalDate.of(2025, 3, 1);

    private final Map<String, Unit> before;
    private final Map<String, Unit> after;

    /**
     * A unit.
     *
     * @param name with its kind
     * @param parent district code before, province code after
     */
    public record Unit(String code, String name, String kind, String parent) {}

    private OfficialUnits(Map<String, Unit> before, Map<String, Unit> after) {
        this.before = before;
        this.after = after;
    }

    public static OfficialUnits read() {
        return new OfficialUnits(table("communes_before.csv"), table("communes_after.csv"));
    }

    private static Map<String, Unit> table(String name) {
        return FactTable.rows(OfficialUnits.class, name).stream()
                .map(row -> new Unit(row.get(0), row.get(1), row.get(2), row.get(3)))
                .collect(Collectors.toMap(Unit::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** Units until 30/6/2025, in the order of their list. */
    public List<Unit> before() {
        return List.copyOf(before.values());
    }

    /** Units from 1/7/2025, in the order of their list. */
    public List<Unit> after() {
        return List.copyOf(after.values());
    }

    /** The unit that has a code on a date, as far as the lists know. */
    public Optional<Unit> find(String code, LocalDate date) {
        return Optional.ofNullable((date.isBefore(REFORM) ? before : after).get(code));
    }

    /** What a code means and what it meant, if that is not the same unit. */
    public Optional<LocalizedText> findChange(String code) {
        Unit old = before.get(code);
        Unit now = after.get(code);
        if (old == null || now == null || old.name().equals(now.name())) {
            return Optional.empty();
        }
        return Optional.of(new LocalizedText(
                "mã " + code + " là " + now.name() + " từ 1/7/2025; trước đó là " + old.name(),
                "code " + code + " is " + now.name() + " since 1 July 2025; before it was " + old.name()));
    }
}
