/** Which spellings mean the same text to people in Vietnam: one place for search, imports and filters. */
@NullMarked
package vn.ruralmap.layers.spelling;

import org.jspecify.annotations.NullMarked;
