package vn.ruralmap.layers.store.postgis;

import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.concurrent.LookAhead;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.ChangeCheck;

/**
 * A change that was found to fit its layer, with the columns that its author gives as COPY takes them: done ahead, while
 * PostgreSQL is busy with the rows before.
 *
 * @param columns null: the feature is deleted
 */
record CheckedChange(Layer layer, Change change, byte @Nullable [] columns) {

    /** What a unit of weight is, in bytes. */
    private static final int UNIT = 16;

    /** All changes of a draft, in order. To be closed. */
    static LookAhead<CheckedChange> ahead(ChangesetDraft draft, ChangeCheck check) {
        CopyBytes bytes = new CopyBytes();
        return LookAhead.over(
                draft.changes(),
                change -> {
                    Layer layer = check.check(change);
                    return new CheckedChange(layer, change, columns(layer, change.content(), bytes));
                },
                checked -> checked.columns() == null ? 1 : checked.columns().length / UNIT);
    }

    private static byte @Nullable [] columns(Layer layer, Change.@Nullable Content content, CopyBytes bytes) {
        if (content == null) {
            return null;
        }
        bytes.add(content.validity().from()).add(content.validity().to()).add(content.decision());
        if (!layer.isDerived()) {
            bytes.add(content.geometry());
        }
        content.values().forEach(bytes::add);
        return bytes.take();
    }
}
