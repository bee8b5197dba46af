/** Which features of a view a request is about, and in which order: the same for every service. */
@NullMarked
package vn.ruralmap.layers.query;

import org.jspecify.annotations.NullMarked;
