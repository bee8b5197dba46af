package vn.ruralmap.server.render;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The different colours of an image, and the number of each pixel's colour.
 *
 * @param colors multiplied ARGB
 * @param counts how many pixels have it
 * @param indexes per pixel the position of its colour in {@code colors}
 */
record ColorTable(int[] colors, int[] counts, int[] indexes) {

    /** @return null if there are more than {@code limit} colours */
    static @Nullable ColorTable of(RenderedMap map, int limit) {
        int[] pixels = map.pixels();
        int[] slots = new int[1024];
        Arrays.fill(slots, -1);
        int[] colors = new int[256];
        int[] counts = new int[256];
        int[] indexes = new int[pixels.length];
        int size = 0;
        int last = ~pixels[0];
        int index = -1;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != last) {
                last = pixels[i];
                int slot = find(slots, colors, last);
                index = slots[slot];
                if (index < 0) {
                    if (size == limit) {
                        return null;
                    }
                    if (size == colors.length) {
                        colors = Arrays.copyOf(colors, size * 2);
                        counts = Arrays.copyOf(counts, size * 2);
                        slots = rehashed(colors, size);
                        slot = find(slots, colors, last);
                    }
                    colors[size] = last;
                    slots[slot] = size;
                    index = size++;
                }
            }
            counts[index]++;
            indexes[i] = index;
        }
        return new ColorTable(Arrays.copyOf(colors, size), Arrays.copyOf(counts, size), indexes);
    }

    private static int find(int[] slots, int[] colors, int color) {
        int slot = (color * 0x9E3779B9) >>> 8 & slots.length - 1;
        while (slots[slot] >= 0 && colors[slots[slot]] != color) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private static int[] rehashed(int[] colors, int size) {
        int[] slots = new int[size * 8];
        Arrays.fill(slots, -1);
        for (int i = 0; i < size; i++) {
            slots[find(slots, colors, colors[i])] = i;
        }
        return slots;
    }
}
