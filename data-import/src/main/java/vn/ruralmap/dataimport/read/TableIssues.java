package vn.ruralmap.dataimport.read;

import java.util.List;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/** Every finding about a table written as text, with its texts. */
final class TableIssues {
    private TableIssues() {}

    private static Issue of(
            String code, Severity severity, long row, String vi, String en, String remedyVi, String remedyEn) {
        return new Issue(
                code, severity, row, null, null, new LocalizedText(vi, en), new LocalizedText(remedyVi, remedyEn));
    }

    static Issue titleSkipped(int rows, List<String> names) {
        String listed = String.join(", ", names.subList(0, Math.min(5, names.size())));
        return of(
                "TITLE_SKIPPED",
                Severity.INFO,
                0,
                rows + " dòng đầu được coi là tiêu đề; tên cột là: " + listed + ".",
                "The first " + rows + " rows were taken as a title; the columns are: " + listed + ".",
                "Nếu sai, xóa các dòng phía trên dòng tên cột.",
                "If that is wrong, delete the rows above the names of the columns.");
    }

    static Issue northingFirst(String x, String y) {
        return of(
                "NORTHING_FIRST",
                Severity.WARNING,
                0,
                "Cột " + x + " chứa tọa độ hướng bắc, cột " + y
                        + " hướng đông (cách ghi X, Y của Việt Nam); đã đọc theo" + " nghĩa đó.",
                "Column " + x + " holds northings and " + y
                        + " eastings (the Vietnamese use of X and Y); they were read" + " so.",
                "Xem vị trí trên bản đồ.",
                "Look at the place on the map.");
    }

    static Issue rowTooLong(long row, int surplus) {
        return of(
                "ROW_TOO_LONG",
                Severity.WARNING,
                row,
                "Dòng có thêm " + surplus + " ô sau cột cuối; các ô đó không được đọc.",
                "The row has " + surplus + " filled cells after the last column; they were not read.",
                "Kiểm tra dấu phân cách và dấu nháy kép trong dòng này.",
                "Check the delimiters and quotes of this row.");
    }

    static Issue midMissing() {
        return of(
                "MID_MISSING",
                Severity.WARNING,
                0,
                "Không có tệp .mid: chỉ đọc được hình, không có thuộc tính.",
                "There is no .mid: shapes are read, attributes are not there.",
                "Gửi kèm tệp .mid cùng tên.",
                "Send the .mid of the same name with it.");
    }

    static Issue midDiffers(long row) {
        return of(
                "MID_ROWS_DIFFER",
                Severity.WARNING,
                0,
                "Số đối tượng trong .mif khác số dòng trong .mid (từ dòng " + row + ").",
                "The .mif and the .mid do not have the same number of records (from " + row + " on).",
                "Kiểm tra vài dòng: thuộc tính có đúng với hình không.",
                "Check some rows: do the attributes belong to the shapes?");
    }
}
