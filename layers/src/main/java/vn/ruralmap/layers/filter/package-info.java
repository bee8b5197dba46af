/**
 * Filters that clients write, in the words of CQL.
 *
 * <p>{@link vn.ruralmap.layers.filter.FilterText} reads one onto GeoTools' filter model and lets only through what is
 * known to be harmless: no functions, and only names that the caller knows. Who evaluates it can rely on that.
 */
@NullMarked
package vn.ruralmap.layers.filter;

import org.jspecify.annotations.NullMarked;
