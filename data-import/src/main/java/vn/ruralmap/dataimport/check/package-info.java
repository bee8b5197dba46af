/**
 * Second stage of an import, for the attributes: names and values of a source against the schema of a layer.
 *
 * <p>{@link vn.ruralmap.dataimport.check.FieldMapping} decides which field is which attribute,
 * {@link vn.ruralmap.dataimport.check.RowCheck} turns the values of a row into typed ones. Nothing is guessed silently:
 * what was changed is an INFO or a WARNING, what cannot be understood an ERROR that keeps the row out.
 *
 * <p>This package knows the model and the catalogue; it knows no file, no geometry and no store.
 */
@NullMarked
package vn.ruralmap.dataimport.check;

import org.jspecify.annotations.NullMarked;
