package vn.ruralmap.dataimport.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.util.AssertionFailedException;

/** Well-known text of one cell, also with the {@code SRID=n;} of PostGIS. */
final class WktGeometry {
    private static final Pattern SRID = Pattern.compile("\\s*SRID=(\\d{1,6})\\s*;(.*)", Pattern.DOTALL);

    private WktGeometry() {}

    /** The code before the geometry, or null. */
    static @Nullable String srid(String cell) {
        Matcher matcher = SRID.matcher(cell);
        return matcher.matches() ? matcher.group(1) : null;
    }

    static @Nullable Geometry read(String cell, GeometryParts parts, Limits limits) throws DamagedGeometryException {
        Matcher srid = SRID.matcher(cell);
        String text = srid.matches() ? srid.group(2) : cell;
        // The reader of JTS calls itself for every bracket.
        if (depth(text) > limits.depth()) {
            throw damaged(parts, "ngoặc lồng quá sâu", "brackets are nested too deep");
        }
        try {
            Geometry geometry = parse(text, parts);
            if (geometry.getNumPoints() > limits.pointsPerGeometry()) {
                throw damaged(parts, "quá nhiều điểm", "too many points");
            }
            List<Geometry> members = new ArrayList<>();
            flatten(geometry, parts, members);
            return parts.collect(members);
        } catch (ParseException | IllegalArgumentException | AssertionFailedException e) {
            throw damaged(parts, e.getMessage(), e.getMessage());
        }
    }

    private static Geometry parse(String text, GeometryParts parts) throws ParseException {
        WKTReader reader = new WKTReader(GeometryParts.FACTORY);
        try {
            return reader.read(text);
        } catch (IllegalArgumentException e) {
            reader.setFixStructure(true);
            Geometry geometry = reader.read(text);
            parts.noteRingClosed(geometry.getCoordinate());
            return geometry;
        }
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    /** Rebuilt in two dimensions, which drops what is empty. */
    private static void flatten(Geometry geometry, GeometryParts parts, List<Geometry> members)
            throws DamagedGeometryException {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part.isEmpty()) {
                continue;
            }
            if (part instanceof GeometryCollection) {
                flatten(part, parts, members);
            } else if (part instanceof Polygon polygon) {
                List<Coordinate[]> rings = new ArrayList<>();
                rings.add(plane(polygon.getExteriorRing(), parts));
                for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
                    rings.add(plane(polygon.getInteriorRingN(k), parts));
                }
                Polygon built = parts.polygon(rings);
                if (built != null) {
                    members.add(built);
                }
            } else if (part instanceof LineString line) {
                LineString built = parts.line(plane(line, parts));
                if (built != null) {
                    members.add(built);
                }
            } else {
                members.add(GeometryParts.FACTORY.createPoint(plane(part, parts)[0]));
            }
        }
    }

    private static Coordinate[] plane(Geometry geometry, GeometryParts parts) throws DamagedGeometryException {
        Coordinate[] stored = geometry.getCoordinates();
        Coordinate[] plane = new Coordinate[stored.length];
        for (int i = 0; i < stored.length; i++) {
            plane[i] = parts.coordinate(stored[i].x, stored[i].y);
        }
        return plane;
    }

    private static DamagedGeometryException damaged(GeometryParts parts, @Nullable String vi, @Nullable String en) {
        return new DamagedGeometryException(
                ReadIssues.damaged(parts.row(), "WKT không đọc được: " + vi + ".", "WKT cannot be read: " + en + "."));
    }
}
