package vn.ruralmap.layers.store;

import static vn.ruralmap.layers.model.Issue.Severity.ERROR;
import static vn.ruralmap.layers.model.Issue.Severity.INFO;
import static vn.ruralmap.layers.model.Issue.Severity.WARNING;

import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/** What a check of a store may find. A code is never renamed nor given another meaning; {@code docs/check-issues.md} lists them. */
public enum StoreIssueCode {
    DATABASE_DAMAGED(
            ERROR,
            "Tệp hoặc chỉ mục của cơ sở dữ liệu bị hỏng.",
            "The file or an index of the database is damaged.",
            Remedy.RESTORE),
    STORE_UNREADABLE(
            ERROR,
            "Một phần kho dữ liệu không đọc được, nên chưa được kiểm tra.",
            "A part of the store cannot be read and was not checked.",
            Remedy.RESTORE),
    ROW_UNREADABLE(ERROR, "Một dòng không đọc được.", "A row cannot be read.", Remedy.RESTORE),
    FOREIGN_KEY_BROKEN(
            ERROR,
            "Một khóa ngoại trỏ đến dòng không có.",
            "A foreign key points to a row that is not there.",
            Remedy.RESTORE),
    SPATIAL_INDEX_DIFFERS(
            ERROR,
            "Chỉ mục không gian không khớp với các dòng.",
            "The spatial index does not agree with the rows.",
            Remedy.RESTORE),
    GUARD_MISSING(
            ERROR,
            "Thiếu trigger giữ lịch sử, hoặc trigger bị tắt.",
            "A trigger that guards the history is missing or disabled.",
            Remedy.GUARD),
    RULE_MISSING(
            ERROR,
            "Thiếu ràng buộc hoặc chỉ mục, hoặc bị tắt.",
            "A constraint or an index is missing, disabled or invalid.",
            Remedy.GUARD),
    TABLE_NOT_REGISTERED(
            ERROR,
            "Bảng của lớp không được ghi trong danh sách của GeoPackage.",
            "The table of a layer is not in the GeoPackage's own lists.",
            Remedy.RESTORE),
    TRANSACTION_LEFT(
            ERROR,
            "Dấu của một lần ghi dở còn lại, nên lịch sử không được bảo vệ.",
            "The mark of an unfinished write was left, so the history is not guarded.",
            Remedy.REMARK),
    SEQUENCE_BEHIND(
            ERROR,
            "Số hiệu tiếp theo đã được cấp trước đây.",
            "The next fid is one that was given before.",
            Remedy.RESTORE),
    LAYER_NOT_IN_CATALOGUE(
            WARNING,
            "Kho có lớp mà danh mục không có; thuộc tính của lớp không được kiểm tra.",
            "The store has a layer that the catalogue lacks; its attributes were not checked.",
            Remedy.CATALOGUE),
    COLUMN_NOT_IN_CATALOGUE(
            WARNING,
            "Kho có cột mà danh mục không có; cột không được kiểm tra.",
            "The store has a column that the catalogue lacks; it was not checked.",
            Remedy.CATALOGUE),
    COLUMN_MISSING(
            INFO,
            "Danh mục có thuộc tính mà kho chưa có cột.",
            "The catalogue has an attribute that has no column yet.",
            new LocalizedText(
                    "Không cần làm gì: cột được thêm ở lần khởi động sau.",
                    "There is nothing to do: the next start adds it.")),
    CHANGESET_MISSING(
            ERROR,
            "Một lần cập nhật không còn trong danh sách.",
            "A changeset is no longer in the list.",
            Remedy.RESTORE),
    CHANGESET_NOT_PUBLISHED(
            ERROR,
            "Lịch sử có thay đổi của một lần cập nhật chưa công bố.",
            "The history has changes of a changeset that was not published.",
            Remedy.RESTORE),
    CHANGESET_COUNTS_DIFFER(
            ERROR,
            "Số thêm, sửa, xóa của lần cập nhật không khớp với lịch sử.",
            "The numbers that a changeset names are not those of the history.",
            Remedy.RESTORE),
    CHANGESET_STATE_WRONG(
            ERROR,
            "Trạng thái của lần cập nhật không khớp với các lần hoàn tác.",
            "The state of a changeset does not agree with the rollbacks.",
            Remedy.RESTORE),
    REVERT_BROKEN(
            ERROR,
            "Lần hoàn tác chỉ đến một lần cập nhật không có trước nó.",
            "A rollback names a changeset that does not exist before it.",
            Remedy.RESTORE),
    TIME_BACKWARDS(
            WARNING,
            "Lần cập nhật có thời gian trước lần liền trước.",
            "A changeset has an earlier time than the one before it.",
            new LocalizedText(
                    "Đồng hồ máy chủ từng bị lùi; hãy bật đồng bộ giờ (NTP).",
                    "The server's clock was set back; keep it right with NTP.")),
    LAYER_REVISION_WRONG(
            ERROR,
            "Lần cập nhật gần nhất của lớp không khớp với lịch sử.",
            "The revision of a layer is not that of its history.",
            Remedy.RESTORE),
    VERSION_MISSING(
            ERROR,
            "Thiếu phiên bản trong lịch sử của đối tượng.",
            "The history of a feature lacks a version.",
            Remedy.RESTORE),
    VERSION_ORDER(
            ERROR,
            "Phiên bản sau thuộc lần cập nhật không mới hơn phiên bản trước.",
            "A later version is of no later changeset.",
            Remedy.RESTORE),
    DELETION_REPEATED(
            ERROR,
            "Lịch sử xóa một đối tượng không có.",
            "The history deletes a feature that was not there.",
            Remedy.RESTORE),
    FEATURE_MISSING(
            ERROR,
            "Đối tượng có trong lịch sử nhưng không có trong lớp.",
            "A feature of the history is not in the layer.",
            Remedy.RESTORE),
    FEATURE_DIFFERS(
            ERROR,
            "Đối tượng khác phiên bản cuối trong lịch sử.",
            "A feature differs from its last version in the history.",
            Remedy.RESTORE),
    FEATURE_WITHOUT_HISTORY(
            ERROR,
            "Đối tượng có trong lớp nhưng lịch sử không có hoặc đã xóa.",
            "A feature of the layer has no history or was deleted by it.",
            Remedy.RESTORE),
    VALUE_BREAKS_SCHEMA(
            WARNING,
            "Giá trị không theo danh mục lớp hiện nay.",
            "A value does not fit the catalogue of today.",
            Remedy.IMPORT),
    VALUE_NOT_UNIQUE(
            ERROR,
            "Một giá trị phải duy nhất nhưng dùng hai lần trong cùng thời gian.",
            "A value that is to be unique is used twice at the same date.",
            Remedy.IMPORT),
    REFERENCE_DANGLING(
            ERROR,
            "Đối tượng tham chiếu đến đối tượng không có.",
            "A feature refers to one that does not exist.",
            Remedy.IMPORT),
    GEOMETRY_WRONG(
            ERROR,
            "Thiếu hình học, sai kiểu, hoặc tọa độ ngoài lưới 1e-8 độ.",
            "The geometry is missing, of the wrong type or off the 1e-8 degree grid.",
            Remedy.IMPORT),
    GEOMETRY_INVALID(ERROR, "Hình học không hợp lệ.", "The geometry is invalid.", Remedy.IMPORT),
    OLD_GEOMETRY_WRONG(
            WARNING,
            "Hình học của một phiên bản cũ không hợp lệ hoặc sai kiểu.",
            "The geometry of an old version is invalid or of the wrong type.",
            new LocalizedText(
                    "Không cần làm gì: bản đồ hiện nay không dùng phiên bản này; hoàn tác về đó sẽ đưa lỗi trở lại.",
                    "There is nothing to do: the map of today does not use it; a rollback to it would bring it back.")),
    COVERAGE_OVERLAP(
            WARNING,
            "Hai đơn vị của một lớp phủ kín chồng lên nhau trong cùng thời gian.",
            "Two units of a coverage overlap at the same date.",
            Remedy.IMPORT);

