package vn.ruralmap.server.ogcapi.common;

import java.util.List;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.support.RequestException;

/** Coordinate systems as OGC API names them: by URI, and always in the authority's axis order (OGC 18-058r1 §6.2). */
public final class CrsUri {

    public static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    private CrsUri() {}

    public static String of(CoordinateSystem system) {
        return system.code().startsWith("EPSG:")
                ? "http://www.opengis.net/def/crs/EPSG/0/" + system.code().substring("EPSG:".length())
                : CRS84;
    }

    /** All that there are, the default first. */
    public static List<String> list() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(CoordinateSystems.CRS84),
                        CoordinateSystems.list().stream().filter(system -> !system.equals(CoordinateSystems.CRS84)))
                .map(CrsUri::of)
                .toList();
    }

    /**
     * @param parameter the name to complain about
     * @param text a URI; a short notation, also in square brackets as a safe CURIE, means the same
     * @throws RequestException status 400 (OGC 18-058r1 /req/crs/fc-crs-valid-value)
     */
    public static SpatialReference find(String parameter, String text) {
        return CoordinateSystems.find(text.replaceAll("^\\[|]$", ""))
                .map(SpatialReference::authority)
                .orElseThrow(() -> RequestException.invalid(
                        parameter,
                        "không có hệ tọa độ này; danh sách ở thành phần crs của bộ dữ liệu",
                        "there is no such coordinate system; the collection's member crs lists them"));
    }
}
