package vn.ruralmap.dataimport.encoding;

import java.util.Collection;
import java.util.regex.Pattern;

/**
 * How Vietnamese words would be if they were in an encoding.
 *
 * @param valid words that are syllables
 * @param total words looked at
 */
record Score(Encoding encoding, int valid, int total) {

    /** Signs that may stand beside a word without a space. */
    private static final Pattern SIGNS =
            Pattern.compile("[\\u00A0\\u2013\\u2014\\u2018\\u2019\\u201C\\u201D\\u2022\\u2026°²³]+");

    static Score of(Encoding encoding, Collection<String> words) {
        int valid = 0;
        for (String word : words) {
            valid += isVietnamese(encoding, word) ? 1 : 0;
        }
        return new Score(encoding, valid, words.size());
    }

    private static boolean isVietnamese(Encoding encoding, String word) {
        byte[] bytes = Bytes.of(word);
        Encoding.Decoded decoded;
        if (encoding instanceof SavedAsUtf8 saved) {
            decoded = saved.reverse(bytes, bytes.length);
        } else {
            decoded = encoding.decode(bytes, bytes.length);
        }
        return decoded != null && decoded.lost() == 0 && areSyllables(decoded.text());
    }

    /** Whether every word of a text is a syllable, written as people do. */
    static boolean areSyllables(String text) {
        boolean any = false;
        for (String part : SIGNS.split(text)) {
            if (!part.isEmpty()) {
                any = true;
                String mended = mendStrokeD(part);
                if (!Syllables.isCasedAsUsual(mended) || !Syllables.isSyllable(mended)) {
                    return false;
                }
            }
        }
        return any;
    }

    /** With Đ where another alphabet has a letter that looks like it: Icelandic Ð, African Ɖ. */
    static String mendStrokeD(String text) {
        return text.replace('Ð', 'Đ').replace('ð', 'đ').replace('Ɖ', 'Đ').replace('ɖ', 'đ');
    }

    double share() {
        return total == 0 ? 0 : (double) valid / total;
    }

    Score plus(Score other) {
        return new Score(encoding, valid + other.valid, total + other.total);
    }
}
