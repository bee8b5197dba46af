package vn.ruralmap.dataimport.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * GeoPackage geometry: the header of OGC 12-128r19 §2.1.3, then ISO WKB. Ours, since the reader of JTS recurses as deep
 * as the bytes say and stops at rings that are not closed.
 */
final class WkbGeometry {
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    private final ByteBuffer bytes;
    private final GeometryParts parts;
    private final Limits limits;
    private boolean hasZOrM;

    WkbGeometry(byte[] bytes, GeometryParts parts, Limits limits) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.parts = parts;
        this.limits = limits;
    }

    boolean hasZOrM() {
        return hasZOrM;
    }

    /** Null if the geometry is empty. */
    @Nullable
    Geometry read() throws DamagedGeometryException {
        require(8);
        if (bytes.getShort() != 0x4750) {
            throw damaged("không bắt đầu bằng “GP”", "it does not start with “GP”");
        }
        bytes.get();
        int flags = bytes.get();
        int envelope = flags >> 1 & 7;
        if (envelope >= ENVELOPE_BYTES.length || (flags & 0x20) != 0) {
            throw damaged("phần đầu có cờ " + flags + " không hiểu được", "its header has flags " + flags);
        }
        require(4 + ENVELOPE_BYTES[envelope]);
        bytes.position(bytes.position() + 4 + ENVELOPE_BYTES[envelope]);
        return geometry(0);
    }

    private @Nullable Geometry geometry(int depth) throws DamagedGeometryException {
        require(5);
        bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = bytes.getInt();
        // ISO WKB adds 1000, 2000 or 3000; the older extended form sets the two highest bits.
        boolean z = (type & 0x80000000) != 0 || (type & 0xFFFF) / 1000 % 2 == 1;
        boolean m = (type & 0x40000000) != 0 || (type & 0xFFFF) / 1000 >= 2;
        hasZOrM |= z || m;
        int extraBytes = (z ? 8 : 0) + (m ? 8 : 0);
        int kind = (type & 0xFFFF) % 1000;
        if (depth > limits.depth()) {
            throw damaged("lồng quá sâu", "it is nested too deep");
        }
        return switch (kind) {
            case 1 -> {
                require(16 + extraBytes);
                yield point(extraBytes);
            }
            case 2 -> {
                Coordinate[] points = points(extraBytes);
                yield points.length == 0 ? null : parts.line(points);
            }
            case 3 -> {
                List<Coordinate[]> rings = new ArrayList<>();
                for (int i = count(4); i > 0; i--) {
                    rings.add(points(extraBytes));
                }
                yield rings.isEmpty() ? null : parts.polygon(rings);
            }
            case 4, 5, 6, 7 -> {
                List<Geometry> members = new ArrayList<>();
                for (int i = count(5); i > 0; i--) {
                    Geometry member = geometry(depth + 1);
                    if (member != null) {
                        members.add(member);
                    }
                }
                yield parts.collect(members);
            }
            default -> throw damaged("kiểu WKB " + kind + " không hỗ trợ", "WKB type " + kind + " is not supported");
        };
    }

    private @Nullable Geometry point(int extraBytes) throws DamagedGeometryException {
        double x = bytes.getDouble();
        double y = bytes.getDouble();
        bytes.position(bytes.position() + extraBytes);
        // This is how WKB writes an empty point.
        return Double.isNaN(x) && Double.isNaN(y) ? null : GeometryParts.FACTORY.createPoint(parts.coordinate(x, y));
    }

    private Coordinate[] points(int extraBytes) throws DamagedGeometryException {
        Coordinate[] points = new Coordinate[count(16 + extraBytes)];
        for (int i = 0; i < points.length; i++) {
            points[i] = parts.coordinate(bytes.getDouble(), bytes.getDouble());
            bytes.position(bytes.position() + extraBytes);
        }
        return points;
    }

    private int count(int bytesEach) throws DamagedGeometryException {
        require(4);
        int count = bytes.getInt();
        if (count < 0 || count > limits.pointsPerGeometry() || (long) count * bytesEach > bytes.remaining()) {
            throw damaged(
                    "khai " + count + " phần tử nhưng chỉ còn " + bytes.remaining() + " byte",
                    "it announces " + count + " elements but has " + bytes.remaining() + " bytes left");
        }
        return count;
    }

    private void require(int count) throws DamagedGeometryException {
        if (bytes.remaining() < count) {
            throw damaged("hết dữ liệu ở byte " + bytes.limit(), "it ends at byte " + bytes.limit());
        }
    }

    private DamagedGeometryException damaged(String vi, String en) {
        return new DamagedGeometryException(
                ReadIssues.damaged(parts.row(), "Hình học hỏng: " + vi + ".", "The geometry is damaged: " + en + "."));
    }
}
