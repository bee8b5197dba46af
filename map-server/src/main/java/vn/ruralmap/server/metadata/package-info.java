/**
 * What data there are, since when, from whom and on which terms: {@code /metadata/{layer}} as a page, ISO 19139 and Atom, and
 * {@code /catalog.jsonld} (DCAT). All of it follows from the catalogue, the data and {@link vn.ruralmap.server.metadata.Terms}.
 */
@NullMarked
package vn.ruralmap.server.metadata;

import org.jspecify.annotations.NullMarked;
