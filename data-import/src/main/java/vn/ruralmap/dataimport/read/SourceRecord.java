package vn.ruralmap.dataimport.read;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Issue;

/**
 * One record of a source.
 *
 * @param row 1-based position in the file; deleted rows keep their number
 * @param values one per field: String, Long, Double, {@link java.time.LocalDate}, Boolean or null. A value that does
 *     not fit the type of its field comes as text
 * @param geometry two-dimensional, in the coordinates of the file, x first; null: none, or too damaged
 * @param issues what was found in this record
 */
public record SourceRecord(
        long row, List<@Nullable Object> values, @Nullable Geometry geometry, List<Issue> issues) {

    public SourceRecord {
        values = Collections.unmodifiableList(Arrays.asList(values.toArray()));
        issues = List.copyOf(issues);
    }
}
