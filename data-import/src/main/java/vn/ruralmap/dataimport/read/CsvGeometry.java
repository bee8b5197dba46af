package vn.ruralmap.dataimport.read;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Which columns of a table hold its geometry.
 *
 * @param wkt index of a column of well-known text, or -1
 * @param first index of the column that is x by its name, or -1
 * @param second index of the column that is y by its name, or -1
 * @param swapped true if the numbers say that x is the northing, as Vietnamese tables print it
 */
record CsvGeometry(int wkt, int first, int second, boolean swapped) {
    private static final Set<String> WKT = Set.of("wkt", "geom", "geometry", "the_geom", "wkt_geom", "geom_wkt");
    private static final List<Set<String>> FIRST = List.of(
            Set.of("lon", "lng", "long", "longitude", "kinh_do", "kinhdo", "easting", "x_lon"),
            Set.of("x", "toa_do_x", "toado_x", "x_coord", "coord_x", "point_x", "xcoord", "x_vn2000"));
    private static final List<Set<String>> SECOND = List.of(
            Set.of("lat", "latitude", "vi_do", "vido", "northing", "y_lat"),
            Set.of("y", "toa_do_y", "toado_y", "y_coord", "coord_y", "point_y", "ycoord", "y_vn2000"));

    static CsvGeometry of(List<String> names) {
        List<String> folded = names.stream().map(CsvGeometry::fold).toList();
        int wkt = index(folded, WKT);
        for (int i = 0; i < FIRST.size() && wkt < 0; i++) {
            int first = index(folded, FIRST.get(i));
            int second = index(folded, SECOND.get(i));
            if (first >= 0 && second >= 0) {
                return new CsvGeometry(-1, first, second, false);
            }
        }
        return new CsvGeometry(wkt, -1, -1, false);
    }

    private static int index(List<String> names, Set<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** "Kinh độ (E)" to "kinh_do_e". */
    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }

    boolean isNone() {
        return wkt < 0 && first < 0;
    }

    boolean isXY() {
        return first >= 0;
    }

    boolean uses(int column) {
        return column == wkt || column == first || column == second;
    }

    CsvGeometry swappedIf(boolean northingFirst) {
        return new CsvGeometry(wkt, first, second, northingFirst);
    }

    /** @param cells of a row by column, decoded */
    @Nullable
    Geometry read(IntFunction<@Nullable String> cells, GeometryParts parts, Limits limits)
            throws DamagedGeometryException {
        if (wkt >= 0) {
            String text = cells.apply(wkt);
            return text == null ? null : WktGeometry.read(text, parts, limits);
        }
        String a = isXY() ? cells.apply(first) : null;
        String b = isXY() ? cells.apply(second) : null;
        if (a == null || b == null) {
            return null;
        }
        double x = CoordinateText.parse(a);
        double y = CoordinateText.parse(b);
        if (Double.isNaN(x) || Double.isNaN(y)) {
            throw new DamagedGeometryException(ReadIssues.damaged(
                    parts.row(),
                    "“" + a + "”, “" + b + "” không phải là tọa độ.",
                    "“" + a + "”, “" + b + "” are no coordinates."));
        }
        return GeometryParts.FACTORY.createPoint(swapped ? parts.coordinate(y, x) : parts.coordinate(x, y));
    }
}
