package vn.ruralmap.dataimport.sample;

/** The coordinate systems of the sample's files, as ArcGIS writes them into a {@code .prj}. */
final class Projections {

    static final String WGS84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
            + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]]";

    private Projections() {}
}
