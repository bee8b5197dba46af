package vn.ruralmap.dataimport;

import java.util.List;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;

/** Issues as they are kept: they quote values, of which one may have millions of characters. */
final class ShortIssue {

    private static final int LONGEST_TEXT = 2_000;
    private static final int KEPT_END = 500;

    private ShortIssue() {}

    static List<Issue> of(List<Issue> issues) {
        return issues.stream().map(ShortIssue::of).toList();
    }

    /** Without the middle of texts that are too long: the value is there, what is said of it at both ends. */
    static Issue of(Issue issue) {
        LocalizedText message = issue.message();
        LocalizedText remedy = issue.remedy();
        boolean isShort = isShort(message) && isShort(remedy);
        return isShort
                ? issue
                : new Issue(
                        issue.code(),
                        issue.severity(),
                        issue.row(),
                        issue.field(),
                        issue.place(),
                        new LocalizedText(cut(message.vi()), cut(message.en())),
                        new LocalizedText(cut(remedy.vi()), cut(remedy.en())));
    }

    private static boolean isShort(LocalizedText text) {
        return text.vi().length() <= LONGEST_TEXT && text.en().length() <= LONGEST_TEXT;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT
                ? text
                : text.substring(0, LONGEST_TEXT - KEPT_END) + "…" + text.substring(text.length() - KEPT_END);
    }
}
