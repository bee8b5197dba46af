package vn.ruralmap.server.viewer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Folds a text so that spellings people use for the same name are equal: no case, no diacritics, Đ and its look-alike Ð as
 * D, {@code y} as {@code i} ("Quy Đức", "Qui Đức"), hyphens and repeated spaces as one space.
 */
final class SearchKey {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");

    private SearchKey() {}

    static String of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('ð', 'd')
                .replace('y', 'i');
        return GAPS.matcher(plain).replaceAll(" ").strip();
    }
}
