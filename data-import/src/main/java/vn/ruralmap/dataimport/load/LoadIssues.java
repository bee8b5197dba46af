package vn.ruralmap.dataimport.load;

import java.time.LocalDate;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/** Findings of this stage, with their texts. */
final class LoadIssues {

    private LoadIssues() {}

    static Issue duplicateKey(long row, long earlier, Layer layer, String key, LocalDate date) {
        String names = String.join(", ", layer.key());
        return new Issue(
                "DUPLICATE_KEY",
                Severity.ERROR,
                row,
                names,
                null,
                new LocalizedText(
                        "Dòng " + row + " có cùng khóa (" + names + " = " + key + ") với dòng " + earlier + " vào ngày "
                                + date + ".",
                        "Row " + row + " has the same key (" + names + " = " + key + ") as row " + earlier + " on "
                                + date + "."),
                new LocalizedText(
                        "Giữ một dòng, hoặc gộp thành một đối tượng nhiều phần.",
                        "Keep one of them, or merge them into one feature of several parts."));
    }

    static Issue endClipped(long row, LocalDate said, LocalDate next) {
        return new Issue(
                "VALIDITY_CLIPPED",
                Severity.WARNING,
                row,
                "valid_to",
                null,
                new LocalizedText(
                        "Ngày hết hiệu lực " + said + " muộn hơn ngày " + next
                                + " khi đối tượng khác mang khóa này bắt đầu.",
                        "The end " + said + " is after " + next + ", when another feature with this key begins."),
                new LocalizedText("Đã dùng ngày " + next + ".", next + " was used."));
    }

    static Issue endsWhereOthersBegin(long row, LocalDate end) {
        return new Issue(
                "ENDS_WHERE_OTHERS_BEGIN",
                Severity.INFO,
                row,
                "valid_to",
                null,
                new LocalizedText(
                        "Hết hiệu lực từ " + end + " vì các đơn vị bắt đầu ngày đó phủ hơn một nửa diện tích.",
                        "Ends on " + end + " because units that begin that day cover more than half of it."),
                new LocalizedText(
                        "Nếu không đúng thì nhập lại với --valid-to.",
                        "If that is wrong, import again with --valid-to."));
    }

    static Issue storeRefused(LocalizedText reason) {
        return new Issue(
                "STORE_REFUSED",
                Severity.ERROR,
                0,
                null,
                null,
                reason,
                new LocalizedText("Sửa dữ liệu và nhập lại.", "Mend the data and import again."));
    }

    static Issue storeChanged(String conflict) {
        return new Issue(
                "STORE_CHANGED",
                Severity.ERROR,
                0,
                null,
                null,
                new LocalizedText(
                        "Dữ liệu bị người khác sửa trong lúc nhập: " + conflict + ".",
                        "The data were changed by somebody else meanwhile: " + conflict + "."),
                new LocalizedText("Nhập lại.", "Import again."));
    }

    static Issue layerChanged(String layer) {
        return new Issue(
                "LAYER_CHANGED",
                Severity.ERROR,
                0,
                null,
                null,
                new LocalizedText(
                        "Lớp " + layer + " đã bị người khác sửa sau khi chạy thử.",
                        "The layer " + layer + " was changed by somebody else after the dry run."),
                new LocalizedText(
                        "Chạy thử lại, xem báo cáo, rồi nhập.",
                        "Make the dry run again, read its report, then import."));
    }
}
