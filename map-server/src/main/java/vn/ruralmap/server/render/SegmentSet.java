package vn.ruralmap.server.render;

import java.util.Arrays;

/**
 * Remembers which segments were drawn, in either direction. Kept as 64-bit hashes: with the few thousand segments of
 * an image, two different ones are taken for the same about once in 10^12 images.
 */
final class SegmentSet {

    private static final int SMALLEST = 4096;

    private long[] slots = new long[SMALLEST];
    private int size;

    void clear() {
        if (slots.length > SMALLEST && 16 * size < slots.length) {
            // a set that once held a huge image need be neither wiped nor read at full length for small ones
            slots = new long[slots.length / 4];
        } else if (size > 0) {
            Arrays.fill(slots, 0);
        }
        size = 0;
    }

    /** @return true if the segment was not yet there */
    boolean add(int x0, int y0, int x1, int y1) {
        long a = point(x0, y0);
        long b = point(x1, y1);
        long key = mix(Math.min(a, b) * 0x9E3779B97F4A7C15L + Math.max(a, b) * 0xC2B2AE3D27D4EB4FL);
        if (2 * size >= slots.length) {
            rehash();
        }
        return insert(key == 0 ? 1 : key);
    }

    private boolean insert(long key) {
        int i = (int) key & slots.length - 1;
        while (slots[i] != 0) {
            if (slots[i] == key) {
                return false;
            }
            i = i + 1 & slots.length - 1;
        }
        slots[i] = key;
        size++;
        return true;
    }

    private void rehash() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        for (long key : old) {
            if (key != 0) {
                insert(key);
            }
        }
    }

    private static long point(int x, int y) {
        return (long) x << 32 | y & 0xFFFFFFFFL;
    }

    /** The finalizer of MurmurHash3. */
    private static long mix(long key) {
        long k = (key ^ key >>> 33) * 0xFF51AFD7ED558CCDL;
        k = (k ^ k >>> 33) * 0xC4CEB9FE1A85EC53L;
        return k ^ k >>> 33;
    }
}
