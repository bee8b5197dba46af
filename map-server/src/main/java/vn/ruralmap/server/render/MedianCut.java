package vn.ruralmap.server.render;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Reduces an image to few colours by Heckbert's median cut: the box of colours that would lose most is halved until
 * there are enough boxes; each becomes the mean of its pixels.
 */
final class MedianCut {

    private static final int[] SHIFTS = {24, 16, 8, 0};

    private final ColorTable table;
    private final int limit;

    private MedianCut(ColorTable table, int limit) {
        this.limit = limit;
        this.table = table;
    }

    /** @return a table of at most {@code limit} colours for the same pixels */
    static ColorTable reduce(ColorTable table, int limit) {
        return table.colors().length <= limit ? table : new MedianCut(table, limit).reduce();
    }

    private ColorTable reduce() {
        PriorityQueue<Box> boxes = new PriorityQueue<>(Comparator.comparingDouble((Box box) -> -box.loss()));
        int[] all = new int[table.colors().length];
        Arrays.setAll(all, i -> i);
        boxes.add(box(all));
        while (boxes.size() < limit && boxes.peek().loss() > 0) {
            split(boxes.poll(), boxes);
        }
        int[] colors = new int[boxes.size()];
        int[] counts = new int[boxes.size()];
        int[] boxOf = new int[table.colors().length];
        int number = 0;
        for (Box box : boxes) {
            colors[number] = mean(box);
            for (int member : box.members()) {
                boxOf[member] = number;
                counts[number] += table.counts()[member];
            }
            number++;
        }
        int[] indexes = new int[table.indexes().length];
        Arrays.setAll(indexes, i -> boxOf[table.indexes()[i]]);
        return new ColorTable(colors, counts, indexes);
    }

    /** @param members positions in the table; @param shift of the channel that varies most */
    private record Box(int[] members, int shift, double loss) {}

    private Box box(int[] members) {
        int widestShift = 0;
        double widest = -1;
        long pixels = 0;
        for (int member : members) {
            pixels += table.counts()[member];
        }
        for (int shift : SHIFTS) {
            int min = 255;
            int max = 0;
            for (int member : members) {
                int value = channel(member, shift);
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
            if (max - min > widest) {
                widest = max - min;
                widestShift = shift;
            }
        }
        // The root keeps a large flat fill from eating up all colours.
        return new Box(members, widestShift, members.length == 1 ? 0 : widest * widest * Math.sqrt(pixels));
    }

    private void split(Box box, PriorityQueue<Box> boxes) {
        Integer[] sorted = Arrays.stream(box.members()).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, Comparator.comparingInt(member -> channel(member, box.shift())));
        long half = 0;
        for (int member : sorted) {
            half += table.counts()[member];
        }
        half /= 2;
        int cut = 0;
        for (long seen = 0; cut < sorted.length - 1 && (cut == 0 || seen < half); cut++) {
            seen += table.counts()[sorted[cut]];
        }
        int[] members = Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
        boxes.add(box(Arrays.copyOfRange(members, 0, cut)));
        boxes.add(box(Arrays.copyOfRange(members, cut, members.length)));
    }

    private int mean(Box box) {
        int mean = 0;
        for (int shift : SHIFTS) {
            long sum = 0;
            long count = 0;
            for (int member : box.members()) {
                sum += (long) channel(member, shift) * table.counts()[member];
                count += table.counts()[member];
            }
            mean |= (int) ((sum + count / 2) / count) << shift;
        }
        return mean;
    }

    private int channel(int member, int shift) {
        return table.colors()[member] >>> shift & 0xFF;
    }
}
