package vn.ruralmap.server.editing;

import vn.ruralmap.layers.model.LocalizedText;

/** What somebody may do. An account has several; none follows from another. */
public enum Role {
    /** Sees private properties. */
    READER("xem thông tin riêng", "reader"),
    /** Edits features in an area, and proposes changes. */
    OFFICER("cán bộ", "officer"),
    /** Approves, returns and publishes what others proposed, and reverts it. */
    APPROVER("người duyệt", "approver"),
    /** Imports files and reverts imports. */
    DATA_MANAGER("quản lý dữ liệu", "data manager"),
    /** Manages accounts and reads the audit log. */
    ADMINISTRATOR("quản trị viên", "administrator");

    private final LocalizedText title;

    Role(String vi, String en) {
        this.title = new LocalizedText(vi, en);
    }

    /** As people are told it. */
    public LocalizedText title() {
        return title;
    }
}
