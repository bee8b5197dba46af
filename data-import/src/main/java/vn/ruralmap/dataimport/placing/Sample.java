package vn.ruralmap.dataimport.placing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What is known of where a file lies.
 *
 * @param rows some rows, spread over the file
 * @param stored units of the map, asked for only if no row names one
 * @param isOfUnits true if the rows are units themselves: new ones then lie beside those stored, so that falling onto
 *     any of these proves nothing
 * @param provinces codes of the provinces that rows name; they help to order what is possible, and decide nothing
 */
public record Sample(List<SampledRow> rows, Supplier<List<Unit>> stored, boolean isOfUnits, Set<String> provinces) {

    public Sample {
        rows = List.copyOf(rows);
        provinces = Set.copyOf(provinces);
    }

    public Sample(List<SampledRow> rows, Supplier<List<Unit>> stored, boolean isOfUnits) {
        this(rows, stored, isOfUnits, Set.of());
    }

    /** Systems that these provinces use. */
    Set<String> usualSystems() {
        return provinces.stream()
                .flatMap(code -> ProvinceAxes.systemsOf(code).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
