package vn.ruralmap.dataimport.encoding;

/** Whether bytes are UTF-8 (RFC 3629), and where a value was cut within a letter. */
public enum Utf8 {
    /** Only bytes below 128: says nothing about the character set. */
    ASCII,
    /** UTF-8 with at least one letter of several bytes. */
    VALID,
    /** UTF-8 but for the last letter, which is incomplete. */
    CUT,
    INVALID;

    public static Utf8 check(byte[] bytes, int length) {
        Utf8 result = ASCII;
        for (int i = 0; i < length; ) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) {
                i++;
                continue;
            }
            int following = lead < 0xC2 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : -1;
            if (following < 0) {
                return INVALID;
            }
            for (int k = 1; k <= following; k++) {
                if (i + k == length) {
                    return CUT;
                }
                int next = bytes[i + k] & 0xFF;
                if (next < lowest(lead, k) || next > highest(lead, k)) {
                    return INVALID;
                }
            }
            result = VALID;
            i += following + 1;
        }
        return result;
    }

    // The second byte is what rules out overlong forms, surrogates and anything above U+10FFFF.
    private static int lowest(int lead, int k) {
        return k == 1 && lead == 0xE0 ? 0xA0 : k == 1 && lead == 0xF0 ? 0x90 : 0x80;
    }

    private static int highest(int lead, int k) {
        return k == 1 && lead == 0xED ? 0x9F : k == 1 && lead == 0xF4 ? 0x8F : 0xBF;
    }

    /** Length without an incomplete last letter. */
    static int wholeLetters(byte[] bytes, int length) {
        int start = length;
        while (start > 0 && (bytes[start - 1] & 0xC0) == 0x80) {
            start--;
        }
        return start > 0 ? start - 1 : length;
    }
}
