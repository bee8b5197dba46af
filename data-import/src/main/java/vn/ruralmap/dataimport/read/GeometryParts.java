package vn.ruralmap.dataimport.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.ruralmap.layers.model.Issue;

/** Builds the geometry of one record from raw coordinates, mends what has one obvious mend, and notes it. */
final class GeometryParts {
    /** ESRI, p. 2: any value below this means "no data". */
    private static final double NO_DATA = 1e38;

    /** More of one geometry tell nothing new; a file can have a million rings of nothing in one record. */
    private static final int NOTES = 100;

    static final GeometryFactory FACTORY = new GeometryFactory();

    private final long row;
    private final List<Issue> issues;
    private int notes;

    GeometryParts(long row, List<Issue> issues) {
        this.row = row;
        this.issues = issues;
    }

    long row() {
        return row;
    }

    private void note(Issue issue) {
        if (notes++ < NOTES) {
            issues.add(issue);
        }
    }

    Coordinate coordinate(double x, double y) throws DamagedGeometryException {
        // Written so that NaN fails too.
        if (!(Math.abs(x) < NO_DATA && Math.abs(y) < NO_DATA)) {
            throw new DamagedGeometryException(ReadIssues.badCoordinate(row, x, y));
        }
        return new Coordinate(x, y);
    }

    /** A closed ring, or null if too little is left of it. */
    @Nullable
    LinearRing ring(Coordinate[] points) {
        Coordinate[] closed = points;
        if (points.length > 0 && !points[0].equals2D(points[points.length - 1])) {
            closed = Arrays.copyOf(points, points.length + 1);
            closed[points.length] = points[0].copy();
            note(ReadIssues.ringClosed(row, points[0]));
        }
        if (closed.length < 4) {
            note(ReadIssues.ringDropped(row, closed.length == 0 ? null : closed[0], closed.length));
            return null;
        }
        return FACTORY.createLinearRing(closed);
    }

    /** Says that a ring had to be closed by other means. */
    void noteRingClosed(Coordinate place) {
        note(ReadIssues.ringClosed(row, place));
    }

    /** A line, or null if it has fewer than two vertices. */
    @Nullable
    LineString line(Coordinate[] points) {
        if (points.length < 2) {
            note(ReadIssues.lineDropped(row, points.length == 0 ? null : points[0]));
            return null;
        }
        return FACTORY.createLineString(points);
    }

    /** A polygon of rings as the file gives them, shell first; null if the shell is gone. */
    @Nullable
    Polygon polygon(List<Coordinate[]> rings) {
        LinearRing shell = rings.isEmpty() ? null : ring(rings.get(0));
        if (shell == null) {
            return null;
        }
        List<LinearRing> holes = new ArrayList<>();
        for (Coordinate[] points : rings.subList(1, rings.size())) {
            LinearRing hole = ring(points);
            if (hole != null) {
                holes.add(hole);
            }
        }
        return FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    static @Nullable Geometry ofPolygons(List<Polygon> polygons) {
        return switch (polygons.size()) {
            case 0 -> null;
            case 1 -> polygons.get(0);
            default -> FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
        };
    }

    static @Nullable Geometry ofLines(List<LineString> lines) {
        return switch (lines.size()) {
            case 0 -> null;
            case 1 -> lines.get(0);
            default -> FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
        };
    }

    static @Nullable Geometry ofPoints(List<Point> points) {
        return switch (points.size()) {
            case 0 -> null;
            case 1 -> points.get(0);
            default -> FACTORY.createMultiPoint(points.toArray(Point[]::new));
        };
    }

    /** One geometry of many of the same kind. */
    @Nullable
    Geometry collect(List<Geometry> members) throws DamagedGeometryException {
        List<Point> points = new ArrayList<>();
        List<LineString> lines = new ArrayList<>();
        List<Polygon> polygons = new ArrayList<>();
        for (Geometry member : members) {
            for (int i = 0; i < member.getNumGeometries(); i++) {
                Geometry single = member.getGeometryN(i);
                if (single instanceof Point point) {
                    points.add(point);
                } else if (single instanceof LineString line) {
                    lines.add(line);
                } else if (single instanceof Polygon polygon) {
                    polygons.add(polygon);
                }
            }
        }
        int kinds = (points.isEmpty() ? 0 : 1) + (lines.isEmpty() ? 0 : 1) + (polygons.isEmpty() ? 0 : 1);
        if (kinds > 1) {
            throw new DamagedGeometryException(ReadIssues.mixedCollection(row));
        }
        if (!points.isEmpty()) {
            return ofPoints(points);
        }
        return lines.isEmpty() ? ofPolygons(polygons) : ofLines(lines);
    }
}
