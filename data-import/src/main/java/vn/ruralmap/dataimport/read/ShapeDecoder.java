package vn.ruralmap.dataimport.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.ruralmap.layers.model.Issue;

/**
 * Content of one .shp record to geometry (ESRI Shapefile Technical Description, p. 5 to 24). X and y come before Z and M
 * in every type, so the rest may be missing.
 */
final class ShapeDecoder {
    private static final int BOX_BYTES = 32;
    private static final int POINT_BYTES = 16;
    private static final int TRIANGLE_STRIP = 0;
    private static final int TRIANGLE_FAN = 1;
    private static final int OUTER_RING = 2;
    private static final int INNER_RING = 3;
    private static final int RING = 5;

    private final ByteBuffer content;
    private final long row;
    private final List<Issue> issues;
    private final GeometryParts parts;
    private final int pointLimit;

    private ShapeDecoder(ByteBuffer content, long row, List<Issue> issues, int pointLimit) {
        this.content = content.order(ByteOrder.LITTLE_ENDIAN);
        this.row = row;
        this.issues = issues;
        this.parts = new GeometryParts(row, issues);
        this.pointLimit = pointLimit;
    }

    /** @param content the record without its header, as far as the file holds it */
    static @Nullable Geometry decode(ByteBuffer content, int fileType, long row, List<Issue> issues, int pointLimit)
            throws DamagedGeometryException {
        return new ShapeDecoder(content, row, issues, pointLimit).decode(fileType);
    }

    private @Nullable Geometry decode(int fileType) throws DamagedGeometryException {
        require(4);
        int type = content.getInt();
        ShapeKind kind = ShapeKind.find(type);
        if (kind == null) {
            throw damaged("Kiểu hình học " + type + " không tồn tại.", "There is no shape type " + type + ".");
        }
        if (kind == ShapeKind.NULL) {
            return null;
        }
        if (kind != ShapeKind.find(fileType)) {
            issues.add(ReadIssues.typeDiffers(row, type, fileType));
        }
        Geometry geometry =
                switch (kind) {
                    case NULL -> null;
                    case POINT -> {
                        require(POINT_BYTES);
                        yield GeometryParts.FACTORY.createPoint(point());
                    }
                    case MULTIPOINT -> multiPoint();
                    case LINE -> lines();
                    case POLYGON -> polygons();
                    case MULTIPATCH -> multiPatch();
                };
        if (geometry == null) {
            issues.add(ReadIssues.emptied(row));
        }
        return geometry;
    }

    private Coordinate point() throws DamagedGeometryException {
        return parts.coordinate(content.getDouble(), content.getDouble());
    }

