package vn.ruralmap.server.imports;

import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.ImportReport;
import vn.ruralmap.dataimport.ImportReport.Finding;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/** In a sentence or two, what became of an import. */
final class ImportTexts {

    static final LocalizedText CANCELLED = new LocalizedText(
            "Đã dừng theo yêu cầu; không có gì được ghi.", "Cancelled as asked; nothing was written.");

    static final LocalizedText INTERRUPTED = new LocalizedText(
            "Máy chủ đã dừng giữa chừng; không có gì được ghi. Các tệp vẫn còn: hãy xem trước lại.",
            "The server stopped meanwhile; nothing was written. The files are still there: plan again.");

    static final LocalizedText FAILED = new LocalizedText(
            "Máy chủ gặp lỗi với tệp này; không có gì được ghi. Người vận hành xem nguyên nhân trong nhật ký.",
            "The server failed on this file; nothing was written. The operator finds why in the log.");

    static final LocalizedText NO_MEMORY = new LocalizedText(
            "Tệp này cần nhiều bộ nhớ hơn máy chủ có; không có gì được ghi. Hãy chia nhỏ dữ liệu hoặc tăng bộ nhớ (-Xmx).",
            "This file needs more memory than the server has; nothing was written. Split the data or give it more (-Xmx).");

    static final LocalizedText DISK = new LocalizedText(
            "Đĩa của máy chủ gặp lỗi hoặc đã đầy; không có gì được ghi. Hãy kiểm tra đĩa rồi thử lại.",
            "The server's disk failed or is full; nothing was written. Check the disk and try again.");

    /** While it is not known what became of it. */
    static final LocalizedText STORE_IS_AWAY = new LocalizedText(
            "Kho dữ liệu mất kết nối giữa chừng; khi kho trở lại sẽ biết lượt này đã được công bố hay chưa.",
            "The store went away meanwhile; once it is back it will tell whether this import is published.");

    static final LocalizedText STORE_WAS_AWAY = new LocalizedText(
            "Kho dữ liệu mất kết nối hoặc đang bận; không có gì được ghi. Các tệp vẫn còn: hãy xem trước lại.",
            "The store was away or busy; nothing was written. The files are still there: plan again.");

    static final LocalizedText NO_PLAN = new LocalizedText(
            "Bản xem trước đã mất hoặc bị sửa trên đĩa; hãy xem trước lại.",
            "The plan is gone or was edited on disk; plan again.");

    private ImportTexts() {}

    /** Why a report refuses: what is wrong with the file as a whole, else that rows are in error. */
    static LocalizedText refused(ImportReport report) {
        Finding reason = find(report);
        if (reason != null) {
            return new LocalizedText(
                    sentence(reason.message().vi()) + reason.remedy().vi(),
                    sentence(reason.message().en()) + reason.remedy().en());
        }
        long refused = report.counts().refused();
        return new LocalizedText(
                refused + " dòng có lỗi và đã yêu cầu từ chối khi có lỗi; hãy sửa các dòng ấy hoặc bỏ tùy chọn strict.",
                refused + " rows are in error, and to refuse was asked for then; mend them or leave out strict.");
    }

    private static @Nullable Finding find(ImportReport report) {
        return report.findings().issues().stream()
                .filter(finding -> finding.row() == 0 && finding.severity() == Severity.ERROR)
                .findFirst()
                .orElse(null);
    }

    private static String sentence(String text) {
        return text.isEmpty() || text.endsWith(".") ? text + " " : text + ". ";
    }
}
