package vn.ruralmap.layers.check;

import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreCursor;
import vn.ruralmap.layers.store.StoreIssue;
import vn.ruralmap.layers.store.StoreIssueCode;
import vn.ruralmap.layers.store.StoredLayer;
import vn.ruralmap.layers.store.StoredVersion;

/** One layer: its history and its features are gone through side by side, both by fid. */
final class LayerCheck {

    private final StoreContents contents;
    private final StoredLayer stored;
    private final ChangesetChain changesets;
    private final Findings findings;
    private final ContentCheck content;

    private long versions;
    private long features;
    private long newestChangeset;

    LayerCheck(StoreContents contents, StoredLayer stored, ChangesetChain changesets, Findings findings) {
        this.contents = contents;
        this.stored = stored;
        this.changesets = changesets;
        this.findings = findings;
        this.content = new ContentCheck(stored, findings);
    }

    CheckReport.LayerCounts run() {
        try (StoreCursor<StoredVersion> history = contents.history(stored.layer());
                StoreCursor<StoredVersion> current = contents.features(stored.layer())) {
            compare(history, current);
        }
        if (stored.revision() != newestChangeset) {
            findings.accept(StoreIssue.of(
                    StoreIssueCode.LAYER_REVISION_WRONG,
                    stored.name(),
                    "lớp " + stored.name() + " ghi lần " + stored.revision() + ", lịch sử đến lần " + newestChangeset,
                    "the layer " + stored.name() + " says " + stored.revision() + ", its history goes to "
                            + newestChangeset));
        }
        content.finish();
        return new CheckReport.LayerCounts(stored.name(), stored.revision(), features, versions);
    }

    private void compare(StoreCursor<StoredVersion> history, StoreCursor<StoredVersion> current) {
        StoredVersion feature = nextFeature(current);
        StoredVersion last = null;
        for (StoredVersion step = history.next(); step != null; step = history.next()) {
            if (last != null && last.fid() != step.fid()) {
                feature = compareLast(last, feature, current);
                last = null;
            }
            follow(last, step);
            last = step;
        }
        if (last != null) {
            feature = compareLast(last, feature, current);
        }
        for (; feature != null; feature = nextFeature(current)) {
            withoutHistory(feature);
        }
    }

    private @Nullable StoredVersion nextFeature(StoreCursor<StoredVersion> current) {
        StoredVersion feature = current.next();
        if (feature != null) {
            features++;
        }
        return feature;
    }

    /** @param before the version before of the same feature; null: this is its first */
    private void follow(@Nullable StoredVersion before, StoredVersion step) {
        versions++;
        newestChangeset = Math.max(newestChangeset, step.changeset());
        boolean existed = before != null && !before.deleted();
        changesets.count(step.changeset(), step.deleted(), existed);
        int expected = before == null ? 1 : before.version() + 1;
        if (step.version() != expected) {
            report(
                    StoreIssueCode.VERSION_MISSING,
                    step,
                    "có phiên bản " + step.version() + ", thiếu phiên bản " + expected,
                    "has the version " + step.version() + " and lacks the version " + expected);
        }
        if (before != null && step.changeset() <= before.changeset()) {
            report(
                    StoreIssueCode.VERSION_ORDER,
                    step,
                    "phiên bản " + step.version() + " thuộc lần " + step.changeset() + ", phiên bản trước thuộc lần "
                            + before.changeset(),
                    "the version " + step.version() + " is of changeset " + step.changeset() + ", the one before of "
                            + before.changeset());
        }
        if (step.deleted() && !existed && step.version() == expected) {
            report(
                    StoreIssueCode.DELETION_REPEATED,
                    step,
                    "phiên bản " + step.version() + " xóa đối tượng không có",
                    "the version " + step.version() + " deletes what was not there");
        }
        if (step.damage() != null) {
            report(
                    StoreIssueCode.ROW_UNREADABLE,
                    step,
                    "phiên bản " + step.version() + " trong lịch sử: " + step.damage(),
                    "the version " + step.version() + " of the history: " + step.damage());
        }
        if (before != null) {
            // only now is it known that it was not the last
            content.checkOld(before);
        }
    }

    /** @return the next feature that was not compared */
    private @Nullable StoredVersion compareLast(
            StoredVersion last, @Nullable StoredVersion present, StoreCursor<StoredVersion> current) {
        StoredVersion feature = present;
        while (feature != null && feature.fid() < last.fid()) {
            withoutHistory(feature);
            feature = nextFeature(current);
        }
        if (feature == null || feature.fid() > last.fid()) {
            if (!last.deleted()) {
                report(
                        StoreIssueCode.FEATURE_MISSING,
                        last,
                        "phiên bản " + last.version() + " không có trong lớp",
                        "the version " + last.version() + " is not in the layer");
            }
            return feature;
        }
        if (last.deleted()) {
            withoutHistory(feature);
        } else {
            compare(last, feature);
            content.check(feature);
        }
        return nextFeature(current);
    }

    private void compare(StoredVersion last, StoredVersion feature) {
        if (feature.version() != last.version()) {
            report(
                    StoreIssueCode.FEATURE_DIFFERS,
                    feature,
                    "phiên bản " + feature.version() + ", lịch sử đến phiên bản " + last.version(),
                    "is of version " + feature.version() + ", its history goes to " + last.version());
            return;
        }
        Feature now = feature.feature();
        Feature remembered = last.feature();
        if (now != null && remembered != null && !now.sameContent(remembered)) {
            String what = Differences.list(stored.layer(), remembered, now);
            report(
                    StoreIssueCode.FEATURE_DIFFERS,
                    feature,
                    "khác phiên bản " + last.version() + " của lịch sử ở: " + what,
                    "differs from version " + last.version() + " of the history in: " + what);
        }
    }

    private void withoutHistory(StoredVersion feature) {
        report(
                StoreIssueCode.FEATURE_WITHOUT_HISTORY,
                feature,
                "có trong lớp, nhưng lịch sử không có hoặc đã xóa",
                "is in the layer, but its history is missing or ends with a deletion");
        content.check(feature);
    }

    private void report(StoreIssueCode code, StoredVersion version, String vi, String en) {
        String id = stored.name() + "." + version.fid() + " ";
        findings.accept(StoreIssue.of(code, stored.name(), version.fid(), id + vi, id + en));
    }
}
