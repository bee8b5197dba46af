package vn.ruralmap.dataimport.check;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as it is stored: NFC, without white space at the ends and with single spaces inside. */
final class TextCleaning {

    // no soft hyphen (U+00AD): in TCVN3 text read as Latin-1 it is the letter ư, and its loss would hide the damage
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF\\x00]");
    private static final Pattern SPACE =
            Pattern.compile("[\\s\\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u3000]+");

    private TextCleaning() {}

    static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        // first, since a letter and its mark may stand on both sides of what nobody sees
        String visible = INVISIBLE.matcher(text).replaceAll("");
        String spaced = SPACE.matcher(visible).replaceAll(" ").strip();
        return Normalizer.normalize(spaced, Normalizer.Form.NFC);
    }

    /** True for most texts: letters that NFC leaves alone (Latin without marks of their own, Vietnamese), single spaces. */
    private static boolean isClean(String text) {
        int length = text.length();
        char last = ' ';
        for (int i = 0; i < length; i++) {
            char next = text.charAt(i);
            boolean space = next == ' ';
            boolean letter =
                    next > ' ' && next < 0x7F || next >= 0xC0 && next < 0x300 || next >= 0x1EA0 && next <= 0x1EF9;
            if (!letter && !space || space && last == ' ') {
                return false;
            }
            last = next;
        }
        return length > 0 && last != ' ';
    }
}
