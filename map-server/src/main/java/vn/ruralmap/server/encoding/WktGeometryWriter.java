package vn.ruralmap.server.encoding;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes well-known text (OGC 06-103r4 §7), x before y. For one thread. */
public final class WktGeometryWriter {

    private final int decimals;
    private final char[] number = new char[64];
    private final StringBuilder text = new StringBuilder();

    /** @param decimals of the numbers, at most; 0 to 8 */
    public WktGeometryWriter(int decimals) {
        this.decimals = decimals;
    }

    public String write(Geometry geometry) {
        text.setLength(0);
        text.append(geometry.getGeometryType().toUpperCase(java.util.Locale.ROOT))
                .append(' ');
        if (geometry.isEmpty()) {
            return text.append("EMPTY").toString();
        }
        if (geometry instanceof Point || geometry instanceof LineString || geometry instanceof Polygon) {
            body(geometry);
        } else {
            text.append('(');
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                comma(i);
                body(geometry.getGeometryN(i));
            }
            text.append(')');
        }
        return text.toString();
    }

    /** One number by itself, of the same decimals. */
    public String number(double value) {
        return new String(number, 0, Decimals.write(value, decimals, number, 0));
    }

    private void body(Geometry geometry) {
        if (geometry instanceof Point point) {
            positions(point.getCoordinateSequence(), false);
        } else if (geometry instanceof LineString line) {
            positions(line.getCoordinateSequence(), false);
        } else if (geometry instanceof Polygon polygon) {
            text.append('(');
            ring(polygon.getExteriorRing().getCoordinateSequence(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                comma(1);
                ring(polygon.getInteriorRingN(i).getCoordinateSequence(), false);
            }
            text.append(')');
        } else {
            throw new IllegalArgumentException("no simple feature: " + geometry.getGeometryType());
        }
    }

    private void ring(CoordinateSequence ring, boolean shell) {
        positions(ring, Rings.isReversed(ring, shell));
    }

    private void positions(CoordinateSequence points, boolean reversed) {
        text.append('(');
        int size = points.size();
        for (int i = 0; i < size; i++) {
            comma(i);
            int at = reversed ? size - 1 - i : i;
            text.append(number, 0, Decimals.write(points.getX(at), decimals, number, 0));
            text.append(' ');
            text.append(number, 0, Decimals.write(points.getY(at), decimals, number, 0));
        }
        text.append(')');
    }

    private void comma(int i) {
        if (i > 0) {
            text.append(", ");
        }
    }
}
