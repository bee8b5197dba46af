/**
 * Facts of the state that an import can be held against: which unit a code meant on a date.
 *
 * <p>{@link vn.ruralmap.dataimport.official.OfficialUnits} knows the provinces, districts and communes of the whole country
 * before and after 1/7/2025; of a code that it does not have it says nothing. The table names its legal acts.
 *
 * <p>This package knows no file of a user, no layer and no store.
 */
@NullMarked
package vn.ruralmap.dataimport.official;

import org.jspecify.annotations.NullMarked;
