package vn.ruralmap.layers.model;

import java.util.List;

/**
 * One entry of a code list.
 *
 * @param code the value that is stored and published
 * @param title for people
 * @param aliases other spellings that an import accepts, compared without case, diacritics and spaces
 */
public record CodeEntry(String code, LocalizedText title, List<String> aliases) {
    public CodeEntry {
        aliases = List.copyOf(aliases);
    }
}
