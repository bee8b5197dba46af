package vn.ruralmap.server.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.support.RequestException;

/** Which version of a feature an edit is based on: as it says, or what its writer has read last; and whether that is still the last one. */
final class SeenVersions {

    private final FeatureStore store;
    private final Readings readings;
    private final EditingSettings settings;
    private final History history;

    SeenVersions(FeatureStore store, Readings readings, EditingSettings settings) {
        this.store = store;
        this.readings = readings;
        this.settings = settings;
        this.history = new History(store);
    }

    /**
     * @throws UnseenVersionException if it must be known which versions the writer has seen, and is not
     * @throws RequestException status 404 if there never was such a feature
     */
    List<EditConflict> findConflicts(EditRequest request, Snapshot snapshot) {
        boolean isStrict =
                request.mustHaveSeen() || settings.unstatedVersions() == EditingSettings.UnstatedVersions.STRICT;
        Rows rows = new Rows(snapshot, request.date());
        List<EditConflict> conflicts = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        for (Edit edit : request.edits()) {
            if (edit instanceof Edit.Insert) {
                continue;
            }
            Layer layer = snapshot.layer(edit.layer());
            long fid = Outcomes.fid(edit);
            if (edit instanceof Edit.Restore restore) {
                boolean isAsSeen = new EditHistory(store)
                        .findDeleted(layer, fid)
                        .filter(deleted -> deleted.version() == restore.seenVersion())
                        .isPresent();
                if (!isAsSeen) {
                    conflicts.add(history.conflict(snapshot, request.date(), layer, fid, restore.seenVersion()));
                }
                continue;
            }
            OptionalInt seen = seen(request.writer(), edit, fid);
            Optional<Feature> shown = rows.findShown(layer, fid);
            if (shown.isEmpty()
                    && seen.isEmpty()
                    && store.history(layer.name(), fid).isEmpty()) {
                throw noSuchFeature(layer, fid);
            }
            if (shown.isEmpty()
                    || seen.isPresent() && seen.getAsInt() != shown.get().version()) {
                conflicts.add(history.conflict(
                        snapshot, request.date(), layer, fid, seen.isPresent() ? seen.getAsInt() : null));
            } else if (seen.isEmpty() && isStrict) {
                unseen.add(layer.name() + "." + fid);
            }
        }
        if (conflicts.isEmpty() && !unseen.isEmpty()) {
            throw new UnseenVersionException(unseen);
        }
        return conflicts;
    }

    private OptionalInt seen(Writer writer, Edit edit, long fid) {
        Integer stated = statedVersion(edit);
        return stated == null ? readings.find(writer, edit.layer(), fid) : OptionalInt.of(stated);
    }

    private static @Nullable Integer statedVersion(Edit edit) {
        if (edit instanceof Edit.Update update) {
            return update.seenVersion() == null ? update.draft().statedVersion().orElse(null) : update.seenVersion();
        } else if (edit instanceof Edit.Replace replace) {
            return replace.seenVersion() == null
                    ? replace.draft().statedVersion().orElse(null)
                    : replace.seenVersion();
        }
        if (edit instanceof Edit.Succeed succeed) {
            return succeed.seenVersion();
        }
        return edit instanceof Edit.Delete delete ? delete.seenVersion() : null;
    }

    private static RequestException noSuchFeature(Layer layer, long fid) {
        return RequestException.of(
                404,
                "NotFound",
                layer.name() + "." + fid,
                "Không có đối tượng " + layer.name() + "." + fid,
                "There is no feature " + layer.name() + "." + fid);
    }
}
