/**
 * The production store: a PostgreSQL database with PostGIS, one typed table a layer in the schema {@code ruralmap}.
 *
 * <p>{@link vn.ruralmap.layers.store.postgis.PostgisStore} is the adapter. History, versions of edits in plain SQL, revisions
 * and notifications are the work of triggers ({@code db/postgis}), so that nothing can change a layer past them; the program
 * checks, numbers and explains. Geometry travels as WKB. Table, column and layer names come from the catalogue only; every
 * other value is bound or copied.
 */
@NullMarked
package vn.ruralmap.layers.store.postgis;

import org.jspecify.annotations.NullMarked;
