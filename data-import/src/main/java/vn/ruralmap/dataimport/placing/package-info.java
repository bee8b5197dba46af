/**
 * Where the numbers of a file lie on the ground: the coordinates doctor.
 *
 * <p>{@link vn.ruralmap.dataimport.placing.SystemChoice} decides. What a file or a person declares stays unless the
 * features lie elsewhere than they can; then every {@link vn.ruralmap.dataimport.placing.Candidate} (axes of VN-2000,
 * UTM, degrees, Hanoi 1972, X and Y swapped, degrees with minutes and seconds) is tried on a sample and ranked by the
 * distance to the units that the rows name. {@link vn.ruralmap.dataimport.placing.Thresholds} holds every number that
 * decides.
 *
 * <p>This package knows coordinate systems and geometry, and from {@code transform} where Vietnam is; it knows no file,
 * no attribute and no store.
 */
@NullMarked
package vn.ruralmap.dataimport.placing;

import org.jspecify.annotations.NullMarked;
