package vn.ruralmap.layers.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * One finding about data. Bad data is an issue, collected and reported while the run goes on; a bad request is an
 * exception.
 *
 * @param code stable, upper case, for example {@code RING_SELF_INTERSECTION}
 * @param severity what it means for the run
 * @param row 1-based record number in the source; 0 if it is about the file
 * @param field source field or attribute; null if none
 * @param place where, in the coordinates of the source; null if nowhere
 * @param message what is wrong, with the value, enough to mend it at the source
 * @param remedy what to do, or what was done
 */
public record Issue(
        String code,
        Severity severity,
        long row,
        @Nullable String field,
        @Nullable Coordinate place,
        LocalizedText message,
        LocalizedText remedy) {

    /** What an issue means for the run. */
    public enum Severity {
        /** Worth knowing; nothing was changed. */
        INFO,
        /** Suspicious, or mended; the row goes in. */
        WARNING,
        /** The row cannot go in. */
        ERROR
    }
}
