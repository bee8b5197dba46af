package vn.ruralmap.layers.filter;

import java.util.Collections;
import java.util.Set;

/** How two sets of values relate (OGC 21-065r2 §7.11). */
public enum ArrayOperator {
    EQUALS,
    CONTAINS,
    CONTAINED_BY,
    OVERLAPS;

    boolean holds(Set<Object> a, Set<Object> b) {
        return switch (this) {
            case EQUALS -> a.equals(b);
            case CONTAINS -> a.containsAll(b);
            case CONTAINED_BY -> b.containsAll(a);
            case OVERLAPS -> !Collections.disjoint(a, b);
        };
    }
}
