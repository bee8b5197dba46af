package vn.ruralmap.layers.spelling;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Spellings reduced to what people mean. */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BESIDES = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folding() {}

    /** Without case: {@code "Kế Sách"} and {@code "KẾ SÁCH"} become {@code "kế sách"}. */
    public static String withoutCase(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Without diacritics, and Đ as D: {@code "Đại Hải"} becomes {@code "Dai Hai"}. */
    public static String withoutAccents(String text) {
        // Ð (U+00D0) stands for Đ (U+0110) in text that once was VISCII or cp1252
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('ð', 'd')
                .replace('Đ', 'D')
                .replace('Ð', 'D');
    }

    /**
     * Words without case, diacritics and signs, one space where there was anything between them: {@code "TT. Kế-Sách"} becomes
     * {@code "tt ke sach"}.
     */
    public static String words(String text) {
        return BESIDES.matcher(withoutCase(withoutAccents(text)))
                .replaceAll(" ")
                .strip();
    }

    /** The same without the spaces: {@code "Mã_Xã "} and {@code "MAXA"} become {@code "maxa"}. */
    public static String letters(String text) {
        return words(text).replace(" ", "");
    }
}
