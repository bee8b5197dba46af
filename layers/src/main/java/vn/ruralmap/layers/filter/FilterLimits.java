package vn.ruralmap.layers.filter;

import vn.ruralmap.layers.filter.FilterException.Fault;

/** How large a filter may be: more than any client writes, and little enough to read and to evaluate without harm. */
final class FilterLimits {

    /** Readers call themselves for each level. */
    static final int MAX_DEPTH = 60;

    /** Conditions and values; those in a list of constants cost little and count by tens. */
    static final int MAX_NODES = 2_000;

    static final int MAX_ITEMS = 10_000;
    static final int MAX_VERTICES = 50_000;
    static final int MAX_CHARACTERS = 2_000_000;
    static final int MAX_PATTERN = 1_000;

    private FilterLimits() {}

    static FilterException tooLarge() {
        return FilterException.of(
                Fault.TOO_LARGE,
                "bộ lọc quá lớn: nhiều nhất " + MAX_NODES + " điều kiện và giá trị, lồng nhau " + MAX_DEPTH + " tầng",
                "the filter is too large: at most " + MAX_NODES + " conditions and values, nested " + MAX_DEPTH
                        + " deep");
    }
}
