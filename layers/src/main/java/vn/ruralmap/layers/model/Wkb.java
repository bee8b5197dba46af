package vn.ruralmap.layers.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequences;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Geometry as well-known binary (OGC 06-103r4 §8.2) of two dimensions, little-endian, without SRID.
 *
 * <p>The same as by JTS's writer and reader, which go number by number through a stream; stores and imports move
 * millions of geometries, and here a ring is one loop over one array.
 */
public final class Wkb {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int POLYGON = 3;
    private static final int MULTI_POINT = 4;
    private static final int MULTI_LINE = 5;
    private static final int MULTI_POLYGON = 6;
    private static final int COLLECTION = 7;

    /** Byte order and type. */
    private static final int HEAD = 5;

    private static final int COUNT = 4;
    private static final int COORDINATE = 16;

    private Wkb() {}

    /** How many bytes {@link #write(Geometry, byte[], int)} writes. */
    public static int size(Geometry geometry) {
        if (geometry instanceof Point) {
            return HEAD + COORDINATE;
        }
        if (geometry instanceof LineString line) {
            return HEAD + size(line.getCoordinateSequence());
        }
        int size = HEAD + COUNT;
        if (geometry instanceof Polygon polygon) {
            for (int i = 0; i < rings(polygon); i++) {
                size += size(ring(polygon, i).getCoordinateSequence());
            }
        } else {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                size += size(geometry.getGeometryN(i));
            }
        }
        return size;
    }

    private static int size(CoordinateSequence points) {
        return COUNT + COORDINATE * points.size();
    }

    public static byte[] write(Geometry geometry) {
        byte[] bytes = new byte[size(geometry)];
        write(geometry, bytes, 0);
        return bytes;
    }

    /**
     * Writes into an array that has room.
     *
     * @return where the next byte goes
     */
    public static int write(Geometry geometry, byte[] target, int at) {
        target[at] = 1;
        INT.set(target, at + 1, type(geometry));
        int next = at + HEAD;
        if (geometry instanceof Point point) {
            // an empty one has no coordinates, which NaN stands for
            DOUBLE.set(target, next, point.isEmpty() ? Double.NaN : point.getX());
            DOUBLE.set(target, next + 8, point.isEmpty() ? Double.NaN : point.getY());
            return next + COORDINATE;
        }
        if (geometry instanceof LineString line) {
            return write(line.getCoordinateSequence(), target, next);
        }
        if (geometry instanceof Polygon polygon) {
            int rings = rings(polygon);
            INT.set(target, next, rings);
            next += COUNT;
            for (int i = 0; i < rings; i++) {
                next = write(ring(polygon, i).getCoordinateSequence(), target, next);
            }
            return next;
        }
        INT.set(target, next, geometry.getNumGeometries());
        next += COUNT;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            next = write(geometry.getGeometryN(i), target, next);
        }
        return next;
    }

    private static int write(CoordinateSequence points, byte[] target, int at) {
        int count = points.size();
        INT.set(target, at, count);
        int next = at + COUNT;
        for (int i = 0; i < count; i++) {
            DOUBLE.set(target, next, points.getX(i));
            DOUBLE.set(target, next + 8, points.getY(i));
            next += COORDINATE;
        }
        return next;
    }

    private static int type(Geometry geometry) {
        return switch (geometry.getGeometryType()) {
            case Geometry.TYPENAME_POINT -> POINT;
            case Geometry.TYPENAME_LINESTRING, Geometry.TYPENAME_LINEARRING -> LINE;
            case Geometry.TYPENAME_POLYGON -> POLYGON;
            case Geometry.TYPENAME_MULTIPOINT -> MULTI_POINT;
            case Geometry.TYPENAME_MULTILINESTRING -> MULTI_LINE;
            case Geometry.TYPENAME_MULTIPOLYGON -> MULTI_POLYGON;
            default -> COLLECTION;
        };
    }

    private static int rings(Polygon polygon) {
        return polygon.isEmpty() ? 0 : 1 + polygon.getNumInteriorRing();
    }

    private static LinearRing ring(Polygon polygon, int i) {
        return i == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i - 1);
    }

    /**
     * Reads what anybody wrote: of any byte order, with other dimensions, which are dropped, and with an SRID, which is not
     * looked at. Rings that are not closed are closed.
     *
     * @param from the first byte of the geometry
     * @param to the byte after its last
     * @param factory whose precision is applied to every coordinate, and whose SRID the geometry has
     * @throws ParseException if the bytes are no geometry
     */
    public static Geometry read(byte[] bytes, int from, int to, GeometryFactory factory) throws ParseException {
        try {
            Geometry geometry = new Reader(bytes, from, to, factory).geometry();
            if (geometry == null) {
                geometry = new WKBReader(factory).read(Arrays.copyOfRange(bytes, from, to));
                geometry.setSRID(factory.getSRID());
            }
            return geometry;
        } catch (IllegalArgumentException e) {
            // a ring of one point and the like
            throw new ParseException(e);
        }
    }

    /** Reads what {@link Wkb} writes; of anything else it makes null. */
    private static final class Reader {
        private final byte[] bytes;
        private final int to;
        private final GeometryFactory factory;
        /** Null: coordinates stay as they are. */
        private final @Nullable PrecisionModel precision;

        private int at;

        Reader(byte[] bytes, int from, int to, GeometryFactory factory) {
            this.bytes = bytes;
            this.at = from;
            this.to = to;
            this.factory = factory;
            PrecisionModel model = factory.getPrecisionModel();
            this.precision = model.isFloating() ? null : model;
        }

        @Nullable
        Geometry geometry() throws ParseException {
            demand(HEAD, 1);
            if (bytes[at] != 1) {
                return null;
            }
            int type = (int) INT.get(bytes, at + 1);
            at += HEAD;
            switch (type) {
                case POINT:
                    CoordinateSequence point = points(1);
                    return Double.isNaN(point.getX(0)) ? factory.createPoint() : factory.createPoint(point);
                case LINE:
                    CoordinateSequence line = points(count(COORDINATE));
                    return factory.createLineString(
                            line.size() == 1
                                    ? CoordinateSequences.extend(factory.getCoordinateSequenceFactory(), line, 2)
                                    : line);
                case POLYGON:
                    return polygon();
                case MULTI_LINE:
                    Geometry[] lines = parts(new LineString[count(HEAD + COUNT)], LINE);
                    return lines == null ? null : factory.createMultiLineString((LineString[]) lines);
                case MULTI_POLYGON:
                    Geometry[] polygons = parts(new Polygon[count(HEAD + COUNT)], POLYGON);
                    return polygons == null ? null : factory.createMultiPolygon((Polygon[]) polygons);
                default:
                    return null;
            }
        }

        private Geometry @Nullable [] parts(Geometry[] parts, int type) throws ParseException {
            for (int i = 0; i < parts.length; i++) {
                demand(HEAD, 1);
                if ((int) INT.get(bytes, at + 1) != type) {
                    return null;
                }
                Geometry part = geometry();
                if (part == null) {
                    return null;
                }
                parts[i] = part;
            }
            return parts;
        }

        private Polygon polygon() throws ParseException {
            int rings = count(COUNT);
            if (rings == 0) {
                return factory.createPolygon();
            }
            LinearRing shell = ring();
            LinearRing[] holes = new LinearRing[rings - 1];
            for (int i = 0; i < holes.length; i++) {
                holes[i] = ring();
            }
            return factory.createPolygon(shell, holes);
        }

        private LinearRing ring() throws ParseException {
            CoordinateSequence points = points(count(COORDINATE));
            return factory.createLinearRing(
                    CoordinateSequences.isRing(points)
                            ? points
                            : CoordinateSequences.ensureValidRing(factory.getCoordinateSequenceFactory(), points));
        }

        private CoordinateSequence points(int count) throws ParseException {
            demand(COORDINATE, count);
            double[] ordinates = new double[2 * count];
            for (int i = 0; i < ordinates.length; i++) {
                ordinates[i] = (double) DOUBLE.get(bytes, at);
                at += 8;
            }
            if (precision != null) {
                for (int i = 0; i < ordinates.length; i++) {
                    ordinates[i] = precision.makePrecise(ordinates[i]);
                }
            }
            return new PackedCoordinateSequence.Double(ordinates, 2, 0);
        }

        /** A number of things that take at least so many bytes each. */
        private int count(int least) throws ParseException {
            demand(COUNT, 1);
            int count = (int) INT.get(bytes, at);
            at += COUNT;
            demand(least, count);
            return count;
        }

        private void demand(int size, int count) throws ParseException {
            if (count < 0 || (long) size * count > to - at) {
                throw new ParseException("the geometry is cut: byte " + at + " of " + to);
            }
        }
    }
}
