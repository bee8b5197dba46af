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
        int[] indexes = new int[pixels.length];
        Slots slots = new Slots();
        int at = 0;
        while (at < pixels.length) {
            int color = pixels[at];
            int index = slots.index(color);
            if (index >= limit) {
                return null;
            }
            int start = at;
            do {
                indexes[at++] = index;
            } while (at < pixels.length && pixels[at] == color);
            slots.counts[index] += at - start;
        }
        return new ColorTable(
                Arrays.copyOf(slots.colors, slots.size), Arrays.copyOf(slots.counts, slots.size), indexes);
    }

    /** Colours in the order in which they come, and where each one is. */
    private static final class Slots {

        private static final int EMPTY = -1;

        private int[] colors = new int[256];
        private int[] counts = new int[256];
        private int size;
        /** Colour and index by turns. */
        private int[] table = empty(1024);

        int index(int color) {
            int slot = slot(color);
            int index = table[slot + 1];
            return index == EMPTY ? add(color, slot) : index;
        }

        private int add(int color, int slot) {
            int free = slot;
            if (size == colors.length) {
                colors = Arrays.copyOf(colors, size * 2);
                counts = Arrays.copyOf(counts, size * 2);
                table = empty(size * 8);
                for (int i = 0; i < size; i++) {
                    put(slot(colors[i]), colors[i], i);
                }
                free = slot(color);
            }
            colors[size] = color;
            put(free, color, size);
            return size++;
        }

        private void put(int slot, int color, int index) {
            table[slot] = color;
            table[slot + 1] = index;
        }

        /** Where a colour is, or is to be. */
        private int slot(int color) {
            int slot = (color * 0x9E3779B9) >>> 7 & table.length - 2;
            while (table[slot] != color && table[slot + 1] != EMPTY) {
                slot = slot + 2 & table.length - 2;
            }
            return slot;
        }

        private static int[] empty(int colors) {
            int[] table = new int[2 * colors];
            Arrays.fill(table, EMPTY);
            return table;
        }
    }
}
