package vn.ruralmap.dataimport.sample;

import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;

/** The coordinate systems of the sample's files, as ArcGIS writes them into a {@code .prj}. */
final class Projections {

    static final String WGS84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
            + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]]";

    /** VN-2000, 3 degree zone on 105°30', that of Sóc Trăng; without the datum shift, as usual. */
    static final String VN2000_SOC_TRANG =
            "PROJCS[\"VN_2000_TM-3_105-30\",GEOGCS[\"GCS_VN_2000\",DATUM[\"D_Vietnam_2000\","
                    + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
                    + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
                    + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
                    + "PARAMETER[\"Central_Meridian\",105.5],PARAMETER[\"Scale_Factor\",0.9999],"
                    + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

    /** The same system for making coordinates, with the official shift. */
    static final CoordinateSystem SOC_TRANG_GRID = CoordinateSystems.get("EPSG:9209");

    private Projections() {}
}
