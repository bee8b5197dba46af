package vn.ruralmap.layers.store;

import java.time.Instant;

/**
 * What one changeset did to one layer.
 *
 * @param changeset its number
 * @param time when it was published
 * @param inserted number of features that it began
 * @param updated number of features that it changed, or brought back
 * @param deleted number of features that it took away
 */
public record LayerChange(long changeset, Instant time, int inserted, int updated, int deleted) {}
