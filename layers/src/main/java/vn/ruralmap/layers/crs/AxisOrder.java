package vn.ruralmap.layers.crs;

/** The order of the two numbers of a coordinate as the authority of a system defines it. */
public enum AxisOrder {
    /** Longitude, latitude. */
    LON_LAT,
    /** Latitude, longitude: EPSG:4326 and EPSG:4756. */
    LAT_LON,
    /** Easting, northing. Vietnamese tables print the same numbers as Y and X. */
    EAST_NORTH;

    /** True if the first number is the northward one. */
    public boolean isSwapped() {
        return this == LAT_LON;
    }
}
