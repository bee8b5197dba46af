/**
 * The embedded store: one GeoPackage file (OGC 12-128r17) that QGIS and GDAL open directly, also while the server runs.
 *
 * <p>{@link vn.ruralmap.layers.store.geopackage.GeoPackageStore} is the adapter. SQLite in WAL mode with
 * {@code synchronous=FULL}: a crash at any point leaves the last published changeset. One writer at a time, in any
 * process. Table, column and layer names come from the catalogue only; every value is bound.
 */
@NullMarked
package vn.ruralmap.layers.store.geopackage;

import org.jspecify.annotations.NullMarked;
