package vn.ruralmap.dataimport;

import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/** Findings about the import as a whole, with their texts. */
final class ImportIssues {

    private static final LocalizedText DRY_RUN_AGAIN = new LocalizedText(
            "Chạy thử lại và xem những gì thay đổi.", "Make the dry run again and look at what changes.");

    private ImportIssues() {}

    /** A file that could not be read; the text already says how to mend it. */
    static Issue unreadable(String code, LocalizedText text) {
        return new Issue(code, Severity.ERROR, 0, null, null, text, LocalizedText.same(""));
    }

    static Issue empty() {
        return new Issue(
                "NO_ROWS",
                Severity.WARNING,
                0,
                null,
                null,
                new LocalizedText("Tệp không có dòng nào.", "The file has no rows."),
                new LocalizedText("Kiểm tra có đúng tệp không.", "Check that it is the right file."));
    }

    static Issue planDiffers(LocalizedText what) {
        return new Issue(
                "PLAN_DIFFERS",
                Severity.ERROR,
                0,
                null,
                null,
                new LocalizedText(
                        "Không còn đúng như bản chạy thử: " + what.vi() + ".",
                        "No longer what the dry run showed: " + what.en() + "."),
                DRY_RUN_AGAIN);
    }

    static Issue tooManyErrors(long rows, long read) {
        return new Issue(
                "TOO_MANY_ERRORS",
                Severity.ERROR,
                0,
                null,
                null,
                new LocalizedText(
                        rows + " trên " + read + " dòng có lỗi, quá một nửa; không nhập gì.",
                        rows + " of " + read + " rows are in error, more than half; nothing was imported."),
                new LocalizedText(
                        "Kiểm tra có đúng tệp, đúng lớp và đúng trường không.",
                        "Check that file, layer and fields are the right ones."));
    }
}
