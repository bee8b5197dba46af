package vn.ruralmap.server.viewer;

import java.util.regex.Pattern;
import vn.ruralmap.layers.spelling.Folding;

/**
 * Folds a text so that spellings people use for the same name are equal: no case, no diacritics, Đ and its look-alike Ð as
 * D, {@code y} as {@code i} ("Quy Đức", "Qui Đức"), hyphens and repeated spaces as one space.
 */
final class SearchKey {

    private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");

    private SearchKey() {}

    static String of(String text) {
        String plain = Folding.withoutCase(Folding.withoutAccents(text)).replace('y', 'i');
        return GAPS.matcher(plain).replaceAll(" ").strip();
    }
}
