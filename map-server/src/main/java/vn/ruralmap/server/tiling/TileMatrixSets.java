package vn.ruralmap.server.tiling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * The register of tile matrix sets: the two that every client knows, and one for each VN-2000 axis.
 *
 * <p>Those of VN-2000 are alike. A pixel of the coarsest level is 4096 m, so the corners of all tiles are whole metres down
 * to the finest, of 0.25 m; the origin is E 0, N 2 621 440 m, so that two tiles of that level hold the mainland.
 */
public final class TileMatrixSets {

    /** OGC 07-057r7 annex E.4; {@code WebMercatorQuad} of OGC 17-083r4 annex D.1, down to 0.15 m. */
    public static final TileMatrixSet WEB_MERCATOR = webMercator();

    private static final int WEB_MERCATOR_LEVELS = 21;
    private static final int DEGREE_LEVELS = 20;
    private static final int VN2000_LEVELS = 15;
    private static final double VN2000_COARSEST_METRES = 4096;
    private static final double VN2000_TOP_METRES = 2_621_440;
    private static final String DATUM = "VN-2000 / ";

    private static final Map<String, TileMatrixSet> REGISTER = register();

    private TileMatrixSets() {}

    public static List<TileMatrixSet> list() {
        return List.copyOf(REGISTER.values());
    }

    public static Optional<TileMatrixSet> find(String id) {
        return Optional.ofNullable(REGISTER.get(id));
    }

    private static Map<String, TileMatrixSet> register() {
        Map<String, TileMatrixSet> sets = new LinkedHashMap<>();
        add(sets, WEB_MERCATOR);
        add(sets, degrees());
        for (CoordinateSystem crs : CoordinateSystems.list()) {
            if (!crs.isGeographic() && crs.name().startsWith(DATUM)) {
                add(sets, vn2000(crs));
            }
        }
        return sets;
    }

    private static void add(Map<String, TileMatrixSet> sets, TileMatrixSet set) {
        sets.put(set.name().id(), set);
    }

    private static TileMatrixSet webMercator() {
        CoordinateSystem crs = CoordinateSystems.EPSG3857;
        double half = crs.fromLonLat(new Envelope(0, 180, 0, 0)).getMaxX();
        return new TileMatrixSet(
                new TileMatrixSet.Name(
                        "GoogleMapsCompatible",
                        new LocalizedText(
                                "Web Mercator, như các bản đồ trên mạng", "Web Mercator, as web maps have it"),
                        // the spelling that OGC 07-057r7 annex E.4 prescribes for compatible sets
                        "urn:ogc:def:crs:EPSG:6.18:3:3857",
                        "urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible"),
                crs,
                -half,
                half,
                2 * half / 256,
                1,
                1,
                WEB_MERCATOR_LEVELS);
    }

    /** {@code WorldCRS84Quad} of OGC 17-083r4 annex D.2: two tiles side by side hold the world. */
    private static TileMatrixSet degrees() {
        return new TileMatrixSet(
                new TileMatrixSet.Name(
                        "WorldCRS84Quad",
                        new LocalizedText("WGS84, kinh độ và vĩ độ", "WGS 84, longitude and latitude"),
                        "urn:ogc:def:crs:OGC:1.3:CRS84",
                        null),
                CoordinateSystems.CRS84,
                -180,
                90,
                180.0 / 256,
                2,
                1,
                DEGREE_LEVELS);
    }

    private static TileMatrixSet vn2000(CoordinateSystem crs) {
        String number = crs.code().substring("EPSG:".length());
        return new TileMatrixSet(
                new TileMatrixSet.Name(
                        "VN2000_" + number,
                        LocalizedText.same(crs.name() + " (EPSG:" + number + ")"),
                        "urn:ogc:def:crs:EPSG::" + number,
                        null),
                crs,
                0,
                VN2000_TOP_METRES,
                VN2000_COARSEST_METRES,
                1,
                2,
                VN2000_LEVELS);
    }
}
