package vn.ruralmap.server.tiling.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/**
 * A ring in whole units of a tile, the first point not repeated at the end, no point twice in a row.
 *
 * <p>JTS says of any ring whether it is valid; most rings of a tile are plainly so, and whole numbers tell it in a fraction of the
 * time. Products of coordinates within the tile and its buffer are exact in 32 bits.
 */
final class UnitRing {

    private static final int FEWEST_CORNERS = 3;

    private final int[] xy;
    private final int count;
    private final int twiceArea;

    private UnitRing(int[] xy, int count) {
        this.xy = xy;
        this.count = count;
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int next = i + 1 == count ? 0 : i + 1;
            sum += x(i) * y(next) - x(next) * y(i);
        }
        twiceArea = sum;
    }

    /** @param ring interleaved units within the tile and its buffer, closed or not. @return null if no area is left of it */
    static @Nullable UnitRing round(double[] ring) {
        int[] xy = new int[ring.length];
        int length = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int x = (int) Math.rint(ring[i]);
            int y = (int) Math.rint(ring[i + 1]);
            if (length == 0 || xy[length - 2] != x || xy[length - 1] != y) {
                xy[length++] = x;
                xy[length++] = y;
            }
        }
        if (length > 2 && xy[0] == xy[length - 2] && xy[1] == xy[length - 1]) {
            length -= 2;
        }
        if (length < 2 * FEWEST_CORNERS) {
            return null;
        }
        UnitRing made = new UnitRing(xy, length / 2);
        return made.twiceArea == 0 ? null : made;
    }

    static UnitRing of(LinearRing ring) {
        Coordinate[] points = ring.getCoordinates();
        int[] xy = new int[2 * (points.length - 1)];
        for (int i = 0; i < xy.length; i += 2) {
            xy[i] = (int) points[i / 2].x;
            xy[i + 1] = (int) points[i / 2].y;
        }
        return new UnitRing(xy, xy.length / 2);
    }

    /** Shells clockwise on the screen, holes the other way: positive by the surveyor's formula with y down (MVT 2.1 §4.3.4.4). */
    void write(boolean isShell, Commands out) {
        if (twiceArea > 0 == isShell) {
            out.ring(xy, count);
            return;
        }
        int[] reversed = new int[2 * count];
        for (int i = 0; i < count; i++) {
            // the same first point
            int from = i == 0 ? 0 : count - i;
            reversed[2 * i] = x(from);
            reversed[2 * i + 1] = y(from);
        }
        out.ring(reversed, count);
    }

    Envelope box() {
        Envelope box = new Envelope();
        for (int i = 0; i < count; i++) {
            box.expandToInclude(x(i), y(i));
        }
        return box;
    }

    LinearRing toJts(GeometryFactory factory) {
        Coordinate[] points = new Coordinate[count + 1];
        for (int i = 0; i < count; i++) {
            points[i] = new Coordinate(x(i), y(i));
        }
        points[count] = points[0].copy();
        return factory.createLinearRing(points);
    }

    /** True if it neither crosses nor touches itself: each segment is compared with those that begin before it ends, from west to east. */
    boolean isSimple() {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) Math.min(x(i), x(next(i))) << 32 | i;
        }
        Arrays.sort(order);
        for (int at = 0; at < count; at++) {
            int one = (int) order[at];
            int end = Math.max(x(one), x(next(one)));
            for (int with = at + 1; with < count && order[with] >> 32 <= end; with++) {
                if (!isApart(one, (int) order[with])) {
                    return false;
                }
            }
        }
        return true;
    }

    private int x(int point) {
        return xy[2 * point];
    }

    private int y(int point) {
        return xy[2 * point + 1];
    }

    private int next(int point) {
        return point + 1 == count ? 0 : point + 1;
    }

    /** Of two segments, each known by its first point: neighbours may share a point, if they do not go back. */
    private boolean isApart(int one, int other) {
        if (next(one) == other) {
            return isOnward(one, other);
        } else if (next(other) == one) {
            return isOnward(other, one);
        }
        int a = next(one);
        int b = next(other);
        return Math.max(y(one), y(a)) < Math.min(y(other), y(b))
                || Math.max(y(other), y(b)) < Math.min(y(one), y(a))
                || isBeside(one, a, other, b)
                || isBeside(other, b, one, a);
    }

    private boolean isOnward(int one, int then) {
        int last = next(then);
        if (turn(one, then, last) != 0) {
            return true;
        }
        return (x(then) - x(one)) * (x(last) - x(then)) + (y(then) - y(one)) * (y(last) - y(then)) > 0;
    }

    /** True if two points are on the same side of the line through a and b, neither on it. */
    private boolean isBeside(int a, int b, int point, int another) {
        int side = turn(a, b, point);
        int otherSide = turn(a, b, another);
        return side > 0 && otherSide > 0 || side < 0 && otherSide < 0;
    }

    private int turn(int a, int b, int c) {
        return (x(b) - x(a)) * (y(c) - y(a)) - (y(b) - y(a)) * (x(c) - x(a));
    }
}
