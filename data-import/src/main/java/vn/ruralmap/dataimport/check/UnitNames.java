package vn.ruralmap.dataimport.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.official.OfficialUnits;
import vn.ruralmap.dataimport.official.OfficialUnits.Level;
import vn.ruralmap.dataimport.official.OfficialUnits.Unit;
import vn.ruralmap.layers.spelling.Folding;

/**
 * The official units of a level by name, so that a name is looked up in the time of one row, not of all units.
 *
 * <p>Names are compared without diacritics and case, with i for y (Mỹ, Mĩ). The kind counts only where both say it, for
 * Xã and Thị trấn Cù Lao Dung are two units.
 */
final class UnitNames {

    /** As people shorten kinds of provinces and districts. */
    private static final Map<String, String> SHORT =
            Map.of("tp", "thanh pho", "t", "tinh", "tx", "thi xa", "q", "quan", "h", "huyen");

    private static final List<String> KINDS =
            List.of("thanh pho", "tinh", "thi xa", "quan", "huyen", "thi tran", "phuong", "xa", "dac khu");

    private static final Map<Level, UnitNames> KEPT = new ConcurrentHashMap<>();

    private final Names before;
    private final Names after;

    private record Names(Map<String, List<Unit>> whole, Map<String, List<Unit>> bare) {

        static Names of(List<Unit> units) {
            Names names = new Names(new HashMap<>(), new HashMap<>());
            for (Unit unit : units) {
                names.whole
                        .computeIfAbsent(key(unit.name()), k -> new ArrayList<>(1))
                        .add(unit);
                names.bare
                        .computeIfAbsent(bareKey(unit.name()), k -> new ArrayList<>(1))
                        .add(unit);
            }
            return names;
        }

        List<Unit> find(String called) {
            List<Unit> found = whole.getOrDefault(key(called), List.of());
            return found.isEmpty() && !saysKind(called) ? bare.getOrDefault(key(called), List.of()) : found;
        }
    }

    private UnitNames(Names before, Names after) {
        this.before = before;
        this.after = after;
    }

    /** Made when first asked for, and then kept: ten thousand names take longer than a small import. */
    static UnitNames of(Level level) {
        return KEPT.computeIfAbsent(level, UnitNames::make);
    }

    private static UnitNames make(Level level) {
        OfficialUnits official = OfficialUnits.read();
        return new UnitNames(Names.of(official.before(level)), Names.of(official.after(level)));
    }

    /**
     * Units that are called so on one side of 1/7/2025.
     *
     * @param area province of today that they lie in; null: anywhere
     */
    List<Unit> find(String called, @Nullable String area, LocalDate date) {
        return (date.isBefore(OfficialUnits.REFORM) ? before : after)
                .find(called).stream()
                        .filter(unit -> area == null || unit.area().equals(area))
                        .toList();
    }

    static boolean isSame(Unit unit, String called) {
        String key = key(called);
        return key.equals(key(unit.name())) || !saysKind(called) && key.equals(bareKey(unit.name()));
    }

    static boolean saysKind(String called) {
        String words = words(called);
        return KINDS.stream().anyMatch(kind -> words.startsWith(kind + " "));
    }

    private static String bareKey(String name) {
        String words = words(name);
        return KINDS.stream()
                .filter(kind -> words.startsWith(kind + " "))
                .findFirst()
                .map(kind -> joined(words.substring(kind.length())))
                .orElseGet(() -> joined(words));
    }

    private static String key(String name) {
        return joined(words(name));
    }

    private static String joined(String words) {
        return withoutY(words.replace(" ", ""));
    }

    /** Folded words with i for y: Mĩ Tú is how many write Mỹ Tú. */
    static String withoutY(String words) {
        return words.replace('y', 'i');
    }

    private static String words(String name) {
        String words = Folding.words(name);
        int space = words.indexOf(' ');
        String full = space < 0 ? null : SHORT.get(words.substring(0, space));
        return full == null ? words : full + words.substring(space);
    }
}
