package vn.ruralmap.dataimport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.diff.RefusedRow;
import vn.ruralmap.dataimport.load.ImportRow;
import vn.ruralmap.layers.model.Issue;

/**
 * What came of a record.
 *
 * @param issues what was found
 * @param accepted null: it is in error
 * @param refused null: it is not
 */
record PreparedRow(
        List<Issue> issues,
        @Nullable ImportRow accepted,
        @Nullable RefusedRow refused) {}
