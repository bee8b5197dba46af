package vn.ruralmap.dataimport;

import java.util.ArrayList;
import java.util.List;
import vn.ruralmap.dataimport.check.CheckedRow;
import vn.ruralmap.dataimport.check.RowCheck;
import vn.ruralmap.dataimport.diff.RefusedRow;
import vn.ruralmap.dataimport.load.ImportRow;
import vn.ruralmap.dataimport.read.SourceRecord;
import vn.ruralmap.dataimport.transform.GeometryForm;
import vn.ruralmap.dataimport.transform.PlacedGeometry;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;

/** Makes rows of records, one after the other. Not for several threads at once. */
record RowPreparer(RowCheck check, GeometryForm form) {

    PreparedRow prepare(SourceRecord record) {
        CheckedRow row = check.check(record.row(), record.values());
        PlacedGeometry geometry = form.place(record.row(), record.geometry());
        List<Issue> found = new ArrayList<>(record.issues());
        found.addAll(row.issues());
        found.addAll(geometry.issues());
        List<String> errors = found.stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .map(Issue::code)
                .distinct()
                .toList();
        if (!errors.isEmpty()) {
            return new PreparedRow(ShortIssue.of(found), null, new RefusedRow(record.row(), row.values(), errors));
        }
        Change.Content content = new Change.Content(row.validity(), row.decision(), row.values(), geometry.geometry());
        return new PreparedRow(ShortIssue.of(found), new ImportRow(record.row(), content, row.dated()), null);
    }
}
