package vn.ruralmap.server.editing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.server.support.RequestException;

/**
 * Changes that are made together or not at all.
 *
 * @param writer whose they are
 * @param source by which service they came
 * @param message why, for people; empty: made from what they are
 * @param date the legal date that the client looks at: fids on derived layers are found by it
 * @param edits in their order; several of one feature become one change
 * @param mustHaveSeen true: whoever changes a feature must say which version it saw, or have read it; false: the operator's rule
 * @param lock that the writer holds on features; null: none
 * @param key by which a repeated request is recognised; null: it is not
 * @param facts for the provenance of the changeset
 */
public record EditRequest(
        Writer writer,
        Changeset.Source source,
        String message,
        LocalDate date,
        List<Edit> edits,
        boolean mustHaveSeen,
        @Nullable HeldLock lock,
        @Nullable Key key,
        Map<String, String> facts) {

    public EditRequest {
        edits = List.copyOf(edits);
        facts = Map.copyOf(facts);
    }

    /** Without facts. */
    public EditRequest(
            Writer writer,
            Changeset.Source source,
            String message,
            LocalDate date,
            List<Edit> edits,
            boolean mustHaveSeen,
            @Nullable HeldLock lock,
            @Nullable Key key) {
        this(writer, source, message, date, edits, mustHaveSeen, lock, key, Map.of());
    }

    /**
     * @param id of the lock
     * @param isReleased true: it ends with the changes; false: only what they touch is let go
     */
    public record HeldLock(String id, boolean isReleased) {}

    /**
     * @param text of the client's choice
     * @param digest of all that was asked for, so that a key used for something else is noticed
     */
    public record Key(String text, String digest) {

        /**
         * The header {@code Idempotency-Key}, with quotation marks as the draft of the IETF has it, or without.
         *
         * @throws RequestException status 400 if it is not of 8 to 200 printing characters
         */
        public static Optional<String> read(HttpServletRequest request) {
            String header = request.getHeader("Idempotency-Key");
            if (header == null) {
                return Optional.empty();
            }
            String text = header.strip().replaceAll("^\"|\"$", "");
            if (!text.matches("[\\x21-\\x7e]{8,200}")) {
                throw RequestException.invalid(
                        "Idempotency-Key",
                        "cần 8 đến 200 ký tự không dấu, ví dụ một UUID",
                        "8 to 200 characters of ASCII, such as a UUID");
            }
            return Optional.of(text);
        }
    }
}
