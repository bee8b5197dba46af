package vn.ruralmap.dataimport.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.official.OfficialUnits;
import vn.ruralmap.dataimport.official.OfficialUnits.Unit;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;

/**
 * Finds rows of communes whose code means another unit on the day they begin.
 *
 * <p>From the day of the official list on, any other name is a finding. Before that day units may have been called
 * otherwise, so there only a name that belongs to another code, or to this code at another time, is one.
 */
final class CodeMeaning {

    private final OfficialUnits official;
    private final boolean applies;
    private final int code;
    private final int name;
    private final @Nullable CodeList kinds;

    CodeMeaning(Layer layer, OfficialUnits official, @Nullable CodeList kinds) {
        this.official = official;
        this.kinds = kinds;
        this.applies = layer.name().equals("communes");
        this.code = layer.indexOf("code");
        this.name = layer.indexOf("name");
    }

    Optional<Issue> check(long row, @Nullable String field, @Nullable Object[] values, LocalDate date) {
        if (!applies || code < 0 || name < 0) {
            return Optional.empty();
        }
        if (!(values[code] instanceof String number) || !(values[name] instanceof String called)) {
            return Optional.empty();
        }
        Optional<Unit> unit = official.find(number, date);
        if (unit.isEmpty() || isSame(unit.get(), called)) {
            return Optional.empty();
        }
        List<Unit> before = official.before().stream()
                .filter(other -> isSame(other, called))
                .toList();
        List<Unit> after =
                official.after().stream().filter(other -> isSame(other, called)).toList();
        if (date.isBefore(OfficialUnits.LISTED) && before.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        boolean otherTime = Stream.of(before, after).flatMap(List::stream).anyMatch(other -> other.code()
                .equals(number));
        return Optional.of(
                CheckIssues.codeMeansAnother(row, field, called, date, unit.get(), otherTime, before, after));
    }

    /** The same name; the kind counts only where both say it, for Xã and Thị trấn Cù Lao Dung are two units. */
    private boolean isSame(Unit unit, String called) {
        String one = key(unit.name());
        String other = key(called);
        if (one.equals(other)) {
            return true;
        }
        boolean silent = kinds == null || kinds.findByStartOf(called).isEmpty();
        return silent && kinds != null && key(kinds.withoutKind(unit.name())).equals(other);
    }

    /** i and y are spelled either way: Mỹ, Mĩ. */
    private static String key(String name) {
        return Folding.fold(name).replace('y', 'i');
    }
}
