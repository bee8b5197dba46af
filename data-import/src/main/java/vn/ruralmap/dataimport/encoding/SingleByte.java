package vn.ruralmap.dataimport.encoding;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * An encoding with one byte for every letter; TCVN 5712 also has bytes for tones alone, which follow their vowel.
 *
 * @param name for people
 * @param letters 256 of them; 0: none
 */
record SingleByte(String name, String letters) implements Encoding {

    static final char LOST = '\uFFFD';

    private static final char NONE = 0;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** What {@code .VnTime} and VNI fonts show for bytes that are no Vietnamese letter: quotes, dashes, units. */
    private static final String LOOK = look();

    /**
     * Of a chart.
     *
     * @param rows each the first byte in hexadecimal, a space, 16 letters; a point for none
     */
    static SingleByte of(String name, List<String> rows) {
        char[] letters = new char[256];
        for (int b = 1; b < 256; b++) {
            letters[b] = b < 0x80 ? (char) b : symbol(b);
        }
        for (String row : rows) {
            int first = Integer.parseInt(row.substring(0, 2), 16);
            for (int i = 0; i < 16; i++) {
                if (row.charAt(3 + i) != '.') {
                    letters[first + i] = row.charAt(3 + i);
                }
            }
        }
        return new SingleByte(name, new String(letters));
    }

    /** The same bytes in a font that shows capitals only. */
    SingleByte capitals(String capitalsName) {
        char[] capitals = letters.toCharArray();
        for (int b = 0x80; b < 256; b++) {
            capitals[b] = String.valueOf(capitals[b]).toUpperCase(Locale.ROOT).charAt(0);
        }
        return new SingleByte(capitalsName, new String(capitals));
    }

    /** The sign that windows-1252 has for a byte; none if it is a letter there. */
    static char symbol(int b) {
        char look = LOOK.charAt(b);
        return Character.isLetter(look) || look == LOST || Character.isISOControl(look) ? NONE : look;
    }

    private static String look() {
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        return new String(all, WINDOWS_1252);
    }

    @Override
    public Decoded decode(byte[] bytes, int length) {
        StringBuilder text = new StringBuilder(length);
        int lost = 0;
        for (int i = 0; i < length; i++) {
            char letter = letters.charAt(bytes[i] & 0xFF);
            if (letter == NONE) {
                lost++;
                letter = LOST;
            }
            text.append(letter);
        }
        return new Decoded(Normalizer.normalize(text, Normalizer.Form.NFC), lost);
    }

    @Override
    public String toString() {
        return name;
    }
}
