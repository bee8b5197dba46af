package vn.ruralmap.layers.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreIssue;
import vn.ruralmap.layers.store.StoreIssueCode;
import vn.ruralmap.layers.store.StoredLayer;

/** Looks through a whole store. */
public final class StoreCheck {

    private final StoreContents contents;
    private final Findings findings = new Findings();

    private StoreCheck(StoreContents contents) {
        this.contents = contents;
    }

    /** @param contents of the store; they stay open */
    public static CheckReport run(StoreContents contents) {
        return new StoreCheck(contents).run();
    }

    private CheckReport run() {
        attempt(null, () -> contents.inspect(findings));
        ChangesetChain changesets = new ChangesetChain(findings);
        attempt(null, () -> changesets.read(contents));
        List<CheckReport.LayerCounts> counts = new ArrayList<>();
        for (StoredLayer stored : contents.layers()) {
            compareWithCatalogue(stored);
            attempt(stored.name(), () -> counts.add(new LayerCheck(contents, stored, changesets, findings).run()));
        }
        changesets.finish();
        return new CheckReport(contents.name(), changesets.last(), changesets.count(), counts, findings.list());
    }

    /** What fails as a whole is told as an issue too, and the rest is looked at all the same. */
    private void attempt(@Nullable String layer, Runnable part) {
        try {
            part.run();
        } catch (StoreException e) {
            findings.accept(new StoreIssue(StoreIssueCode.STORE_UNREADABLE, layer, null, null, e.text()));
        }
    }

    private void compareWithCatalogue(StoredLayer stored) {
        String name = stored.name();
        if (!stored.isInCatalogue()) {
            findings.accept(StoreIssue.of(
                    StoreIssueCode.LAYER_NOT_IN_CATALOGUE,
                    name,
                    "lớp " + name + " không có trong danh mục",
                    "the layer " + name + " is not in the catalogue"));
        }
        for (String column : stored.unknownColumns()) {
            findings.accept(StoreIssue.of(
                    StoreIssueCode.COLUMN_NOT_IN_CATALOGUE,
                    name,
                    "cột " + column + " không có trong danh mục",
                    "the column " + column + " is not in the catalogue"));
        }
        for (String attribute : stored.missingColumns()) {
            findings.accept(StoreIssue.of(
                    StoreIssueCode.COLUMN_MISSING,
                    name,
                    "thuộc tính " + attribute + " chưa có cột",
                    "the attribute " + attribute + " has no column"));
        }
    }
}
