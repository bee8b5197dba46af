package vn.ruralmap.dataimport.check;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Validity;

/**
 * The attributes of one row, typed.
 *
 * @param values one per attribute of the layer
 * @param decision the legal act; null: not said
 * @param validity from the day the row begins; its end only if it was said
 * @param dated true if the begin was said, by the row or for the import; false: it is today
 * @param issues what was found; an ERROR keeps the row out, and then the rest may be incomplete
 */
public record CheckedRow(
        List<@Nullable Object> values,
        @Nullable String decision,
        Validity validity,
        boolean dated,
        List<Issue> issues) {

    public CheckedRow {
        values = Collections.unmodifiableList(Arrays.asList(values.toArray()));
        issues = List.copyOf(issues);
    }
}
