/**
 * First stage of an import: files to source records, as they are in the file.
 *
 * <p>{@link vn.ruralmap.dataimport.read.SourceFiles#open} gives a {@link vn.ruralmap.dataimport.read.Source} that
 * streams {@link vn.ruralmap.dataimport.read.SourceRecord}s from a file of one of the {@code Formats}, loose or zipped;
 * a new format is a class and a line there. Files are hostile until proven otherwise: every length is checked against the file before memory is
 * taken. What is damaged but readable becomes an issue; what is not readable is refused with an
 * {@link vn.ruralmap.dataimport.read.UnreadableSourceException}.
 *
 * <p>Coordinates come as stored, x first; values as stored, apart from padding. This package knows no layer, no
 * coordinate transformation and no store; of coordinate systems only the order of axes that a name implies.
 */
@NullMarked
package vn.ruralmap.dataimport.read;

import org.jspecify.annotations.NullMarked;
