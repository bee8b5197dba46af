package vn.ruralmap.server.render;

import java.util.Arrays;

/**
 * A Huffman code in the canonical form of RFC 1951 §3.2.2. No code is longer than a limit: where the best one would be, frequent
 * symbols are taken to be less frequent until it is not, which costs next to nothing.
 */
final class PrefixCode {

    private final int limit;
    private final int[] lengths;
    private final int[] bits;
    /** Count and symbol in one number, so that sorting needs no comparator. */
    private final long[] sorted;

    private final int[] parents;
    private final long[] weights;

    /** @param limit in bits, at most 15 */
    PrefixCode(int symbols, int limit) {
        this.limit = limit;
        lengths = new int[symbols];
        bits = new int[symbols];
        sorted = new long[symbols];
        parents = new int[2 * symbols];
        weights = new long[2 * symbols];
    }

    int symbols() {
        return lengths.length;
    }

    /** In bits; 0: the symbol has no code. */
    int length(int symbol) {
        return lengths[symbol];
    }

    /** The first bit of the code is the lowest. */
    int bits(int symbol) {
        return bits[symbol];
    }

    /** @param counts how often each symbol comes; symbols that do not come get no code */
    void build(int[] counts) {
        int shift = 0;
        while (!fits(counts, shift)) {
            shift++;
        }
        assign();
    }

    private boolean fits(int[] counts, int shift) {
        Arrays.fill(lengths, 0);
        int leaves = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                sorted[leaves++] = ((long) (counts[symbol] >>> shift) + 1) << 16 | symbol;
            }
        }
        if (leaves <= 1) {
            // a code needs a bit at least
            lengths[leaves == 0 ? 0 : (int) sorted[0] & 0xFFFF] = 1;
            return true;
        }
        Arrays.sort(sorted, 0, leaves);
        join(leaves);
        int root = 2 * leaves - 2;
        weights[root] = 0;
        for (int node = root - 1; node >= 0; node--) {
            // from here on the depth
            weights[node] = weights[parents[node]] + 1;
            if (node < leaves) {
                if (weights[node] > limit) {
                    return false;
                }
                lengths[(int) sorted[node] & 0xFFFF] = (int) weights[node];
            }
        }
        return true;
    }

    /** Joins the two lightest again and again; both the leaves and what was joined come in order of weight. */
    private void join(int leaves) {
        for (int i = 0; i < leaves; i++) {
            weights[i] = sorted[i] >>> 16;
        }
        int leaf = 0;
        int inner = leaves;
        for (int node = leaves; node < 2 * leaves - 1; node++) {
            weights[node] = 0;
            for (int child = 0; child < 2; child++) {
                boolean isLeaf = leaf < leaves && (inner >= node || weights[leaf] <= weights[inner]);
                int chosen = isLeaf ? leaf++ : inner++;
                weights[node] += weights[chosen];
                parents[chosen] = node;
            }
        }
    }

    private void assign() {
        int[] next = new int[limit + 2];
        for (int length : lengths) {
            next[length + 1] += length > 0 ? 1 : 0;
        }
        next[1] = 0;
        for (int length = 1; length <= limit; length++) {
            next[length + 1] = next[length + 1] + next[length] << 1;
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                bits[symbol] = Integer.reverse(next[length]++) >>> Integer.SIZE - length;
            }
        }
    }
}
