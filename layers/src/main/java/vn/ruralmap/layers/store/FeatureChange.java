package vn.ruralmap.layers.store;

/**
 * What a changeset did to one feature.
 *
 * @param version that it has since then; 1: the changeset made it
 * @param isDeletion true: it is gone
 */
public record FeatureChange(String layer, long fid, int version, boolean isDeletion) {}
