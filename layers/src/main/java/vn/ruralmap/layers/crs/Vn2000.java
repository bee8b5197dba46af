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
    private static final String TOWGS84 =
            Arrays.stream(SHIFT).mapToObj(Double::toString).collect(Collectors.joining(","));

    private Vn2000() {}

    static CoordinateReferenceSystem geographic() throws FactoryException {
        return CRS.parseWKT(geographicWkt("vn2000"));
    }

    /** The same three shifts, whatever rotations come with them; no other datum has them. */
    static boolean isOfficialTranslation(double dxMetres, double dyMetres, double dzMetres) {
        double toleranceMetres = 0.01;
        return Math.abs(dxMetres - SHIFT[0]) < toleranceMetres
                && Math.abs(dyMetres - SHIFT[1]) < toleranceMetres
                && Math.abs(dzMetres - SHIFT[2]) < toleranceMetres;
    }

    /** True if parameters of the position-vector convention lead to the same place within a millimetre or so. */
    static boolean isOfficial(BursaWolfParameters shift) {
        double[] given = {shift.dx, shift.dy, shift.dz, shift.ex, shift.ey, shift.ez, shift.ppm};
        for (int i = 0; i < SHIFT.length; i++) {
            if (Math.abs(given[i] - SHIFT[i]) > (i < 3 ? 1e-3 : 1e-4)) {
                return false;
            }
        }
        return true;
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
