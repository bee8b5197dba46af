package vn.ruralmap.layers.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a layer.
 *
 * @param name column, property and field name: lower-case letters, digits and underscores, at most 40 characters
 * @param type what its values are
 * @param title for people
 * @param flags required, private, unique
 * @param pattern values that do not match give a warning, never a refusal (codes have no official grammar); null: none
 * @param codes the code list of a {@link AttributeType#CODE} attribute, else empty
 * @param references the layer that a {@link AttributeType#REFERENCE} points to, else null
 * @param aliases field names of foreign files that mean this attribute
 */
public record Attribute(
        String name,
        AttributeType type,
        LocalizedText title,
        Set<Flag> flags,
        @Nullable Pattern pattern,
        List<CodeEntry> codes,
        @Nullable String references,
        List<String> aliases) {

    /** Properties an attribute either has or has not. */
    public enum Flag {
        /** A feature without a value is refused. */
        REQUIRED,
        /** Never leaves the server towards anonymous users, in any format, filter, sort, search or error. */
        PRIVATE,
        /** No two features of the layer share a value on the same date. */
        UNIQUE,
        /** The viewer's search looks here. */
        SEARCHABLE
    }

    public Attribute {
        if (!name.matches("[a-z][a-z0-9_]{0,39}")) {
            throw new IllegalArgumentException("not an attribute name: " + name);
        }
        flags = flags.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(flags));
        codes = List.copyOf(codes);
        aliases = List.copyOf(aliases);
    }

    public boolean isRequired() {
        return flags.contains(Flag.REQUIRED);
    }

    public boolean isPrivate() {
        return flags.contains(Flag.PRIVATE);
    }

    public boolean isUnique() {
        return flags.contains(Flag.UNIQUE);
    }

    public boolean isSearchable() {
        return flags.contains(Flag.SEARCHABLE);
    }

    public Optional<CodeEntry> findCode(String code) {
        return codes.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }
}
