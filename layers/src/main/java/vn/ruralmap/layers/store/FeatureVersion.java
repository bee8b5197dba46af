package vn.ruralmap.layers.store;

import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;

/**
 * One step in a feature's history.
 *
 * @param changeset that made it
 * @param version the number of the step
 * @param feature what the feature was from then on; null: it was deleted
 */
public record FeatureVersion(
        long changeset, int version, @Nullable Feature feature) {}
