/**
 * Last stage of an import: checked rows against what is stored, and one changeset out of the difference.
 *
 * <p>{@link vn.ruralmap.dataimport.load.Planner} finds for each row the feature it means, by key and date, ends what it
 * succeeds, and leaves alone what is the same; {@link vn.ruralmap.dataimport.load.Publisher} publishes the
 * {@link vn.ruralmap.dataimport.load.ImportPlan}, and plans anew once if the store changed meanwhile.
 *
 * <p>Rows wait in a {@link vn.ruralmap.dataimport.load.DiskList}, and a plan makes its changes out of them when it is asked.
 *
 * <p>This is the only stage that sees the store. It knows no file, no field name and no coordinate system.
 */
@NullMarked
package vn.ruralmap.dataimport.load;

import org.jspecify.annotations.NullMarked;