    private final Severity severity;
    private final LocalizedText meaning;
    private final LocalizedText remedy;

    StoreIssueCode(Severity severity, String vi, String en, LocalizedText remedy) {
        this.severity = severity;
        this.meaning = new LocalizedText(vi, en);
        this.remedy = remedy;
    }

    private static final class Remedy {
        private static final LocalizedText RESTORE = new LocalizedText(
                "Giữ lại kho này, phục hồi bản sao lưu gần nhất đã kiểm tra (./ruralmap restore), rồi nhập lại các thay đổi sau đó.",
                "Keep this store, restore the last backup that checks clean (./ruralmap restore), then bring in again what was changed since.");
        private static final LocalizedText GUARD = new LocalizedText(
                "Bật lại (PostgreSQL: ALTER TABLE ... ENABLE TRIGGER USER); nếu không còn, trong PostgreSQL chạy UPDATE ruralmap_layers SET definition = NULL, rồi khởi động ruralmap một lần bằng tài khoản chủ để tạo lại; sau đó kiểm tra lại.",
                "Switch it on again (PostgreSQL: ALTER TABLE ... ENABLE TRIGGER USER); if it is gone, in PostgreSQL run UPDATE ruralmap_layers SET definition = NULL, then start ruralmap once as the owner, which makes it again; then check again.");
        private static final LocalizedText REMARK = new LocalizedText(
                "Dừng máy chủ, xóa dòng trong ruralmap_transaction (hoặc đặt open_in về NULL), rồi kiểm tra lại.",
                "Stop the server, delete the row of ruralmap_transaction (or set open_in to NULL), then check again.");
        private static final LocalizedText CATALOGUE = new LocalizedText(
                "Thêm lại lớp hoặc thuộc tính vào danh mục (--catalogue) nếu còn cần.",
                "Put the layer or attribute back into the catalogue (--catalogue) if it is still wanted.");
        private static final LocalizedText IMPORT = new LocalizedText(
                "Sửa đối tượng ở nguồn rồi nhập lại, hoặc hoàn tác lần cập nhật đã đưa vào.",
                "Mend the feature at its source and import it again, or roll back the changeset that brought it.");
    }

    public Severity severity() {
        return severity;
    }

    /** What it means in general. */
    public LocalizedText meaning() {
        return meaning;
    }

    /** How to mend it. */
    public LocalizedText remedy() {
        return remedy;
    }
}
