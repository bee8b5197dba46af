/**
 * Moves all that a store holds into an empty one: {@link vn.ruralmap.layers.copy.StoreCopy}. History, changesets, numbers, times
 * and authors stay as they were, and both sides are held against each other before anything becomes visible.
 *
 * <p>Streams row by row. Knows the store port alone, so every adapter can be either side.
 */
@NullMarked
package vn.ruralmap.layers.copy;

import org.jspecify.annotations.NullMarked;
