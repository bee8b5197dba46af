/**
 * The snapshot: an immutable in-memory view of everything published, from which all requests are answered.
 *
 * <p>{@link vn.ruralmap.layers.snapshot.Snapshots} keeps the current one up to date with the store;
 * {@link vn.ruralmap.layers.snapshot.Snapshot} is all layers at one revision; {@link
 * vn.ruralmap.layers.snapshot.LayerView} is one layer at one legal date, with a spatial index and geometry generalised
 * per zoom. A new revision reuses all that did not change. Requests never wait for the database.
 */
@NullMarked
package vn.ruralmap.layers.snapshot;

import org.jspecify.annotations.NullMarked;
