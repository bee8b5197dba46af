package vn.ruralmap.dataimport.placing;

import org.jspecify.annotations.Nullable;

/**
 * What is said about the coordinate system of a file.
 *
 * @param asked what a person gave: a code, {@link #AUTO}, or null for nothing
 * @param swapped true if a person said that the first number is the northward one
 * @param text what the file says; null: nothing
 * @param isWkt true if the text is WKT, false if it is a code
 */
public record Declaration(
        @Nullable String asked, boolean swapped, @Nullable String text, boolean isWkt) {

    /** In place of a code: take what fits clearly, also against what the file says. */
    public static final String AUTO = "auto";

    boolean isAuto() {
        return AUTO.equalsIgnoreCase(asked);
    }
}
