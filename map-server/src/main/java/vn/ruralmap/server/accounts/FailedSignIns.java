package vn.ruralmap.server.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Counts wrong passwords, so that nobody can go through many, and nobody can shut others out by it: what is shut for a while is an
 * account to one address, never the account. An address that tries many accounts is shut out of those that it never got into.
 */
final class FailedSignIns {

    static final int MOST_PER_ACCOUNT = 5;
    static final int MOST_PER_ADDRESS = 50;
    static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 20_000;

    private final Clock clock;
    private final Map<Tried, Count> counts = new LinkedHashMap<>();
    private final Set<Tried> goodOnes = new HashSet<>();

    private record Count(Instant since, int failures) {}

    /** @param account its key; empty: any */
    private record Tried(String address, String account) {}

    FailedSignIns(Clock clock) {
        this.clock = clock;
    }

    /** True: whatever the password is, it is not looked at for the rest of the period. */
    synchronized boolean isBlocked(String address, String account) {
        Tried tried = new Tried(address, account);
        return count(tried) >= MOST_PER_ACCOUNT
                || count(new Tried(address, "")) >= MOST_PER_ADDRESS && !goodOnes.contains(tried);
    }

    private int count(Tried tried) {
        Count count = counts.get(tried);
        return count == null || isOver(count) ? 0 : count.failures();
    }

    synchronized void add(String address, String account) {
        addTo(new Tried(address, account));
        addTo(new Tried(address, ""));
    }

    private void addTo(Tried tried) {
        Count count = counts.remove(tried);
        counts.put(
                tried,
                count == null || isOver(count)
                        ? new Count(clock.instant(), 1)
                        : new Count(count.since(), count.failures() + 1));
        if (counts.size() > MOST_REMEMBERED) {
            counts.remove(counts.keySet().iterator().next());
        }
    }

    /** Somebody got in. */
    synchronized void forget(String address, String account) {
        counts.remove(new Tried(address, account));
        if (goodOnes.size() >= MOST_REMEMBERED) {
            goodOnes.clear();
        }
        goodOnes.add(new Tried(address, account));
    }

    private boolean isOver(Count count) {
        return clock.instant().isAfter(count.since().plus(PERIOD));
    }
}
