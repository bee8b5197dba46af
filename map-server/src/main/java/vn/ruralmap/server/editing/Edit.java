package vn.ruralmap.server.editing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One change that somebody asks for. Fids and versions are those that services show; on a derived layer those of the source's features. */
public sealed interface Edit {

    /** The name of a layer that there is. */
    String layer();

    /** A new feature. */
    record Insert(String layer, Draft draft) implements Edit {}

    /**
     * @param seenVersion that the change is based on; null: the client did not say
     * @param draft what changes; the rest stays
     */
    record Update(String layer, long fid, @Nullable Integer seenVersion, Draft draft) implements Edit {}

    /**
     * @param seenVersion that the change is based on; null: the client did not say
     * @param draft all that the feature is to be; private properties that it does not name stay, since its author may not have seen them
     */
    record Replace(String layer, long fid, @Nullable Integer seenVersion, Draft draft) implements Edit {}

    /** @param seenVersion that the change is based on; null: the client did not say */
    record Delete(String layer, long fid, @Nullable Integer seenVersion) implements Edit {}

    /**
     * A legal change: the feature ends on a day, and another one goes on from that day in its place, with all that it was but what the
     * draft names.
     *
     * @param from the first day of the new one, after the first day of the old one and before its last
     */
    record Succeed(String layer, long fid, @Nullable Integer seenVersion, LocalDate from, Draft draft)
            implements Edit {}

    /**
     * A deleted feature comes back under its fid, as it was last, but for what the draft names.
     *
     * @param seenVersion that of its deletion
     */
    record Restore(String layer, long fid, int seenVersion, Draft draft) implements Edit {}
}
