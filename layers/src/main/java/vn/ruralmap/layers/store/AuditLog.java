package vn.ruralmap.layers.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did or tried what, for whoever must answer for it. Entries are added, and never changed or removed: the database refuses that. */
public interface AuditLog {

    /**
     * @param number in the order of entries; 0: not added yet
     * @param actor the name of an account, or as what somebody came
     * @param action what was tried, as in {@code sign-in}: lower-case letters and hyphens
     * @param subject what it was done to; null: nothing in particular
     * @param isRefused true: it did not happen
     * @param address where the request came from
     * @param details JSON, an object; without secrets
     */
    record Entry(
            long number,
            Instant time,
            String actor,
            String action,
            @Nullable String subject,
            boolean isRefused,
            String address,
            String details) {}

    /** Adds an entry; its number is not looked at. @return with its number */
    Entry append(Entry entry);

    /**
     * The latest first.
     *
     * @param actor null: anybody's
     * @param before only entries with smaller numbers
     * @param limit at most so many
     */
    List<Entry> list(@Nullable String actor, long before, int limit);
}
