/**
 * One language of conditions under all services.
 *
 * <p>Readers turn what clients write into {@link vn.ruralmap.layers.filter.Condition}s:
 * {@link vn.ruralmap.layers.filter.FesReader} filters in XML. They know no feature; names are looked up in
 * {@link vn.ruralmap.layers.filter.FilterNames}, and what is not known is refused. {@link vn.ruralmap.layers.filter.ConditionCompiler}
 * makes a condition ready for many rows, {@link vn.ruralmap.layers.filter.Candidates} asks an index which of them to look at.
 */
@NullMarked
package vn.ruralmap.layers.filter;

import org.jspecify.annotations.NullMarked;
