package vn.ruralmap.dataimport.encoding;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * VNI-Windows: a vowel and then a byte with its marks; đ, ơ, ư and most forms of i have a byte of their own. No mark is
 * also a letter, so that reading from left to right is unambiguous.
 *
 * <p>Tolerant, because typists were: the case of a mark means nothing, several marks on a vowel add up or repeat.
 */
record Vni(String name) implements Encoding {

    // Index: byte - 0xC0 of the capital marks; small ones are 0x20 higher.
    private static final int[] SHAPES = new int[32];
    private static final int[] TONES = new int[32];
    private static final String[] LETTERS = new String[32];

    private static final char GRAVE = '\u0300';
    private static final char ACUTE = '\u0301';
    private static final char TILDE = '\u0303';
    private static final char HOOK = '\u0309';
    private static final char DOT = '\u0323';
    private static final char CIRCUMFLEX = '\u0302';
    private static final char BREVE = '\u0306';
    private static final char HORN = '\u031B';

    static {
        mark(0xD8, 0, GRAVE);
        mark(0xD9, 0, ACUTE);
        mark(0xD5, 0, TILDE);
        mark(0xDB, 0, HOOK);
        mark(0xCF, 0, DOT);
        mark(0xC2, CIRCUMFLEX, 0);
        mark(0xC0, CIRCUMFLEX, GRAVE);
        mark(0xC1, CIRCUMFLEX, ACUTE);
        mark(0xC3, CIRCUMFLEX, TILDE);
        mark(0xC5, CIRCUMFLEX, HOOK);
        mark(0xC4, CIRCUMFLEX, DOT);
        mark(0xCA, BREVE, 0);
        mark(0xC8, BREVE, GRAVE);
        mark(0xC9, BREVE, ACUTE);
        mark(0xDC, BREVE, TILDE);
        mark(0xDA, BREVE, HOOK);
        mark(0xCB, BREVE, DOT);
        letter(0xC6, "Ỉỉ");
        letter(0xCC, "Ìì");
        letter(0xCD, "Íí");
        letter(0xCE, "Ỵỵ");
        letter(0xD1, "Đđ");
        letter(0xD2, "Ịị");
        letter(0xD3, "Ĩĩ");
        letter(0xD4, "Ơơ");
        letter(0xD6, "Ưư");
    }

    private static void mark(int b, int shape, int tone) {
        SHAPES[b - 0xC0] = shape;
        TONES[b - 0xC0] = tone;
    }

    private static void letter(int b, String capitalAndSmall) {
        LETTERS[b - 0xC0] = capitalAndSmall;
    }

    static boolean isMark(int b) {
        return b >= 0xC0 && (SHAPES[b & 0x1F] != 0 || TONES[b & 0x1F] != 0);
    }

    /** Whether a mark may follow this byte. */
    static boolean takesMark(int b) {
        return "aeouyAEOUY\u00F4\u00F6\u00D4\u00D6".indexOf(b) >= 0;
    }

    @Override
    public Decoded decode(byte[] bytes, int length) {
        StringBuilder text = new StringBuilder(length);
        int lost = 0;
        for (int i = 0; i < length; ) {
            int b = bytes[i++] & 0xFF;
            char letter = single(b);
            if (letter == SingleByte.LOST) {
                lost++;
            }
            Vowel vowel = "aeiouyAEIOUYơưƠƯ".indexOf(letter) < 0 ? null : Vowel.of(letter);
            while (vowel != null && i < length && isMark(bytes[i] & 0xFF)) {
                Vowel marked = vowel.with(SHAPES[bytes[i] & 0x1F], TONES[bytes[i] & 0x1F]);
                i++;
                if (marked == null) {
                    lost++;
                } else {
                    vowel = marked;
                }
            }
            text.append(vowel == null ? String.valueOf(letter) : vowel.composed());
        }
        return new Decoded(text.toString(), lost);
    }

    private static char single(int b) {
        if (b < 0x80) {
            return (char) b;
        }
        String letter = b < 0xC0 ? null : LETTERS[b & 0x1F];
        if (letter != null) {
            return letter.charAt(b < 0xE0 ? 0 : 1);
        }
        char symbol = b < 0xC0 ? SingleByte.symbol(b) : 0;
        return symbol == 0 ? SingleByte.LOST : symbol;
    }

    /** A vowel that gathers its marks; 0: none yet. */
    private record Vowel(char base, int shape, int tone) {

        static Vowel of(char letter) {
            String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
            return new Vowel(parts.charAt(0), parts.length() > 1 ? HORN : 0, 0);
        }

        /** Null if the mark contradicts those it has, or if there is no such letter. */
        @Nullable
        Vowel with(int moreShape, int moreTone) {
            if (shape != 0 && moreShape != 0 && shape != moreShape || tone != 0 && moreTone != 0 && tone != moreTone) {
                return null;
            }
            Vowel marked = new Vowel(base, Math.max(shape, moreShape), Math.max(tone, moreTone));
            return marked.composed().length() == 1 ? marked : null;
        }

        String composed() {
            StringBuilder parts = new StringBuilder().append(base);
            if (shape != 0) {
                parts.append((char) shape);
            }
            if (tone != 0) {
                parts.append((char) tone);
            }
            return Normalizer.normalize(parts, Normalizer.Form.NFC);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
