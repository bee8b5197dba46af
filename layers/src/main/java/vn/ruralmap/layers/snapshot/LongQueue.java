package vn.ruralmap.layers.snapshot;

import java.util.Arrays;

/** A priority queue of numbers, the smallest first; a binary heap without the objects that {@link java.util.PriorityQueue} needs. */
final class LongQueue {

    private long[] heap;
    private int size;

    LongQueue(int capacity) {
        heap = new long[Math.max(capacity, 16)];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(long number) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        int at = size++;
        while (at > 0 && heap[(at - 1) / 2] > number) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = number;
    }

    /** Takes the smallest out; there must be one. */
    long poll() {
        long smallest = heap[0];
        long last = heap[--size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return smallest;
    }
}
