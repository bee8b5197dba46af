package vn.ruralmap.layers.filter;

import org.jspecify.annotations.Nullable;

/** An expression made ready for many rows. */
@FunctionalInterface
public interface Value<R> {
    /** Null: without value. */
    @Nullable
    Object of(R row);
}
