package vn.ruralmap.dataimport.read;

/**
 * Tells from the numbers whether the first one of a pair is the northing. Vietnamese tables print X = northing, Y =
 * easting, and files of services have latitude before longitude or not.
 *
 * <p>In Vietnam the ranges do not overlap: northings 900,000 to 2,600,000 m and eastings 200,000 to 800,000 m in
 * VN-2000 and UTM; latitudes 7 to 24 and longitudes 101 to 118 degrees.
 */
final class NorthingFirst {
    private long northEast;
    private long eastNorth;

    void add(double first, double second) {
        if (isNorthEast(first, second)) {
            northEast++;
        } else if (isNorthEast(second, first)) {
            eastNorth++;
        }
    }

    /** True if more pairs make sense that way than the other. */
    boolean isLikely() {
        return northEast > eastNorth;
    }

    /** True if more pairs make sense as easting, northing. */
    boolean isUnlikely() {
        return eastNorth > northEast;
    }

    private static boolean isNorthEast(double first, double second) {
        boolean metres = first >= 900_000 && first <= 2_600_000 && second >= 200_000 && second <= 800_000;
        boolean degrees = first >= 7 && first <= 24 && second >= 101 && second <= 118;
        return metres || degrees;
    }
}
