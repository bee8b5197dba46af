/**
 * The layer definitions: YAML files and SLD styles, the shipped ones and those of the operator's directory.
 *
 * <p>{@link vn.ruralmap.layers.catalogue.CatalogueReader} reads and checks everything once, at start: an unknown key, a
 * wrong type or a missing style stops it with file, line and reason. {@link vn.ruralmap.layers.catalogue.Catalogue} is
 * the result. Knows nothing of stores or services.
 */
@NullMarked
package vn.ruralmap.layers.catalogue;

import org.jspecify.annotations.NullMarked;
