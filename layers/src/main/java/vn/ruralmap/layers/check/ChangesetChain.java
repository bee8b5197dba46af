package vn.ruralmap.layers.check;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreCursor;
import vn.ruralmap.layers.store.StoreIssue;
import vn.ruralmap.layers.store.StoreIssueCode;
import vn.ruralmap.layers.store.StoredChangeset;

/** The changesets in their order, and what the history says that each of them did. Of each only numbers are kept. */
final class ChangesetChain {

    private final Findings findings;
    private final Map<Long, Entry> entries = new TreeMap<>();
    private @Nullable Instant lastTime;
    private long last;

    /** What is kept of a changeset. */
    private static final class Entry {
        private final Changeset.@Nullable Size size;
        private final Changeset.@Nullable State state;
        private final long reverts;
        /** As its rollbacks leave it. */
        private Changeset.State due = Changeset.State.PUBLISHED;

        private int inserted;
        private int updated;
        private int deleted;

        Entry(@Nullable Changeset changeset) {
            this.size = changeset == null ? null : changeset.size();
            this.state = changeset == null ? null : changeset.state();
            Long undone = changeset == null ? null : changeset.reverts();
            this.reverts = undone == null ? 0 : undone;
        }

        boolean isPublished() {
            return state == null || state == Changeset.State.PUBLISHED || state == Changeset.State.REVERTED;
        }
    }

    ChangesetChain(Findings findings) {
        this.findings = findings;
    }

    void read(StoreContents contents) {
        try (StoreCursor<StoredChangeset> rows = contents.changesets()) {
            for (StoredChangeset row = rows.next(); row != null; row = rows.next()) {
                read(row);
            }
        }
    }

    private void read(StoredChangeset row) {
        for (long missing = last + 1; missing < row.id(); missing++) {
            report(StoreIssueCode.CHANGESET_MISSING, missing, "không có", "is missing");
        }
        last = row.id();
        Changeset changeset = row.changeset();
        Entry entry = new Entry(changeset);
        entries.put(row.id(), entry);
        if (changeset == null) {
            report(
                    StoreIssueCode.ROW_UNREADABLE,
                    row.id(),
                    "không đọc được: " + row.damage(),
                    "is unreadable: " + row.damage());
            return;
        }
        if (lastTime != null && changeset.time().isBefore(lastTime)) {
            report(
                    StoreIssueCode.TIME_BACKWARDS,
                    row.id(),
                    "lúc " + changeset.time() + ", lần trước lúc " + lastTime,
                    "is of " + changeset.time() + ", the one before of " + lastTime);
        }
        lastTime = changeset.time();
        if (entry.reverts != 0) {
            followRollback(row.id(), entry);
        }
    }

    /** What a rollback undoes is reverted; if that was one itself, what it had undone is in force again, and so on. */
    private void followRollback(long id, Entry rollback) {
        Changeset.State due = Changeset.State.REVERTED;
        long before = id;
        for (long undone = rollback.reverts; undone != 0; ) {
            Entry entry = entries.get(undone);
            if (entry == null || undone >= before) {
                if (before == id) {
                    report(
                            StoreIssueCode.REVERT_BROKEN,
                            id,
                            "hoàn tác lần " + undone + ", không có trước nó",
                            "undoes changeset " + undone + ", which does not exist before it");
                }
                return;
            }
            entry.due = due;
            due = due == Changeset.State.REVERTED ? Changeset.State.PUBLISHED : Changeset.State.REVERTED;
            before = undone;
            undone = entry.reverts;
        }
    }

    /** The history has a version of a changeset. @param existed true if there was a feature before */
    void count(long changeset, boolean isDeletion, boolean existed) {
        Entry entry = entries.computeIfAbsent(changeset, id -> {
            if (id > last || id < 1) {
                // those below the last were told of as holes
                report(
                        StoreIssueCode.CHANGESET_MISSING,
                        id,
                        "có trong lịch sử mà không có trong danh sách",
                        "is in the history and not in the list");
            }
            return new Entry(null);
        });
        if (isDeletion) {
            entry.deleted++;
        } else if (existed) {
            entry.updated++;
        } else {
            entry.inserted++;
        }
    }

    /** The whole history was counted. */
    void finish() {
        entries.forEach((id, entry) -> {
            Changeset.Size size = entry.size;
            if (size == null) {
                return;
            }
            Changeset.Size counted = new Changeset.Size(entry.inserted, entry.updated, entry.deleted);
            if (!entry.isPublished()) {
                if (entry.inserted + entry.updated + entry.deleted > 0) {
                    report(
                            StoreIssueCode.CHANGESET_NOT_PUBLISHED,
                            id,
                            "ở trạng thái " + entry.state + " mà có trong lịch sử",
                            "is " + entry.state + " and has rows in the history");
                }
                return;
            }
            if (!size.equals(counted)) {
                report(
                        StoreIssueCode.CHANGESET_COUNTS_DIFFER,
                        id,
                        "ghi thêm %d, sửa %d, xóa %d; lịch sử có %d, %d, %d".formatted(numbers(size, counted)),
                        "says %d added, %d changed, %d deleted; the history has %d, %d, %d"
                                .formatted(numbers(size, counted)));
            }
            if (entry.state != entry.due) {
                report(
                        StoreIssueCode.CHANGESET_STATE_WRONG,
                        id,
                        "là " + entry.state + ", đúng ra là " + entry.due,
                        "is " + entry.state + " and should be " + entry.due);
            }
        });
    }

    private static Object[] numbers(Changeset.Size size, Changeset.Size counted) {
        return new Object[] {
            size.inserted(), size.updated(), size.deleted(), counted.inserted(), counted.updated(), counted.deleted()
        };
    }

    private void report(StoreIssueCode code, long id, String vi, String en) {
        findings.accept(StoreIssue.of(code, "lần cập nhật " + id + " " + vi, "changeset " + id + " " + en));
    }

    long last() {
        return last;
    }

    long count() {
        return entries.values().stream().filter(entry -> entry.size != null).count();
    }
}
