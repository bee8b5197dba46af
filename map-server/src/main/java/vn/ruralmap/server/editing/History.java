package vn.ruralmap.server.editing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.FeatureVersion;

/** Tells who changed a feature last, when, and what: for people who wanted to change it too. */
final class History {

    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final FeatureStore store;

    History(FeatureStore store) {
        this.store = store;
    }

    /**
     * @param fid as services show it
     * @param seen as services show it; null: unknown
     */
    EditConflict conflict(Snapshot snapshot, LocalDate date, Layer layer, long fid, @Nullable Integer seen) {
        Rows rows = new Rows(snapshot, date);
        Optional<Feature> shown = rows.findShown(layer, fid);
        Integer version = shown.map(Feature::version).orElse(null);
        List<FeatureVersion> versions = versions(layer, rows, fid);
        FeatureVersion last = versions.isEmpty() ? null : versions.get(versions.size() - 1);
        Changeset changeset =
                last == null ? null : store.findChangeset(last.changeset()).orElse(null);
        List<String> fields = last == null ? List.of() : differences(layer, seenOf(layer, versions, seen), last);
        String id = layer.name() + "." + fid;
        return new EditConflict(
                id,
                seen,
                version,
                last == null ? 0 : last.changeset(),
                changeset == null ? null : changeset.author(),
                changeset == null ? null : changeset.time(),
                fields,
                text(id, seen, version, changeset, fields));
    }

    private List<FeatureVersion> versions(Layer layer, Rows rows, long fid) {
        Optional<Feature> row = rows.find(layer, fid);
        Layer.Derivation derivation = layer.derivation();
        if (row.isEmpty() && derivation != null) {
            return store.history(derivation.source(), fid);
        }
        return store.history(layer.name(), row.map(Feature::fid).orElse(fid));
    }

    /** The version that somebody saw, or the one before the last: what services show of derived layers has no history of its own. */
    private static @Nullable Feature seenOf(Layer layer, List<FeatureVersion> versions, @Nullable Integer seen) {
        int wanted = layer.isDerived() || seen == null ? versions.size() - 1 : seen;
        return versions.stream()
                .filter(version -> version.version() == wanted)
                .findFirst()
                .map(FeatureVersion::feature)
                .orElse(null);
    }

    private static List<String> differences(Layer layer, @Nullable Feature seen, FeatureVersion last) {
        Feature now = last.feature();
        if (seen == null
                || now == null
                || seen.values().size() != layer.attributes().size()
                || now.values().size() != layer.attributes().size()) {
            return List.of();
        }
        Change.Content before = Change.Content.of(seen);
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < layer.attributes().size(); i++) {
            if (!Objects.equals(seen.value(i), now.value(i))) {
                fields.add(layer.attributes().get(i).name());
            }
        }
        addIf(
                fields,
                "valid_from",
                !before.validity().from().equals(now.validity().from()));
        addIf(
                fields,
                "valid_to",
                !Objects.equals(before.validity().to(), now.validity().to()));
        addIf(fields, "decision", !Objects.equals(before.decision(), now.decision()));
        addIf(
                fields,
                "geom",
                seen.geometry() != null
                        && now.geometry() != null
                        && !seen.geometry().equalsExact(now.geometry()));
        return fields;
    }

    private static void addIf(List<String> fields, String name, boolean isDifferent) {
        if (isDifferent) {
            fields.add(name);
        }
    }

    private static LocalizedText text(
            String id,
            @Nullable Integer seen,
            @Nullable Integer version,
            @Nullable Changeset changeset,
            List<String> fields) {
        String who = changeset == null ? "" : changeset.author();
        String when = changeset == null ? "" : LOCAL_TIME.format(changeset.time());
        String what = fields.isEmpty() ? "" : " (" + String.join(", ", fields) + ")";
        String number = changeset == null ? "" : Long.toString(changeset.id());
        String vi = changeset == null
                ? id + " không còn ở phiên bản đã thấy"
                : id + " đã bị " + who + (version == null ? " xóa" : " sửa" + what) + " lúc " + when
                        + " giờ Việt Nam (lần cập nhật " + number + ")";
        String en = changeset == null
                ? id + " is no longer in the version that was seen"
                : id + " was " + (version == null ? "deleted" : "changed" + what) + " by " + who + " at " + when
                        + " Vietnam time (changeset " + number + ")";
        String viVersions = version == null
                ? ""
                : seen == null
                        ? "; nay là phiên bản " + version
                        : "; đã thấy phiên bản " + seen + ", nay là " + version;
        String enVersions = version == null
                ? ""
                : seen == null
                        ? "; it is version " + version + " now"
                        : "; version " + seen + " was seen, it is " + version + " now";
        return new LocalizedText(
                vi + viVersions + ". Hãy tải lại rồi sửa tiếp.",
                en + enVersions + ". Load it again before you edit it.");
    }
}
