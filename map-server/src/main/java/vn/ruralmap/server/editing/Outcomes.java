package vn.ruralmap.server.editing;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.store.FeatureChange;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.editing.EditOutcome.Edited;

/** Finds out of a published changeset what became of each edit: the same way at once and when the request is repeated years later. */
final class Outcomes {

    private final FeatureStore store;

    Outcomes(FeatureStore store) {
        this.store = store;
    }

    EditOutcome of(long changeset, EditRequest request, Snapshot snapshot, boolean isRepeated) {
        Map<String, List<FeatureChange>> byLayer = new HashMap<>();
        store.listFeatureChanges(changeset)
                .forEach(change -> byLayer.computeIfAbsent(change.layer(), layer -> new ArrayList<>())
                        .add(change));
        Map<String, LayerOutcome> layers = new HashMap<>();
        List<Edited> edited = new ArrayList<>();
        for (Edit edit : request.edits()) {
            Layer layer = snapshot.layer(edit.layer());
            LayerOutcome outcome = layers.computeIfAbsent(
                    layer.name(),
                    name -> new LayerOutcome(
                            snapshot,
                            request.date(),
                            layer,
                            byLayer.getOrDefault(name, List.of()),
                            named(request, name)));
            edited.add(begins(edit, layer) ? outcome.next() : outcome.get(fid(edit)));
        }
        return new EditOutcome(changeset, edited, isRepeated);
    }

    /** Whether services show a fid that there was not before. */
    private static boolean begins(Edit edit, Layer layer) {
        return edit instanceof Edit.Insert || edit instanceof Edit.Succeed && !layer.isDerived();
    }

    /** Everything was like that already. */
    EditOutcome unchanged(EditRequest request, Snapshot snapshot) {
        List<Edited> edited = new ArrayList<>();
        for (Edit edit : request.edits()) {
            Layer layer = snapshot.layer(edit.layer());
            edited.add(new LayerOutcome(snapshot, request.date(), layer, List.of(), Set.of()).get(fid(edit)));
        }
        return new EditOutcome(null, edited, false);
    }

    /** @throws IllegalArgumentException for a new feature */
    static long fid(Edit edit) {
        if (edit instanceof Edit.Update update) {
            return update.fid();
        } else if (edit instanceof Edit.Replace replace) {
            return replace.fid();
        } else if (edit instanceof Edit.Delete delete) {
            return delete.fid();
        } else if (edit instanceof Edit.Succeed succeed) {
            return succeed.fid();
        } else if (edit instanceof Edit.Restore restore) {
            return restore.fid();
        }
        throw new IllegalArgumentException("a new feature has no fid");
    }

    private static Set<Long> named(EditRequest request, String layer) {
        Set<Long> fids = new HashSet<>();
        for (Edit edit : request.edits()) {
            if (edit.layer().equals(layer) && !(edit instanceof Edit.Insert)) {
                fids.add(fid(edit));
            }
        }
        return fids;
    }

    /** The changes of one layer, by the fids that services show. */
    private final class LayerOutcome {
        private final Snapshot snapshot;
        private final LocalDate date;
        private final Layer layer;
        private final Map<Long, Integer> versions = new HashMap<>();
        private final Deque<Long> inserted = new ArrayDeque<>();

        /** @param named fids that edits name, so that a new row of a derived layer for one of them was no insert */
        LayerOutcome(Snapshot snapshot, LocalDate date, Layer layer, List<FeatureChange> changes, Set<Long> named) {
            this.snapshot = snapshot;
            this.date = date;
            this.layer = layer;
            for (FeatureChange change : changes) {
                long fid = layer.isDerived() ? shownFid(change) : change.fid();
                versions.put(fid, change.version());
                if (change.version() == 1 && !change.isDeletion() && !named.contains(fid)) {
                    inserted.add(fid);
                }
            }
        }

        private long shownFid(FeatureChange change) {
            return store.history(layer.name(), change.fid()).stream()
                    .filter(version -> version.version() <= change.version() && version.feature() != null)
                    .reduce((earlier, later) -> later)
                    .map(version -> Rows.shownFid(layer, java.util.Objects.requireNonNull(version.feature())))
                    .orElse(change.fid());
        }

        Edited next() {
            return edited(inserted.remove());
        }

        Edited get(long fid) {
            return edited(fid);
        }

        /** A derived feature's version counts changes of its source as well, so it is what services show now. */
        private Edited edited(long fid) {
            Rows rows = new Rows(snapshot, date);
            int shown = rows.findShown(layer, fid).map(Feature::version).orElse(versions.getOrDefault(fid, 0));
            int version = layer.isDerived() ? shown : versions.getOrDefault(fid, shown);
            return new Edited(layer.name(), fid, version);
        }
    }
}
