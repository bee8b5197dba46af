package vn.ruralmap.server.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** GeoPackage geometry encoding (OGC 12-128r17 §2.1.3): a header with the envelope, then WKB. For one thread. */
final class GeoPackageGeometry {

    private static final int HEADER_BYTES = 8 + 4 * Double.BYTES;
    private static final byte LITTLE_ENDIAN_WITH_XY_ENVELOPE = 0b0000_0011;

    private final WKBWriter writer = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
    private final int srsId;

    GeoPackageGeometry(int srsId) {
        this.srsId = srsId;
    }

    byte[] encode(Geometry geometry) {
        byte[] wkb = writer.write(geometry);
        Envelope box = geometry.getEnvelopeInternal();
        return ByteBuffer.allocate(HEADER_BYTES + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put(LITTLE_ENDIAN_WITH_XY_ENVELOPE)
                .putInt(srsId)
                .putDouble(box.getMinX())
                .putDouble(box.getMaxX())
                .putDouble(box.getMinY())
                .putDouble(box.getMaxY())
                .put(wkb)
                .array();
    }
}
