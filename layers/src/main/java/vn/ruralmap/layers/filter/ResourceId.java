package vn.ruralmap.layers.filter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A feature, perhaps one version of it (OGC 09-026r2 §7.11.2).
 *
 * @param layer null: the one that is asked
 * @param version null: whichever is in force
 * @param period the feature must be in force at some time in it; null: no matter
 */
public record ResourceId(
        @Nullable String layer,
        long fid,
        @Nullable Integer version,
        @Nullable TimeSpan period) {

    private static final Pattern FORM = Pattern.compile("(?:([a-z][a-z0-9_]*)\\.)?(\\d{1,18})");

    /** {@code communes.17}, or {@code 17}. Empty if the text cannot be the id of any feature. */
    public static Optional<ResourceId> find(String text) {
        Matcher id = FORM.matcher(text.strip());
        return id.matches()
                ? Optional.of(new ResourceId(id.group(1), Long.parseLong(id.group(2)), null, null))
                : Optional.empty();
    }
}
