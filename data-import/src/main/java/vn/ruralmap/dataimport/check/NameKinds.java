package vn.ruralmap.dataimport.check;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.CodeEntry;
import vn.ruralmap.layers.model.Layer;

/** The kind of unit that a name starts with: written out where it was short, and held against the kind that a row says. */
final class NameKinds {

    /** As people shorten the kinds of units, in capitals: TT. Kế Sách, P.1, X. An Mỹ, KP 3. */
    private static final Map<String, String> SHORT =
            Map.of("TT", "thị trấn", "P", "phường", "X", "xã", "KP", "khu phố", "ĐK", "đặc khu");

    private static final Pattern STARTS_SHORT =
            Pattern.compile("(TT|P|X|KP|ĐK)(?:\\s?\\.\\s?|(?<=TT|KP)\\s)(?=[\\p{L}\\d]).*");
    private static final int LETTERS = 1;

    private final @Nullable Attribute kind;
    private final @Nullable CodeList codes;

    NameKinds(Layer layer) {
        // kinds of other things (a garden, a pagoda) are not what a name starts with
        this.kind = layer.findAttribute("kind")
                .filter(attribute -> attribute.type() == AttributeType.CODE)
                .filter(attribute -> SHORT.values().stream()
                        .anyMatch(unit -> attribute.findCode(unit).isPresent()))
                .orElse(null);
        this.codes = kind == null ? null : new CodeList(kind);
    }

    /** The name with its kind in full; empty if it does not start with a short one of this layer. */
    Optional<String> expand(String name) {
        Matcher matcher = STARTS_SHORT.matcher(name);
        if (kind == null || !matcher.matches()) {
            return Optional.empty();
        }
        String shortKind = matcher.group(LETTERS);
        String rest = name.substring(shortKind.length()).replaceFirst("^\\s?\\.?\\s?", "");
        return kind.findCode(SHORT.get(shortKind)).map(CodeEntry::title).map(title -> title.vi() + " " + rest);
    }

    /** The kind in the name, if it is another one than the row's. */
    Optional<String> findContradiction(String name, String said) {
        return codes == null ? Optional.empty() : codes.findByStartOf(name).filter(inName -> !inName.equals(said));
    }
}
