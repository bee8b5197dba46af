/**
 * The store port: where features, their history and changesets are kept.
 *
 * <p>{@link vn.ruralmap.layers.store.FeatureStore} is the port; each adapter is a package below and passes the same
 * contract suite. Everything that changes data is a changeset in one transaction. The port knows the model and the
 * catalogue, nothing of files, SQL or HTTP.
 */
@NullMarked
package vn.ruralmap.layers.store;

import org.jspecify.annotations.NullMarked;
