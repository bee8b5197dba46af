package vn.ruralmap.layers.crs;

/**
 * Definitions of the registered systems as well-known text 1, for files that carry them. Axes are left out: in files x is
 * eastward.
 */
public final class WellKnownText {

    private WellKnownText() {}

    /**
     * As OGC 01-009 has it, with the datum's official shift to WGS84 and the EPSG number. {@code CRS:84} is EPSG:4326
     * here.
     */
    public static String ogc(CoordinateSystem system) {
        if (system.equals(CoordinateSystems.EPSG3857)) {
            return "PROJCS[\"WGS 84 / Pseudo-Mercator\"," + ogcGeographic(false)
                    + ",PROJECTION[\"Mercator_1SP\"],PARAMETER[\"central_meridian\",0],PARAMETER[\"scale_factor\",1],"
                    + "PARAMETER[\"false_easting\",0],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1,"
                    + "AUTHORITY[\"EPSG\",\"9001\"]],EXTENSION[\"PROJ4\",\"+proj=merc +a=6378137 +b=6378137 +lat_ts=0"
                    + " +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs\"],"
                    + "AUTHORITY[\"EPSG\",\"3857\"]]";
        }
        TransverseMercator projection = CoordinateSystems.projection(system).orElse(null);
        if (projection == null) {
            return ogcGeographic(isVn2000(system));
        }
        return "PROJCS[\"" + system.name() + "\"," + ogcGeographic(isVn2000(system))
                + ",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
                + "PARAMETER[\"central_meridian\"," + number(projection.centralMeridian()) + "],"
                + "PARAMETER[\"scale_factor\"," + number(projection.scaleFactor()) + "],"
                + "PARAMETER[\"false_easting\"," + number(projection.falseEastingMetres()) + "],"
                + "PARAMETER[\"false_northing\"," + number(projection.falseNorthingMetres()) + "],"
                + "UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],AUTHORITY[\"EPSG\",\""
                + system.code().replace("EPSG:", "") + "\"]]";
    }

    /** As the {@code .prj} of a shapefile has it: ESRI's names, no datum shift, for which it has no place. */
    public static String esri(CoordinateSystem system) {
        if (system.equals(CoordinateSystems.EPSG3857)) {
            return "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\"," + esriGeographic(false)
                    + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
                    + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
                    + "PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],"
                    + "UNIT[\"Meter\",1.0]]";
        }
        TransverseMercator projection = CoordinateSystems.projection(system).orElse(null);
        if (projection == null) {
            return esriGeographic(isVn2000(system));
        }
        String name = system.name()
                .replace("WGS 84", "WGS_1984")
                .replace("VN-2000", "VN_2000")
                .replace("UTM zone", "UTM_Zone")
                .replace(" / ", "_")
                .replace(' ', '_');
        return "PROJCS[\"" + name + "\"," + esriGeographic(isVn2000(system))
                + ",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\","
                + projection.falseEastingMetres() + "],PARAMETER[\"False_Northing\","
                + projection.falseNorthingMetres() + "],PARAMETER[\"Central_Meridian\","
                + projection.centralMeridian() + "],PARAMETER[\"Scale_Factor\"," + projection.scaleFactor()
                + "],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    }

    private static boolean isVn2000(CoordinateSystem system) {
        return system.name().startsWith("VN-2000");
    }

    private static String ogcGeographic(boolean vn2000) {
        String spheroid = "SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]]";
        String rest = ",PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,"
                + "AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"";
        return vn2000
                ? "GEOGCS[\"VN-2000\",DATUM[\"Vietnam_2000\"," + spheroid + ",TOWGS84[" + Vn2000.TOWGS84
                        + "],AUTHORITY[\"EPSG\",\"6756\"]]" + rest + "4756\"]]"
                : "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\"," + spheroid + ",AUTHORITY[\"EPSG\",\"6326\"]]" + rest
                        + "4326\"]]";
    }

    private static String esriGeographic(boolean vn2000) {
        String name = vn2000 ? "\"GCS_VN_2000\",DATUM[\"D_Vietnam_2000\"" : "\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\"";
        return "GEOGCS[" + name + ",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
                + "UNIT[\"Degree\",0.0174532925199433]]";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
