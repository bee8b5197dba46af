package vn.ruralmap.dataimport.check;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.official.OfficialUnits;
import vn.ruralmap.dataimport.official.OfficialUnits.Level;
import vn.ruralmap.dataimport.official.OfficialUnits.Unit;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;

/**
 * Finds rows of provinces, districts and communes, and rows that refer to such a unit by code and name it beside, whose code means
 * another unit on the day they begin, or one that had ended by then. Codes that no list has are left alone.
 *
 * <p>From the day of the official list on, any other name is a finding. Before that day units may have been called
 * otherwise, so there only a name that belongs to another code of the same area, or to this code at another time, is one.
 */
final class CodeMeaning {

    private static final Map<String, Level> LEVELS =
            Map.of("provinces", Level.PROVINCE, "districts", Level.DISTRICT, "communes", Level.COMMUNE);

    private final @Nullable Level level;
    private final int code;
    private final int name;
    private final int kind;
    private final Map<Level, UnitNames> names = new EnumMap<>(Level.class);

    CodeMeaning(Layer layer) {
        this.level = LEVELS.get(layer.name());
        this.code = layer.indexOf("code");
        this.name = layer.indexOf("name");
        this.kind = layer.indexOf("kind");
    }

    Optional<Issue> check(long row, @Nullable String field, @Nullable Object[] values, LocalDate date) {
        if (level == null || code < 0 || name < 0) {
            return Optional.empty();
        }
        if (!(values[code] instanceof String number) || !(values[name] instanceof String bare)) {
            return Optional.empty();
        }
        boolean addsKind = kind >= 0 && values[kind] instanceof String && !UnitNames.saysKind(bare);
        return compare(level, row, field, number, addsKind ? values[kind] + " " + bare : bare, date);
    }

    /** @param called what the row calls the unit of layer {@code units} to which it refers by this code */
    Optional<Issue> check(long row, String field, String units, String number, String called, LocalDate date) {
        Level of = LEVELS.get(units);
        return of == null ? Optional.empty() : compare(of, row, field, number, called, date);
    }

    private Optional<Issue> compare(
            Level level, long row, @Nullable String field, String number, String called, LocalDate date) {
        if (!Level.find(number).equals(Optional.of(level))) {
            return Optional.empty();
        }
        OfficialUnits official = OfficialUnits.read();
        Optional<Unit> unit = official.find(number, date);
        if (unit.isEmpty()) {
            return date.isBefore(OfficialUnits.REFORM)
                    ? Optional.empty()
                    : official.findEnded(number)
                            .map(old -> CheckIssues.codeNotInForce(
                                    row, field, called, date, old, find(level, called, old, OfficialUnits.REFORM)));
        }
        if (UnitNames.isSame(unit.get(), called)) {
            return Optional.empty();
        }
        List<Unit> before = find(level, called, unit.get(), OfficialUnits.LISTED);
        List<Unit> after = find(level, called, unit.get(), OfficialUnits.REFORM);
        if (date.isBefore(OfficialUnits.LISTED) && before.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        boolean otherTime = Stream.of(before, after).flatMap(List::stream).anyMatch(other -> other.code()
                .equals(number));
        return Optional.of(
                CheckIssues.codeMeansAnother(row, field, called, date, unit.get(), otherTime, before, after));
    }

    /** Units of a name in the area of another; of provinces, which are areas themselves, anywhere. */
    private List<Unit> find(Level of, String called, Unit near, LocalDate date) {
        return names.computeIfAbsent(of, UnitNames::of).find(called, of == Level.PROVINCE ? null : near.area(), date);
    }
}
