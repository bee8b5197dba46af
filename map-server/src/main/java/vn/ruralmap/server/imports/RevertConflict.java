package vn.ruralmap.server.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.store.ConflictException;
import vn.ruralmap.layers.store.ConflictException.Conflict;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.support.RequestException;

/** Says why a changeset cannot be undone: how many features went on since, the first of them, and whose work that was. */
final class RevertConflict {

    private static final int NAMED = 5;

    private final List<Conflict> conflicts;
    private final FeatureStore store;
    private final Snapshot snapshot;

    private RevertConflict(List<Conflict> conflicts, FeatureStore store, Snapshot snapshot) {
        this.conflicts = conflicts;
        this.store = store;
        this.snapshot = snapshot;
    }

    /** @param snapshot knows the features' names */
    static RequestException of(ConflictException e, FeatureStore store, Snapshot snapshot) {
        RevertConflict conflict = new RevertConflict(e.conflicts(), store, snapshot);
        return RequestException.of(409, "Conflict", "id", conflict.vi(), conflict.en());
    }

    private String vi() {
        int more = conflicts.size() - NAMED;
        return "Không hoàn tác được: " + conflicts.size() + " đối tượng đã được sửa tiếp (" + names("vi")
                + (more > 0 ? " và " + more + " đối tượng khác" : "") + ")"
                + since(", ở ", "lần thay đổi số ", " của ") + ". Hãy hoàn tác các lần sau trước, từ mới đến cũ.";
    }

    private String en() {
        int more = conflicts.size() - NAMED;
        return "It cannot be undone: " + conflicts.size()
                + (conflicts.size() == 1 ? " feature was" : " features were") + " changed again (" + names("en")
                + (more > 0 ? " and " + more + " more" : "") + ")"
                + since(", by ", "changeset ", " of ")
                + ". Undo the later changesets first, the newest before the others.";
    }

    private String names(String language) {
        return conflicts.stream()
                .limit(NAMED)
                .map(conflict -> name(conflict, language))
                .collect(Collectors.joining(", "));
    }

    private String name(Conflict conflict, String language) {
        Optional<Feature> found =
                snapshot.catalogue().findLayer(conflict.layer()).isPresent()
                        ? snapshot.find(conflict.layer(), conflict.fid())
                        : Optional.empty();
        // What was deleted since has no name any longer.
        return found.map(feature -> snapshot.view(
                                conflict.layer(), feature.validity().from())
                        .label(feature, language))
                .filter(label -> !label.isBlank())
                .orElse(conflict.layer() + "." + conflict.fid());
    }

    /** The newest first, as they are to be undone. */
    private String since(String first, String changeset, String author) {
        List<Long> ids = conflicts.stream()
                .map(Conflict::changeset)
                .filter(id -> id > 0)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        String listed = ids.stream()
                .limit(NAMED)
                .map(id -> changeset
                        + id
                        + store.findChangeset(id)
                                .map(Changeset::author)
                                .map(name -> author + name)
                                .orElse(""))
                .collect(Collectors.joining(", "));
        return listed.isEmpty() ? "" : first + listed + (ids.size() > NAMED ? ", …" : "");
    }
}
