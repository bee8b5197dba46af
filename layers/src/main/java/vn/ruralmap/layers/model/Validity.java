package vn.ruralmap.layers.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A period of legal time, {@code [from, to)}: the first day it holds and the first day it no longer does.
 *
 * @param from first day, in Vietnam
 * @param to day after the last one; null: still in force
 */
public record Validity(LocalDate from, @Nullable LocalDate to) {

    public Validity {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("valid_to " + to + " is not after valid_from " + from);
        }
    }

    /** In force since a day, with no end. */
    public static Validity since(LocalDate from) {
        return new Validity(from, null);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && (to == null || date.isBefore(to));
    }

    /** True if there is a day on which both hold. */
    public boolean intersects(Validity other) {
        return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
    }
}
