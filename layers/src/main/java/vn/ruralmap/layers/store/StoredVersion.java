package vn.ruralmap.layers.store;

import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;

/**
 * A row of a layer or of its history as it is stored, right or wrong.
 *
 * @param fid of the feature
 * @param version of the feature
 * @param changeset that made it; 0 for rows of the layer itself, where not every store keeps it
 * @param deleted true: from this version on there was no feature
 * @param feature what it was; null if it was deleted or is damaged
 * @param damage why the row cannot be read; null: it can
 */
public record StoredVersion(
        long fid,
        int version,
        long changeset,
        boolean deleted,
        @Nullable Feature feature,
        @Nullable String damage) {}
