package vn.ruralmap.server.editing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;

/** What is wrong with the edits of one request. Values are not repeated: whoever sent them has them. */
final class EditIssues {

    static final LocalizedText MEND_VALUE =
            new LocalizedText("Sửa giá trị rồi gửi lại.", "Mend the value and send it again.");
    static final LocalizedText DRAW_AGAIN = new LocalizedText(
            "Sửa hình tại chỗ được nêu rồi gửi lại.", "Mend the shape at the place and send it again.");

    private final List<Issue> found = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** What borders have against edits. Errors are issues as well, so that every service tells them. */
    void add(Finding finding) {
        findings.add(finding);
        if (finding.isError()) {
            Geometry place = finding.place();
            found.add(new Issue(
                    finding.code(),
                    Issue.Severity.ERROR,
                    finding.row(),
                    finding.field(),
                    place == null ? null : BorderText.middle(place),
                    finding.text(),
                    DRAW_AGAIN));
        }
    }

    /** Of borders, errors and warnings. */
    List<Finding> findings() {
        return findings;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Issue> list() {
        return found;
    }

    void value(int row, String code, @Nullable String field, LocalizedText message) {
        add(row, code, field, null, message, MEND_VALUE);
    }

    void value(int row, String code, @Nullable String field, String vi, String en) {
        value(row, code, field, new LocalizedText(vi, en));
    }

    /** @param place longitude and latitude; null: nowhere */
    void shape(int row, String code, @Nullable Coordinate place, String vi, String en) {
        add(row, code, "geom", place, new LocalizedText(vi, en), DRAW_AGAIN);
    }

    void add(
            int row,
            String code,
            @Nullable String field,
            @Nullable Coordinate place,
            LocalizedText message,
            LocalizedText remedy) {
        found.add(new Issue(code, Issue.Severity.ERROR, row, field, place, message, remedy));
    }
}
