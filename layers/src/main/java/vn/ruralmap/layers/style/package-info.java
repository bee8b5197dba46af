/**
 * Reads OGC styles (SLD 1.0.0, and SLD 1.1.0 with Symbology Encoding) onto GeoTools' style model, filters and labels onto
 * {@code layers.filter}.
 *
 * <p>{@link vn.ruralmap.layers.style.StyleReader} gives a {@link vn.ruralmap.layers.style.MapStyle}; what it cannot
 * read it refuses with a {@link vn.ruralmap.layers.style.StyleException} that names file, line and remedy, so that a
 * map never silently looks different from what its author wrote.
 *
 * <p>A style file may come from an operator or a stranger: no document type, no entities, no functions but those of
 * filters, no links to other files, and every property name must be one the layer has. This package does not draw.
 */
@NullMarked
package vn.ruralmap.layers.style;

import org.jspecify.annotations.NullMarked;
