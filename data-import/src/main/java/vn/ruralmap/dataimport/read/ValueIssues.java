package vn.ruralmap.dataimport.read;

import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/** Every finding about attribute values and tables that this stage can make, with its texts. */
final class ValueIssues {

    private static final LocalizedText CHECK_VALUE = new LocalizedText(
            "Sửa giá trị trong bảng thuộc tính rồi xuất lại.",
            "Mend the value in the attribute table and export again.");
    private static final LocalizedText GIVE_CHARSET = new LocalizedText(
            "Xem thử vài tên; nếu chữ sai, cho biết bảng mã bằng --charset.",
            "Look at some names; if letters are wrong, name the character set with --charset.");

    private ValueIssues() {}

    private static Issue table(String code, Severity severity, String vi, String en, LocalizedText remedy) {
        return new Issue(code, severity, 0, null, null, new LocalizedText(vi, en), remedy);
    }

    static Issue notA(String code, String vi, String en, long row, String field, String value) {
        return new Issue(
                "NOT_A_" + code,
                Severity.WARNING,
                row,
                field,
                null,
                new LocalizedText(
                        "Giá trị “" + value + "” của trường " + field + " không phải là " + vi + ".",
                        "The value “" + value + "” of field " + field + " is not a " + en + "."),
                CHECK_VALUE);
    }

    static Issue numberLost(long row, String field, String value) {
        return new Issue(
                "NUMBER_LOST",
                Severity.WARNING,
                row,
                field,
                null,
                new LocalizedText(
                        "Trường " + field + " chứa “" + value + "”: số quá dài so với trường nên đã mất khi ghi tệp.",
                        "Field " + field + " holds “" + value
                                + "”: the number was too wide for the field and is lost."),
                CHECK_VALUE);
    }

    /** The same as of a text that is read as a number: some programs write 10123 into a narrow field as 1.01e+004. */
    static Issue numberShortened(long row, String field, String value, long number) {
        return new Issue(
                "NUMBER_SHORTENED",
                Severity.WARNING,
                row,
                field,
                null,
                new LocalizedText(
                        "'" + value + "' là dạng số mũ, có thể đã mất chữ số; đã hiểu là " + number + ".",
                        "'" + value + "' has an exponent and may have lost digits; taken as " + number + "."),
                CHECK_VALUE);
    }

    static Issue noTable() {
        return table(
                "DBF_MISSING",
                Severity.WARNING,
                "Không có tệp .dbf: chỉ đọc được hình, không có thuộc tính.",
                "There is no .dbf: shapes are read, attributes are not there.",
                new LocalizedText("Gửi kèm tệp .dbf cùng tên.", "Send the .dbf of the same name with it."));
    }

    static Issue rowsDiffer(long shapes, long rows) {
        return table(
                "DBF_ROWS_DIFFER",
                Severity.WARNING,
                "Tệp .shp có " + shapes + " hình, bảng .dbf có " + rows
                        + " dòng; hình không có dòng thì để trống thuộc tính.",
                "The .shp has " + shapes + " shapes, the .dbf " + rows
                        + " rows; shapes without a row have no attributes.",
                new LocalizedText(
                        "Kiểm tra vài dòng: thuộc tính có đúng với hình không.",
                        "Check some rows: do the attributes belong to the shapes?"));
    }

    static Issue rowsMissing(long declared, long actual) {
        return table(
                "DBF_CUT",
                Severity.WARNING,
                "Bảng .dbf khai " + declared + " dòng nhưng chỉ chứa " + actual + ".",
                "The .dbf announces " + declared + " rows but holds " + actual + ".",
                new LocalizedText("Sao chép lại tệp gốc.", "Copy the original again."));
    }

    static Issue rowsDeleted(long count) {
        return table(
                "ROWS_DELETED",
                Severity.INFO,
                count + " dòng được đánh dấu đã xóa trong .dbf nên bị bỏ qua.",
                count + " rows are marked as deleted in the .dbf and were left out.",
                new LocalizedText("Không cần làm gì.", "There is nothing to do."));
    }

    static Issue fieldNotRead(String field, char type) {
        return new Issue(
                "FIELD_NOT_READ",
                Severity.WARNING,
                0,
                field,
                null,
                new LocalizedText(
                        "Trường " + field + " thuộc kiểu " + type + " (nội dung nằm ở tệp khác) nên không được đọc.",
                        "Field " + field + " is of type " + type
                                + ", whose content is in another file; it is not read."),
                new LocalizedText("Đổi sang kiểu chữ rồi xuất lại.", "Change it to text and export again."));
    }

    static Issue charsetNotUnderstood(String name, String content) {
        return table(
                "CPG_NOT_UNDERSTOOD",
                Severity.WARNING,
                "Không hiểu bảng mã trong tệp " + name + ": “" + content + "”.",
                "The character set named in " + name + " is not understood: “" + content + "”.",
                GIVE_CHARSET);
    }
}
