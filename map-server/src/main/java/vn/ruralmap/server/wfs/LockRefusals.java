package vn.ruralmap.server.wfs;

import java.util.List;
import java.util.stream.Collectors;
import vn.ruralmap.server.editing.Locks;
import vn.ruralmap.server.support.RequestException;

/** What is wrong with locks, with the codes of the standard (OGC 09-025r2 table 3 and table D.2). */
final class LockRefusals {

    private LockRefusals() {}

    static RequestException cannotLockAll(List<Locks.Shown> notLocked) {
        String ids = notLocked.stream().limit(10).map(Locks.Shown::id).collect(Collectors.joining(", "))
                + (notLocked.size() > 10 ? ", ... (" + notLocked.size() + ")" : "");
        return RequestException.of(
                "CannotLockAllFeatures",
                "lockAction",
                "Không khóa được tất cả: " + ids + "; chờ khóa của người khác hết hạn, hoặc dùng lockAction=SOME",
                "Not all can be locked: " + ids + "; wait until the locks of others expire, or use lockAction=SOME");
    }

    static RequestException expired(WfsVersion version) {
        return RequestException.of(
                version == WfsVersion.V2_0_0 ? 403 : 400,
                "LockHasExpired",
                "lockId",
                "Khóa đã hết hạn hoặc không có; hãy khóa lại",
                "The lock has expired, or there is none; lock the features again");
    }

    static RequestException unknown() {
        return RequestException.of(
                "InvalidLockId",
                "lockId",
                "Không có khóa này; hãy dùng lockId mà LockFeature đã trả lời",
                "There is no such lock; use the lockId that LockFeature answered");
    }
}
