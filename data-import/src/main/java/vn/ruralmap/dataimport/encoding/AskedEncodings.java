package vn.ruralmap.dataimport.encoding;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about encodings; it goes before everything else.
 *
 * @param all for every column without a word of its own; null: find out
 * @param byField by name of the field, in any case
 */
public record AskedEncodings(@Nullable Encoding all, Map<String, Encoding> byField) {

    /** Nothing said. */
    public static final AskedEncodings NONE = new AskedEncodings(null, Map.of());

    public AskedEncodings {
        Map<String, Encoding> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        folded.putAll(byField);
        byField = folded;
    }

    public static AskedEncodings all(Encoding encoding) {
        return new AskedEncodings(encoding, Map.of());
    }

    /** The same about bytes that were decoded wrongly, as windows-1252, before they became letters of Unicode. */
    public AskedEncodings beforeUnicode() {
        Map<String, Encoding> before = new TreeMap<>();
        byField.forEach((field, encoding) -> before.put(field, saved(encoding)));
        return new AskedEncodings(all == null ? null : saved(all), before);
    }

    private static Encoding saved(Encoding encoding) {
        return Encodings.isUnicode(encoding) ? Encodings.UTF_8 : Encodings.savedAsUtf8(encoding);
    }

    Optional<Encoding> find(String field) {
        Encoding own = byField.get(field);
        return Optional.ofNullable(own == null ? all : own);
    }
}
