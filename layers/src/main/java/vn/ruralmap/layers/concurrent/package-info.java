/** How long lists are gone through by two threads at once. */
@NullMarked
package vn.ruralmap.layers.concurrent;

import org.jspecify.annotations.NullMarked;
