package vn.ruralmap.server.tiling.vector;

import java.util.Arrays;

/**
 * Cuts rings to the tile with its buffer (Sutherland and Hodgman 1974). Where a ring leaves and comes back, its parts stay
 * joined along the edge, so the result need not be simple; whoever uses it checks.
 */
final class RingClip {

    private static final double MIN = -TileGrid.BUFFER;
    private static final double MAX = MvtLayer.EXTENT + TileGrid.BUFFER;

    private double[] in;
    private int count;

    private RingClip(double[] ring) {
        in = ring;
        count = ring.length;
    }

    /** @param ring interleaved, closed or not. @return the same array if all is inside; empty if nothing is */
    static double[] clip(double[] ring) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ring.length; i += 2) {
            minX = Math.min(minX, ring[i]);
            maxX = Math.max(maxX, ring[i]);
            minY = Math.min(minY, ring[i + 1]);
            maxY = Math.max(maxY, ring[i + 1]);
        }
        // written so that a ring outside the projection's domain (NaN) is left out
        if (!(minX < MAX && maxX > MIN && minY < MAX && maxY > MIN)) {
            return new double[0];
        }
        if (minX >= MIN && maxX <= MAX && minY >= MIN && maxY <= MAX) {
            return ring;
        }
        RingClip clip = new RingClip(ring);
        clip.against(0, MIN, 1);
        clip.against(0, MAX, -1);
        clip.against(1, MIN, 1);
        clip.against(1, MAX, -1);
        return Arrays.copyOf(clip.in, clip.count);
    }

    /** @param axis 0: x, 1: y. @param sign 1: keeps what is greater than the limit, -1: what is less */
    private void against(int axis, double limit, int sign) {
        double[] out = new double[count + 16];
        int written = 0;
        for (int i = 0; i < count; i += 2) {
            int before = i == 0 ? count - 2 : i - 2;
            double from = (in[before + axis] - limit) * sign;
            double to = (in[i + axis] - limit) * sign;
            if (out.length < written + 4) {
                out = Arrays.copyOf(out, out.length * 2);
            }
            if (from < 0 != to < 0) {
                double part = from / (from - to);
                out[written + axis] = limit;
                out[written + 1 - axis] = in[before + 1 - axis] + part * (in[i + 1 - axis] - in[before + 1 - axis]);
                written += 2;
            }
            if (to >= 0) {
                out[written++] = in[i];
                out[written++] = in[i + 1];
            }
        }
        in = out;
        count = written;
    }
}
