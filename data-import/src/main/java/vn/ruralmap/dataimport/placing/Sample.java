package vn.ruralmap.dataimport.placing;

import java.util.List;
import java.util.function.Supplier;

/**
 * What is known of where a file lies.
 *
 * @param rows some rows, spread over the file
 * @param stored units of the map, asked for only if no row names one
 * @param isOfUnits true if the rows are units themselves: new ones then lie beside those stored, so that falling onto
 *     any of these proves nothing
 */
public record Sample(List<SampledRow> rows, Supplier<List<Unit>> stored, boolean isOfUnits) {

    public Sample {
        rows = List.copyOf(rows);
    }
}
