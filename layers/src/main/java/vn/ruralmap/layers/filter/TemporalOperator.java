package vn.ruralmap.layers.filter;

/**
 * How a first instant or period lies to a second one (ISO 19108:2002 §5.2.3.5, OGC 21-065r2 §7.7). An instant is a period that
 * begins and ends at once; where two periods must meet or overlap, neither is an instant.
 */
public enum TemporalOperator {
    AFTER,
    BEFORE,
    BEGINS,
    BEGUN_BY,
    CONTAINS,
    DURING,
    EQUALS,
    OVERLAPS,
    MEETS,
    OVERLAPPED_BY,
    MET_BY,
    ENDS,
    ENDED_BY,
    DISJOINT,
    INTERSECTS;

    boolean holds(TimeSpan a, TimeSpan b) {
        return switch (this) {
            case AFTER -> a.startsAfterEnd(b);
            case BEFORE -> b.startsAfterEnd(a);
            case BEGINS -> a.compareStart(b) == 0 && a.compareEnd(b) < 0;
            case BEGUN_BY -> a.compareStart(b) == 0 && a.compareEnd(b) > 0;
            case CONTAINS -> a.compareStart(b) < 0 && a.compareEnd(b) > 0;
            case DURING -> a.compareStart(b) > 0 && a.compareEnd(b) < 0;
            case EQUALS -> a.compareStart(b) == 0 && a.compareEnd(b) == 0;
            case OVERLAPS -> overlaps(a, b);
            case OVERLAPPED_BY -> overlaps(b, a);
            case MEETS -> meets(a, b);
            case MET_BY -> meets(b, a);
            case ENDS -> a.compareEnd(b) == 0 && a.compareStart(b) > 0;
            case ENDED_BY -> a.compareEnd(b) == 0 && a.compareStart(b) < 0;
            case DISJOINT -> a.startsAfterEnd(b) || b.startsAfterEnd(a);
            case INTERSECTS -> !a.startsAfterEnd(b) && !b.startsAfterEnd(a);
        };
    }

    private static boolean overlaps(TimeSpan a, TimeSpan b) {
        return a.compareStart(b) < 0 && a.compareEnd(b) < 0 && b.startsBeforeEnd(a);
    }

    private static boolean meets(TimeSpan a, TimeSpan b) {
        return !a.isInstant() && !b.isInstant() && a.end() != null && a.end().equals(b.start());
    }
}
