/**
 * What an import changes, feature by feature, as people ask about it.
 *
 * <p>{@link vn.ruralmap.dataimport.diff.ImportDiff} reads a plan beside what is stored and tells of each feature what is
 * added, changed (which attributes, how far the border moves, areas before and after), ended and by whom succeeded,
 * unchanged or refused. It measures while it is read, so that a million changes are never held at once.
 * {@link vn.ruralmap.dataimport.diff.PlanDigest} tells whether two plans change the same.
 *
 * <p>It knows plans and the model. It must not know files, formats of reports or how a plan is made.
 */
@NullMarked
package vn.ruralmap.dataimport.diff;

import org.jspecify.annotations.NullMarked;
