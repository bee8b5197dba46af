/**
 * Whether a store is sound: {@link vn.ruralmap.layers.check.StoreCheck} reads all of it at one moment and tells what is wrong,
 * where, and how to mend it.
 *
 * <p>History is followed row by row and never held; in memory are the numbers of each changeset and, of coverages alone, the
 * geometry. Knows the store port, so it works on every adapter; what only a database knows about itself, its adapter tells
 * through {@link vn.ruralmap.layers.store.StoreContents#inspect}.
 */
@NullMarked
package vn.ruralmap.layers.check;

import org.jspecify.annotations.NullMarked;
