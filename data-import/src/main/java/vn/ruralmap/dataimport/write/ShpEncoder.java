package vn.ruralmap.dataimport.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.ruralmap.layers.model.GeometryKind;

/** Writes geometry and its index (ESRI Shapefile Technical Description, 1998): outer rings clockwise, holes counter-clockwise. */
final class ShpEncoder {

    private static final int HEADER_BYTES = 100;
    private static final int FILE_CODE = 9994;
    private static final int VERSION = 1000;

    /** Readers keep offsets in signed 32 bits, of bytes. */
    private static final long MAX_FILE_BYTES = Integer.MAX_VALUE;

    private final ShapeKind kind;
    private final Envelope bounds = new Envelope();
    private long fileBytes = HEADER_BYTES;
    private int rows;

    ShpEncoder(ShapeKind kind) {
        this.kind = kind;
    }

    /** First pass: how long the file will be and where it lies. */
    void measure(@Nullable Geometry geometry) throws ShapefileLimitException {
        rows++;
        if (!isNull(geometry) && !matchesKind(geometry)) {
            throw new IllegalArgumentException(
                    geometry.getGeometryType() + " in record " + rows + " of a shapefile of kind " + kind);
        }
        fileBytes += 8 + contentBytes(geometry);
        if (fileBytes > MAX_FILE_BYTES) {
            throw new ShapefileLimitException("hình học vượt quá 2 GB", "its geometry is larger than 2 GB");
        }
        if (geometry != null && kind != ShapeKind.NONE) {
            bounds.expandToInclude(geometry.getEnvelopeInternal());
        }
    }

    void writeShapes(OutputStream out, Iterable<ShapefileTable.Row> rowsToWrite) throws IOException {
        out.write(header(fileBytes));
        int number = 0;
        for (ShapefileTable.Row row : rowsToWrite) {
            int content = contentBytes(row.geometry());
            ByteBuffer buffer = ByteBuffer.allocate(8 + content);
            buffer.putInt(++number).putInt(content / 2).order(ByteOrder.LITTLE_ENDIAN);
            putContent(buffer, row.geometry());
            out.write(buffer.array());
        }
    }

    void writeIndex(OutputStream out, Iterable<ShapefileTable.Row> rowsToWrite) throws IOException {
        out.write(header(HEADER_BYTES + 8L * rows));
        long offset = HEADER_BYTES;
        for (ShapefileTable.Row row : rowsToWrite) {
            int content = contentBytes(row.geometry());
            out.write(ByteBuffer.allocate(8)
                    .putInt((int) (offset / 2))
                    .putInt(content / 2)
                    .array());
            offset += 8 + content;
        }
    }

    private byte[] header(long bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER_BYTES).putInt(FILE_CODE);
        buffer.putInt(24, (int) (bytes / 2)).position(28);
        buffer.order(ByteOrder.LITTLE_ENDIAN).putInt(VERSION).putInt(kind.code());
        putBounds(buffer, bounds);
        return buffer.array();
    }

    private int contentBytes(@Nullable Geometry geometry) {
        return contentBytes(kind, geometry);
    }

    /** Of one record, without its header of 8 bytes. */
    static int contentBytes(ShapeKind kind, @Nullable Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return 4;
        }
        return switch (kind) {
            case NONE -> 4;
            case POINT -> 20;
            case MULTIPOINT -> 40 + 16 * geometry.getNumPoints();
            case LINE, POLYGON -> 44 + 4 * parts(geometry) + 16 * geometry.getNumPoints();
        };
    }

    private void putContent(ByteBuffer buffer, @Nullable Geometry geometry) {
        if (isNull(geometry)) {
            buffer.putInt(ShapeKind.NONE.code());
            return;
        }
        buffer.putInt(kind.code());
        if (kind == ShapeKind.POINT) {
            Point point = (Point) geometry.getGeometryN(0);
            buffer.putDouble(point.getX()).putDouble(point.getY());
            return;
        }
        putBounds(buffer, geometry.getEnvelopeInternal());
        if (kind == ShapeKind.MULTIPOINT) {
            buffer.putInt(geometry.getNumPoints());
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                Point point = (Point) geometry.getGeometryN(i);
                buffer.putDouble(point.getX()).putDouble(point.getY());
            }
            return;
        }
        List<CoordinateSequence> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                addRings(polygon, parts);
            } else {
                parts.add(((LineString) geometry.getGeometryN(i)).getCoordinateSequence());
            }
        }
        buffer.putInt(parts.size()).putInt(geometry.getNumPoints());
        int start = 0;
        for (CoordinateSequence part : parts) {
            buffer.putInt(start);
            start += part.size();
        }
        for (CoordinateSequence part : parts) {
            for (int i = 0; i < part.size(); i++) {
                buffer.putDouble(part.getX(i)).putDouble(part.getY(i));
            }
        }
    }

    private static void addRings(Polygon polygon, List<CoordinateSequence> rings) {
        rings.add(directed(polygon.getExteriorRing(), false));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(directed(polygon.getInteriorRingN(i), true));
        }
    }

    private static CoordinateSequence directed(LineString ring, boolean counterClockwise) {
        return Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise
                ? ring.getCoordinateSequence()
                : ring.reverse().getCoordinateSequence();
    }

    private static int parts(Geometry geometry) {
        int parts = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            parts += geometry.getGeometryN(i) instanceof Polygon polygon ? 1 + polygon.getNumInteriorRing() : 1;
        }
        return parts;
    }

    private static void putBounds(ByteBuffer buffer, Envelope bounds) {
        boolean none = bounds.isNull();
        buffer.putDouble(none ? 0 : bounds.getMinX()).putDouble(none ? 0 : bounds.getMinY());
        buffer.putDouble(none ? 0 : bounds.getMaxX()).putDouble(none ? 0 : bounds.getMaxY());
    }

    private boolean matchesKind(Geometry geometry) {
        return switch (GeometryKind.of(geometry)) {
            case POINT -> kind == ShapeKind.MULTIPOINT || kind == ShapeKind.POINT && geometry.getNumGeometries() == 1;
            case LINE -> kind == ShapeKind.LINE;
            case POLYGON -> kind == ShapeKind.POLYGON;
        };
    }

    private boolean isNull(@Nullable Geometry geometry) {
        return geometry == null || geometry.isEmpty() || kind == ShapeKind.NONE;
    }
}
