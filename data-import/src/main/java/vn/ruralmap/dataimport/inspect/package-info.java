/**
 * Checks of an import that need more than one row: what would lie on the ground once it is published.
 *
 * <p>{@link vn.ruralmap.dataimport.inspect.Inspection} is given every feature as it would be and finds overlaps and gaps of
 * a coverage, features outside the unit that they name, declared areas that are not the measured ones, and codes that look
 * alike. Findings name both sides and a place; they are warnings unless a strict import asks for more.
 *
 * <p>This package knows the model; it knows no file, no plan and no store.
 */
@NullMarked
package vn.ruralmap.dataimport.inspect;

import org.jspecify.annotations.NullMarked;
