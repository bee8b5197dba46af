package vn.ruralmap.server.editing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.StoredShape;
import vn.ruralmap.layers.snapshot.Snapshot;

/**
 * What the store has behind the features that services show. On a derived layer those are the features of another one, with that
 * one's fids, and the values of a row of this layer if one refers to them on the date.
 */
record Rows(Snapshot snapshot, LocalDate date) {

    /** The row behind a feature; a feature of a derived layer need not have one. */
    Optional<Feature> find(Layer layer, long fid) {
        Layer.Derivation derivation = layer.derivation();
        if (derivation == null) {
            return snapshot.find(layer.name(), fid);
        }
        int through = layer.indexOf(derivation.through());
        return snapshot.rows(layer.name()).stream()
                .filter(row ->
                        row.validity().contains(date) && Long.valueOf(fid).equals(row.value(through)))
                .findFirst();
    }

    /** The feature as services show it; empty: they do not. */
    Optional<Feature> findShown(Layer layer, long fid) {
        return layer.isDerived() ? snapshot.view(layer.name(), date).find(fid) : snapshot.find(layer.name(), fid);
    }

    /** The fid under which services show a row. */
    static long shownFid(Layer layer, Feature row) {
        Layer.Derivation derivation = layer.derivation();
        Object through = derivation == null ? null : row.value(layer.indexOf(derivation.through()));
        return through == null ? row.fid() : (Long) through;
    }

    /** A draft for a row that is not there yet, with the reference to the feature that it is about. */
    Draft withSource(Layer layer, long fid, Draft draft) {
        Layer.Derivation derivation = layer.derivation();
        if (derivation == null || draft.properties().get(derivation.through()) != null) {
            return draft;
        }
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(draft.properties());
        properties.put(derivation.through(), fid);
        return new Draft(properties, draft.hasGeometry(), draft.geometry());
    }

    /** Without a geometry that is the one shown: GDAL sends back all that it has read, on derived layers too. */
    Draft withoutShownShape(Layer layer, long fid, Draft draft) {
        Geometry drawn = draft.geometry();
        if (!layer.isDerived() || drawn == null) {
            return draft;
        }
        boolean isShown = findShown(layer, fid)
                .map(Feature::geometry)
                .filter(shown -> isSame(shown, drawn))
                .isPresent();
        return isShown ? new Draft(draft.properties(), false, null) : draft;
    }

    private static boolean isSame(Geometry shown, Geometry drawn) {
        return shown.getNumPoints() == drawn.getNumPoints()
                && StoredShape.of(CoordinateGrid.snap(drawn)).norm().equalsExact(shown.norm());
    }
}
