package vn.ruralmap.layers.store;

import vn.ruralmap.layers.model.Feature;

/**
 * A feature that is no more.
 *
 * @param changeset that deleted it
 * @param version that its deletion is
 * @param last what it was before
 */
public record DeletedFeature(long changeset, int version, Feature last) {}
