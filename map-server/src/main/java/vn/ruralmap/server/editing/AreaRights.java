package vn.ruralmap.server.editing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureChange;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.FeatureVersion;
import vn.ruralmap.server.support.RequestException;

/**
 * Who may change what: the one place that decides it, whatever way a change comes.
 *
 * <p>An account with an area may change a feature only if it lies within the area before and after, as the units were on the legal
 * date: today, or the nearest day on which the feature is in force. A feature without geometry lies where the commune is that it
 * refers to. Without an area there is no such limit. Administrative units give areas their meaning, so officers do not edit them.
 */
@Component
public final class AreaRights {

    private static final Set<String> UNIT_LAYERS = Set.of("communes", "districts", "provinces");

    private final Snapshots snapshots;
    private final FeatureStore store;
    private final Areas areas = new Areas();

    public AreaRights(Snapshots snapshots, FeatureStore store) {
        this.snapshots = snapshots;
        this.store = store;
    }

    /**
     * @param changes that are to be published, made against the current snapshot
     * @throws RequestException status 403 if the writer may not make one of them
     */
    public void demand(Writer writer, List<Change> changes) {
        snapshots.refresh();
        demand(writer, changes, snapshots.current());
    }

    void demand(Writer writer, List<Change> changes, Snapshot snapshot) {
        for (Change change : changes) {
            Layer layer = snapshot.layer(change.layer());
            Optional<Long> fid = fid(change);
            Change.Content content = change.content();
            demand(
                    writer,
                    snapshot,
                    layer,
                    fid.flatMap(number -> snapshot.find(layer.name(), number)).orElse(null));
            // a new feature has no number yet
            demand(writer, snapshot, layer, content == null ? null : content.toFeature(fid.orElse(0L), 1));
        }
    }

    /**
     * The same for undoing a changeset: what it made and what was before it.
     *
     * @throws RequestException status 403 if it touched something that the writer may not change
     */
    public void demandRevert(Writer writer, long changeset) {
        Snapshot snapshot = snapshots.current();
        for (FeatureChange change : store.listFeatureChanges(changeset)) {
            Layer layer = snapshot.layer(change.layer());
            // the history of thousands of features is read for those only to whom it matters
            List<FeatureVersion> steps =
                    writer.area().isEmpty() ? List.of() : store.history(layer.name(), change.fid());
            demand(writer, snapshot, layer, null);
            steps.stream()
                    .filter(step -> step.version() == change.version() || step.version() == change.version() - 1)
                    .forEach(step -> demand(writer, snapshot, layer, step.feature()));
        }
    }

    private static void demandRole(Writer writer, String layer) {
        if (UNIT_LAYERS.contains(layer)) {
            writer.demandAnyOf(Role.DATA_MANAGER, Role.APPROVER);
        } else {
            writer.demandAnyOf(Role.OFFICER, Role.DATA_MANAGER, Role.APPROVER);
        }
    }

    private static Optional<Long> fid(Change change) {
        if (change instanceof Change.Update update) {
            return Optional.of(update.fid());
        } else if (change instanceof Change.Delete delete) {
            return Optional.of(delete.fid());
        }
        return change instanceof Change.Restore restore ? Optional.of(restore.fid()) : Optional.empty();
    }

    /** @param feature as it is before or after a change; null: there is none then */
    void demand(Writer writer, Snapshot snapshot, Layer layer, @Nullable Feature feature) {
        demandRole(writer, layer.name());
        if (feature == null || writer.area().isEmpty()) {
            return;
        }
        LocalDate date = nearestDay(feature.validity(), snapshots.today());
        Areas.Area area = areas.of(snapshot, writer.area(), date);
        Geometry geometry = feature.geometry();
        boolean isWithin = geometry == null
                ? commune(layer, feature).filter(area::containsUnit).isPresent()
                : area.covers(geometry);
        if (!isWithin) {
            throw outside(writer, layer, feature, area, date);
        }
    }

    private static LocalDate nearestDay(Validity validity, LocalDate today) {
        if (today.isBefore(validity.from())) {
            return validity.from();
        }
        LocalDate to = validity.to();
        return to == null || today.isBefore(to) ? today : to.minusDays(1);
    }

    /** The fid of the commune that a feature refers to. */
    private static Optional<Long> commune(Layer layer, Feature feature) {
        for (Attribute attribute : layer.attributes()) {
            if (Areas.COMMUNES.equals(attribute.references())
                    && feature.value(layer.indexOf(attribute.name())) instanceof Long fid) {
                return Optional.of(fid);
            }
        }
        return Optional.empty();
    }

    private static RequestException outside(
            Writer writer, Layer layer, Feature feature, Areas.Area area, LocalDate date) {
        String label = feature.text(layer, layer.labelAttribute().name());
        String id = feature.fid() == 0 ? layer.name() : feature.id(layer);
        String name = label == null ? id : "“" + label + "” (" + id + ")";
        String units = area.names().isEmpty() ? String.join(", ", writer.area()) : String.join(", ", area.names());
        return RequestException.of(
                403,
                "OutsideArea",
                id,
                name + " không nằm trọn trong địa bàn của tài khoản " + writer.name() + " (" + units + ", theo ngày "
                        + date + "); không có gì được ghi",
                name + " does not lie wholly within the area of the account " + writer.name() + " (" + units
                        + ", as of " + date + "); nothing was written");
    }
}
