package vn.ruralmap.dataimport.check;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Spellings reduced to what people mean: letters and digits without case and diacritics. */
final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BESIDES = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folding() {}

    /** {@code "Mã_Xã "} and {@code "MAXA"} become {@code "maxa"}. */
    static String fold(String text) {
        return BESIDES.matcher(words(text)).replaceAll("");
    }

    /** As {@link #fold}, with one space where there was anything between the words: {@code "TT. Kế-Sách"} is {@code "tt ke sach"}. */
    static String words(String text) {
        // Ð (U+00D0) stands for Đ (U+0110) in text that once was VISCII or cp1252
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replace('ð', 'd');
        return BESIDES.matcher(plain).replaceAll(" ").strip();
    }
}
