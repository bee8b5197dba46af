package vn.ruralmap.dataimport.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.dataimport.encoding.FileEncoding;
import vn.ruralmap.dataimport.encoding.Utf8;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Turns values whose bytes were kept as ISO 8859-1 into letters: as the caller says, as the file says, as the bytes
 * say, as windows-1252. Declarations are believed only if the bytes do not contradict them: MapInfo writes
 * "WindowsLatin1" whatever the font was.
 */
final class ValueText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** So many accented texts that are valid UTF-8 by accident do not occur. */
    private static final int ENOUGH = 3;

    /**
     * What a file says.
     *
     * @param charset the character set
     * @param vi where it says so, Vietnamese
     * @param en where it says so, English
     */
    record Declared(Charset charset, String vi, String en) {}

    private final @Nullable Charset charset;
    private final Charset fallback;
    private final FileEncoding encoding;

    private ValueText(@Nullable Charset charset, Charset fallback, FileEncoding encoding) {
        this.charset = charset;
        this.fallback = fallback;
        this.encoding = encoding;
    }

    /** For a file whose text was decoded on reading. */
    static ValueText decoded(Charset charset, boolean marked) {
        LocalizedText evidence = marked
                ? new LocalizedText("theo dấu thứ tự byte (BOM)", "as the byte order mark says")
                : new LocalizedText("xen kẽ các byte 0", "every other byte is zero");
        return new ValueText(null, charset, encoding(charset, evidence));
    }

    static ValueText decide(Utf8Tally tally, @Nullable Declared declared, ReadOptions options, List<Issue> issues) {
        Charset said = declared == null ? WINDOWS_1252 : declared.charset;
        Charset fallback = said.equals(StandardCharsets.UTF_8) ? WINDOWS_1252 : said;
        boolean utf8 = tally.valid() > 10 * tally.invalid();
        if (options.charset() != null) {
            return of(options.charset(), fallback, "theo yêu cầu của người nhập", "as the person importing said");
        }
        if (declared != null && utf8 && tally.valid() >= ENOUGH && !said.equals(StandardCharsets.UTF_8)) {
            issues.add(ValueIssues.charsetContradicted(declared.en, said, StandardCharsets.UTF_8));
        } else if (declared != null) {
            return of(said, fallback, "theo " + declared.vi, "as the " + declared.en + " says");
        }
        if (tally.valid() == 0 && tally.invalid() == 0) {
            return of(
                    StandardCharsets.UTF_8, fallback, "tệp chỉ có chữ không dấu", "the file holds plain letters only");
        }
        if (utf8) {
            if (tally.invalid() > 0) {
                issues.add(ValueIssues.linesNotInCharset(tally.invalid(), StandardCharsets.UTF_8, fallback));
            }
            return of(
                    StandardCharsets.UTF_8,
                    fallback,
                    tally.valid() + " dòng có dấu là UTF-8 hợp lệ",
                    tally.valid() + " accented lines are valid UTF-8");
        }
        issues.add(ValueIssues.charsetUnknown());
        return of(WINDOWS_1252, fallback, "không rõ, chữ không phải UTF-8", "unknown, and the texts are not UTF-8");
    }

    private static ValueText of(Charset charset, Charset fallback, String vi, String en) {
        return new ValueText(charset, fallback, encoding(charset, new LocalizedText(vi, en)));
    }

    private static FileEncoding encoding(Charset charset, LocalizedText evidence) {
        return new FileEncoding(Encodings.of(charset), evidence, List.of(), List.of());
    }

    FileEncoding encoding() {
        return encoding;
    }

    /** Without padding and what a C program left behind the end of its string; null if nothing is left. */
    static @Nullable String tidy(String text) {
        int end = text.indexOf('\0');
        String stripped = (end < 0 ? text : text.substring(0, end)).stripTrailing();
        return stripped.isEmpty() ? null : stripped;
    }

    /** Of a name in the file. */
    String name(String kept) {
        return charset == null ? kept : decode(bytes(kept), charset);
    }

    /**
     * The letters of one value.
     *
     * @param kept the value, bytes as characters
     */
    String value(String kept) {
        return charset == null || isAscii(kept) ? kept : decode(bytes(kept), charset);
    }

    private String decode(byte[] bytes, Charset wanted) {
        boolean broken = wanted.equals(StandardCharsets.UTF_8) && Utf8.check(bytes, bytes.length) == Utf8.INVALID;
        Charset used = broken ? fallback : wanted;
        String text = new String(bytes, used);
        return used.equals(WINDOWS_1252) ? withEveryByte(text, bytes) : text;
    }

    /**
     * Java has no letters for five bytes of windows-1252 and would lose them; other programs take them as control
     * characters. They are letters of VISCII and TCVN 5712, to which such a text may still have to go back.
     */
    private static String withEveryByte(String text, byte[] bytes) {
        if (text.indexOf('\uFFFD') < 0) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text);
        for (int i = 0; i < bytes.length; i++) {
            if (whole.charAt(i) == '\uFFFD') {
                whole.setCharAt(i, (char) (bytes[i] & 0xFF));
            }
        }
        return whole.toString();
    }

    private static byte[] bytes(String kept) {
        return kept.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
