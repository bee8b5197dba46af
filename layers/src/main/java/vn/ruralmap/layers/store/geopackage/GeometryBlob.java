package vn.ruralmap.layers.store.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Wkb;
import vn.ruralmap.layers.store.StoreException;

/** GeoPackage geometry encoding (OGC 12-128r17 §2.1.3): a header with the envelope, then WKB. */
final class GeometryBlob {

    private static final int HEADER = 8;
    private static final int ENVELOPE = 32;
    private static final byte LITTLE_ENDIAN_WITH_XY_ENVELOPE = 0b0000_0011;
    private static final byte EMPTY = 0b0001_0000;

    private final GeometryFactory factory;

    GeometryBlob() {
        this(CoordinateGrid.FACTORY);
    }

    /** @param factory of the geometry that is decoded; its precision is applied */
    GeometryBlob(GeometryFactory factory) {
        this.factory = factory;
    }

    byte[] encode(Geometry geometry) {
        Envelope box = geometry.getEnvelopeInternal();
        byte[] blob = new byte[HEADER + ENVELOPE + Wkb.size(geometry)];
        ByteBuffer.wrap(blob)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put(LITTLE_ENDIAN_WITH_XY_ENVELOPE)
                .putInt(4326)
                .putDouble(box.getMinX())
                .putDouble(box.getMaxX())
                .putDouble(box.getMinY())
                .putDouble(box.getMaxY());
        Wkb.write(geometry, blob, HEADER + ENVELOPE);
        return blob;
    }

    Geometry decode(byte[] blob) {
        try {
            return Wkb.read(blob, headerLength(blob), blob.length, factory);
        } catch (ParseException e) {
            throw new StoreException(
                    "một hình học trong kho dữ liệu không đọc được: " + e.getMessage(),
                    "a geometry in the store cannot be read: " + e.getMessage(),
                    e);
        }
    }

    /** The envelope of a blob, from its header; null if it is empty. */
    static @Nullable Envelope envelope(byte[] blob) {
        if ((blob[3] & EMPTY) != 0) {
            return null;
        }
        if (headerLength(blob) == HEADER) {
            return new GeometryBlob().decode(blob).getEnvelopeInternal();
        }
        ByteBuffer buffer = ByteBuffer.wrap(blob).order(order(blob)).position(HEADER);
        double minX = buffer.getDouble();
        double maxX = buffer.getDouble();
        double minY = buffer.getDouble();
        return new Envelope(minX, maxX, minY, buffer.getDouble());
    }

    private static ByteOrder order(byte[] blob) {
        return (blob[3] & 1) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private static int headerLength(byte[] blob) {
        if (blob.length < HEADER || blob[0] != 'G' || blob[1] != 'P') {
            throw new StoreException(
                    "một hình học trong kho dữ liệu không phải của GeoPackage",
                    "a geometry in the store is not a GeoPackage geometry");
        }
        return HEADER
                + switch ((blob[3] >> 1) & 7) {
                    case 0 -> 0;
                    case 1 -> 32;
                    case 2, 3 -> 48;
                    case 4 -> 64;
                    default ->
                        throw new StoreException(
                                "một hình học trong kho dữ liệu có khung bao không rõ kiểu",
                                "a geometry in the store has an unknown envelope");
                };
    }
}
