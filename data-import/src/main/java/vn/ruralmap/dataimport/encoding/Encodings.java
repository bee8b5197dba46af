package vn.ruralmap.dataimport.encoding;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The encodings by name. */
public final class Encodings {

    public static final Encoding UTF_8 = new JavaCharset(StandardCharsets.UTF_8);
    public static final Encoding WINDOWS_1252 = new JavaCharset(Charset.forName("windows-1252"));
    public static final Encoding WINDOWS_1258 = new JavaCharset(Charset.forName("windows-1258"));

    /** TCVN 5712:1993 VN3, as fonts {@code .Vn*} use it: no accented capitals but Ă Â Ê Ô Ơ Ư Đ. */
    public static final Encoding TCVN3 = SingleByte.of(
            "TCVN3",
            List.of(
                    "A0 .ĂÂÊÔƠƯĐăâêôơưđ.",
                    "B0 .....àảãáạ.ằẳẵắ.",
                    "C0 ......ặầẩẫấậè.ẻẽ",
                    "D0 éẹềểễếệìỉ...ĩíịò",
                    "E0 .ỏõóọồổỗốộờởỡớợù",
                    "F0 .ủũúụừửữứựỳỷỹýỵ."));

    /** TCVN3 as fonts whose name ends in H show it: every letter a capital. */
    public static final Encoding TCVN3_CAPITALS = ((SingleByte) TCVN3).capitals("TCVN3-H");

    /** TCVN 5712:1993 VN1: TCVN3 with all capitals, in places of control characters too, and tones alone. */
    public static final Encoding TCVN5712 = SingleByte.of(
            "TCVN5712",
            List.of(
                    "00 .ÚỤ.ỪỬỮ.........",
                    "10 .ỨỰỲỶỸÝỴ........",
                    "80 ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ",
                    "90 ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ",
                    "A0 .ĂÂÊÔƠƯĐăâêôơưđẰ",
                    "B0 \u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ",
                    "C0 ẮẦẨẪẤỀặầẩẫấậèỂẻẽ",
                    "D0 éẹềểễếệìỉỄẾỒĩíịò",
                    "E0 Ổỏõóọồổỗốộờởỡớợù",
                    "F0 ỖủũúụừửữứựỳỷỹýỵỐ"));

    /** RFC 1456. */
    public static final Encoding VISCII = SingleByte.of(
            "VISCII",
            List.of(
                    "00 ..Ẳ..ẴẪ.........",
                    "10 ....Ỷ....Ỹ....Ỵ.",
                    "80 ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ",
                    "90 ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ",
                    "A0 Õắằặấầẩậẽẹếềểễệố",
                    "B0 ồổỗỠƠộờởịỰỨỪỬơớƯ",
                    "C0 ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ",
                    "D0 ĐứÒÓÔạỷừửÙÚỹỵÝỡư",
                    "E0 àáâãảăữẫèéêẻìíĩỉ",
                    "F0 đựòóôõỏọụùúũủýợỮ"));

    /** Fonts {@code VNI-*}. */
    public static final Encoding VNI = new Vni("VNI");

    private static final String IN_UTF_8 = "-in-utf-8";

    private static final Map<String, Encoding> NAMES = Map.ofEntries(
            Map.entry("tcvn3", TCVN3),
            Map.entry("tcvn", TCVN3),
            Map.entry("abc", TCVN3),
            Map.entry("tcvn3-h", TCVN3_CAPITALS),
            Map.entry("vni", VNI),
            Map.entry("vni-windows", VNI),
            Map.entry("tcvn5712", TCVN5712),
            Map.entry("tcvn5712-1", TCVN5712),
            Map.entry("vn1", TCVN5712),
            Map.entry("viscii", VISCII));

    private Encodings() {}

    /** @param name one of ours, with {@code -in-utf-8} for text that was saved wrongly, or a charset of Java; any case */
    public static Optional<Encoding> find(String name) {
        String folded = name.strip().toLowerCase(Locale.ROOT);
        if (folded.endsWith(IN_UTF_8)) {
            return find(folded.substring(0, folded.length() - IN_UTF_8.length()))
                    .filter(inner -> !(inner instanceof SavedAsUtf8))
                    .map(SavedAsUtf8::new);
        }
        Optional<Encoding> own = findOwn(name);
        if (own.isPresent()) {
            return own;
        }
        try {
            return Charset.isSupported(folded) ? Optional.of(of(Charset.forName(folded))) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    /** One that Java does not know. */
    public static Optional<Encoding> findOwn(String name) {
        return Optional.ofNullable(NAMES.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /** The charset behind an encoding that Java knows. */
    public static Optional<Charset> findCharset(Encoding encoding) {
        return encoding instanceof JavaCharset java ? Optional.of(java.charset()) : Optional.empty();
    }

    public static Encoding of(Charset charset) {
        return new JavaCharset(charset);
    }

    /** Whether it is one of the forms of Unicode. */
    static boolean isUnicode(Encoding encoding) {
        return encoding instanceof JavaCharset java && java.charset().name().startsWith("UTF-");
    }

    /** The encoding of text that was read as windows-1252 and then saved as UTF-8. */
    public static Encoding savedAsUtf8(Encoding inner) {
        return inner instanceof SavedAsUtf8 ? inner : new SavedAsUtf8(inner);
    }
}