    private @Nullable Geometry multiPoint() throws DamagedGeometryException {
        require(BOX_BYTES + 4);
        content.position(content.position() + BOX_BYTES);
        int count = count(content.getInt(), POINT_BYTES);
        List<Point> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            points.add(GeometryParts.FACTORY.createPoint(point()));
        }
        return GeometryParts.ofPoints(points);
    }

    private @Nullable Geometry lines() throws DamagedGeometryException {
        List<LineString> lines = new ArrayList<>();
        for (Coordinate[] part : points(starts(false))) {
            LineString line = parts.line(part);
            if (line != null) {
                lines.add(line);
            }
        }
        return GeometryParts.ofLines(lines);
    }

    private @Nullable Geometry polygons() throws DamagedGeometryException {
        return GeometryParts.ofPolygons(assemble(points(starts(false))));
    }

    private List<Polygon> assemble(List<Coordinate[]> pieces) throws DamagedGeometryException {
        List<LinearRing> rings = new ArrayList<>();
        for (Coordinate[] piece : pieces) {
            LinearRing ring = parts.ring(piece);
            if (ring != null) {
                rings.add(ring);
            }
        }
        return rings.isEmpty() ? List.of() : RingAssembler.assemble(rings, row);
    }

    private @Nullable Geometry multiPatch() throws DamagedGeometryException {
        int[][] starts = starts(true);
        int[] types = starts[1];
        List<Coordinate[]> pieces = points(starts);
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < types.length; ) {
            int end = i + 1;
            int follower = types[i] == OUTER_RING ? INNER_RING : RING;
            if (types[i] == TRIANGLE_STRIP || types[i] == TRIANGLE_FAN) {
                throw damaged(
                        "Mặt tam giác (dải hoặc quạt) của MultiPatch không chuyển được thành vùng.",
                        "Triangle strips and fans of a MultiPatch do not make polygons.");
            } else if (types[i] < OUTER_RING || types[i] > RING) {
                throw damaged("Loại mảnh " + types[i] + " không tồn tại.", "There is no part type " + types[i] + ".");
            }
            while (end < types.length && types[end] == follower) {
                end++;
            }
            if (types[i] == OUTER_RING) {
                Polygon polygon = parts.polygon(pieces.subList(i, end));
                if (polygon != null) {
                    polygons.add(polygon);
                }
            } else {
                // FIRST_RING and RING do not say which is a hole; an INNER_RING without an outer one is no better.
                polygons.addAll(assemble(pieces.subList(i, end)));
            }
            i = end;
        }
        issues.add(ReadIssues.multiPatchFlattened(row));
        return GeometryParts.ofPolygons(polygons);
    }

    /** Start of each part, and for a MultiPatch its type; the last start is the number of points. */
    private int[][] starts(boolean withTypes) throws DamagedGeometryException {
        require(BOX_BYTES + 8);
        content.position(content.position() + BOX_BYTES);
        int partCount = content.getInt();
        int pointCount = content.getInt();
        int partBytes = withTypes ? 8 : 4;
        count(partCount, partBytes);
        int[] starts = new int[partCount + 1];
        for (int i = 0; i < partCount; i++) {
            starts[i] = content.getInt();
        }
        int[] types = new int[withTypes ? partCount : 0];
        for (int i = 0; i < types.length; i++) {
            types[i] = content.getInt();
        }
        starts[partCount] = count(pointCount, POINT_BYTES);
        for (int i = 0; i < partCount; i++) {
            if (starts[i] < 0 || starts[i] > starts[i + 1]) {
                throw damaged(
                        "Mảnh " + (i + 1) + " bắt đầu ở điểm " + starts[i] + " nhưng kết thúc ở điểm " + starts[i + 1]
                                + ".",
                        "Part " + (i + 1) + " starts at point " + starts[i] + " but ends at " + starts[i + 1] + ".");
            }
        }
        return new int[][] {starts, types};
    }

    private List<Coordinate[]> points(int[][] startsAndTypes) throws DamagedGeometryException {
        int[] starts = startsAndTypes[0];
        int first = content.position();
        List<Coordinate[]> pieces = new ArrayList<>(starts.length - 1);
        for (int part = 0; part + 1 < starts.length; part++) {
            Coordinate[] piece = new Coordinate[starts[part + 1] - starts[part]];
            content.position(first + starts[part] * POINT_BYTES);
            for (int i = 0; i < piece.length; i++) {
                piece[i] = point();
            }
            pieces.add(piece);
        }
        return pieces;
    }

    private int count(int declared, int bytesEach) throws DamagedGeometryException {
        if (declared < 0 || declared > pointLimit || (long) declared * bytesEach > content.remaining()) {
            throw damaged(
                    "Khai " + declared + " phần tử, dòng chỉ còn " + content.remaining() + " byte.",
                    "It announces " + declared + " elements, the record has only " + content.remaining()
                            + " bytes left.");
        }
        return declared;
    }

    private void require(int bytes) throws DamagedGeometryException {
        if (content.remaining() < bytes) {
            throw damaged(
                    "Dòng quá ngắn: còn " + content.remaining() + " byte, cần " + bytes + ".",
                    "The record is too short: " + content.remaining() + " bytes left, " + bytes + " needed.");
        }
    }

    private DamagedGeometryException damaged(String vi, String en) {
        return new DamagedGeometryException(ReadIssues.damaged(row, vi, en));
    }
}
