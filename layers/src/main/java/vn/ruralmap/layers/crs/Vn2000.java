package vn.ruralmap.layers.crs;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.geotools.referencing.datum.BursaWolfParameters;

/**
 * Definitions of VN-2000 and WGS84 systems with the datum shift written out.
 *
 * <p>The shift is EPSG:6960 "VN-2000 to WGS 84 (2)", QĐ 05/2007/QĐ-BTNMT. The decree uses the coordinate-frame rotation;
 * TOWGS84 in WKT 1 is position-vector, so the three rotations change sign (copied unchanged they are 0.53 m wrong).
 */
final class Vn2000 {

    private static final double[] SHIFT = {
        -191.90441429, -39.30318279, -111.45032835, 0.00928836, -0.01975479, 0.00427372, 0.252906278
    };
    /** "VN-2000 to WGS 84 (1)": three shifts are enough to know it. */
    private static final double[] EPSG_5194 = {-192.873, -39.382, -111.202};
    /** Seconds and parts per million; 1e-4 seconds are 3 mm on the ground. */
    private static final double RELATIVE = 1e-4;

    static final String TOWGS84 =
            Arrays.stream(SHIFT).mapToObj(Double::toString).collect(Collectors.joining(","));

    private Vn2000() {}

    static CoordinateReferenceSystem geographic() throws FactoryException {
        return CRS.parseWKT(geographicWkt("vn2000"));
    }

    /** What a TOWGS84 says, compared with the official parameters. */
    enum Shift {
        OFFICIAL,
        /** Rotations with the signs of the decree, which are those of the other convention. */
        DECREE_SIGNS,
        /** "VN-2000 to WGS 84 (1)", used by Total in the Mekong delta. */
        EPSG_5194,
        ZEROS,
        OTHER;
    }

    static Shift compare(BursaWolfParameters given) {
        if (given.isIdentity()) {
            return Shift.ZEROS;
        }
        if (isNear(given, EPSG_5194)) {
            return Shift.EPSG_5194;
        }
        if (!isNear(given, SHIFT)) {
            return Shift.OTHER;
        }
        double[] rotations = {given.ex, given.ey, given.ez};
        boolean same = true;
        boolean opposite = Math.abs(given.ppm - SHIFT[6]) < RELATIVE;
        for (int i = 0; i < rotations.length; i++) {
            same &= Math.abs(rotations[i] - SHIFT[3 + i]) < RELATIVE;
            opposite &= Math.abs(rotations[i] + SHIFT[3 + i]) < RELATIVE;
        }
        if (same && Math.abs(given.ppm - SHIFT[6]) < RELATIVE && isWithin(given, SHIFT, 1e-3)) {
            return Shift.OFFICIAL;
        }
        // the official three shifts with anything else: someone's copy of the official seven
        return opposite ? Shift.DECREE_SIGNS : Shift.OTHER;
    }

    /** The same three shifts, whatever rotations come with them; no other datum has them. */
    static boolean isOfficialTranslation(BursaWolfParameters given) {
        return isNear(given, SHIFT);
    }

    private static boolean isNear(BursaWolfParameters given, double[] shift) {
        return isWithin(given, shift, 0.01);
    }

    private static boolean isWithin(BursaWolfParameters given, double[] shift, double toleranceMetres) {
        return Math.abs(given.dx - shift[0]) < toleranceMetres
                && Math.abs(given.dy - shift[1]) < toleranceMetres
                && Math.abs(given.dz - shift[2]) < toleranceMetres;
    }

    /** The projected system with the datum's official shift. */
    static CoordinateReferenceSystem transverseMercator(TransverseMercator projection) throws FactoryException {
        return CRS.parseWKT(String.format(
                Locale.ROOT,
                "PROJCS[\"TM\",%s,PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
                        + "PARAMETER[\"central_meridian\",%s],PARAMETER[\"scale_factor\",%s],"
                        + "PARAMETER[\"false_easting\",%s],PARAMETER[\"false_northing\",%s],UNIT[\"metre\",1],"
                        + "AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH]]",
                geographicWkt(projection.datum()),
                projection.centralMeridian(),
                projection.scaleFactor(),
                projection.falseEastingMetres(),
                projection.falseNorthingMetres()));
    }

    private static String geographicWkt(String datum) {
        String shift =
                switch (datum) {
                    case "vn2000" ->
                        "DATUM[\"Vietnam_2000\",SPHEROID[\"WGS 84\",6378137,298.257223563],TOWGS84[" + TOWGS84 + "]]";
                    case "wgs84" -> "DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]]";
                    default -> throw new IllegalArgumentException("unknown datum " + datum);
                };
        return "GEOGCS[\"" + datum + "\"," + shift + ",PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.017453292519943295],"
                + "AXIS[\"Longitude\",EAST],AXIS[\"Latitude\",NORTH]]";
    }
}
