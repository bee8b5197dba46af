package vn.ruralmap.dataimport.encoding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Bytes of texts before it is known what letters they are; as text, they are ISO-8859-1. */
final class Bytes {

    /** Bytes that are quotes, dashes and units in all common encodings, and so tell nothing. */
    private static final String SYMBOLS = "\u0085\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u00A0\u00B0\u00B2\u00B3";

    private Bytes() {}

    /** Length without padding and without what a C program left behind the end of its string. */
    static int length(byte[] raw) {
        int length = 0;
        while (length < raw.length && raw[length] != 0) {
            length++;
        }
        while (length > 0 && raw[length - 1] == ' ') {
            length--;
        }
        return length;
    }

    /** Runs of plain letters and of bytes above them, which are letters in one encoding or another. */
    static List<String> words(String value) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || !isLetter(value.charAt(i))) {
                if (i > start) {
                    words.add(value.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private static boolean isLetter(char b) {
        // control characters but white space are capitals in TCVN 5712 and VISCII
        return b >= 0x80 || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b < 0x20 && (b < 0x09 || b > 0x0D) && b > 0;
    }

    static boolean isPlain(String word) {
        return word.chars().allMatch(b -> b >= 0x20 && b < 0x80);
    }

    static boolean isPlain(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0x20) {
                return false;
            }
        }
        return true;
    }

    /** True of a word that has nothing but plain letters and symbols. */
    static boolean isSymbols(String word) {
        return word.chars().allMatch(b -> b >= 0x20 && b < 0x80 || SYMBOLS.indexOf(b) >= 0);
    }

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String hex(byte[] bytes, int length) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes, 0, length);
    }
}
