package vn.ruralmap.server.formats;

import vn.ruralmap.layers.crs.CoordinateSystem;

/** The numbers by which files name coordinate systems. */
final class EpsgCode {

    private EpsgCode() {}

    /** {@code CRS:84} differs from EPSG:4326 by the order of its axes only, which files do not follow anyway. */
    static int of(CoordinateSystem system) {
        return system.code().startsWith("EPSG:")
                ? Integer.parseInt(system.code().substring("EPSG:".length()))
                : 4326;
    }
}
