package vn.ruralmap.server.editing;

/** What somebody may do. An account has several; none follows from another. */
public enum Role {
    /** Sees private properties. */
    READER,
    /** Edits features in an area, and proposes changes. */
    OFFICER,
    /** Approves, returns and publishes what others proposed, and reverts it. */
    APPROVER,
    /** Imports files and reverts imports. */
    DATA_MANAGER,
    /** Manages accounts and reads the audit log. */
    ADMINISTRATOR
}
