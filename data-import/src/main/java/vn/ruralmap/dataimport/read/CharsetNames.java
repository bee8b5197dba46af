package vn.ruralmap.dataimport.read;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character sets as .cpg and .cst files spell them, and as byte 29 of a .dbf numbers them. */
final class CharsetNames {
    private static final Pattern UTF8 = Pattern.compile("(?:.*\\b)?UTF[-_ ]?8\\b.*|(?:CP)?65001");
    private static final Pattern ISO = Pattern.compile("(?:ISO)?[-_ ]*8859[-_ ]?(\\d{1,2})");
    private static final Pattern CODE_PAGE = Pattern.compile("(?:ANSI|OEM|WINDOWS|WIN|CP|IBM|MS)?[-_ ]*(\\d{3,5})");

    private CharsetNames() {}

    static Optional<Charset> find(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        if (upper.length() > 40) {
            return Optional.empty();
        }
        if (UTF8.matcher(upper).matches()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        Matcher iso = ISO.matcher(upper);
        if (iso.matches()) {
            return named("ISO-8859-" + iso.group(1));
        }
        Matcher codePage = CODE_PAGE.matcher(upper);
        if (codePage.matches()) {
            return ofCodePage(Integer.parseInt(codePage.group(1)));
        }
        return named(upper);
    }

    private static Optional<Charset> named(String name) {
        try {
            return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> ofCodePage(int codePage) {
        return switch (codePage) {
            case 874 -> named("x-windows-874");
            case 932 -> named("windows-31j");
            case 936 -> named("GBK");
            case 949 -> named("x-windows-949");
            case 950 -> named("x-windows-950");
            case 10_000 -> named("x-MacRoman");
            case 10_006 -> named("x-MacGreek");
            case 10_007 -> named("x-MacCyrillic");
            case 10_029 -> named("x-MacCentralEurope");
            case 20_127 -> Optional.of(StandardCharsets.UTF_8);
            case 28_591 -> Optional.of(StandardCharsets.ISO_8859_1);
            case 54_936 -> named("GB18030");
            default -> named((codePage >= 1250 && codePage <= 1258 ? "windows-" : "IBM") + codePage);
        };
    }

    /** @param driver byte 29 of a .dbf (ESRI knowledge base 000013192 and the dBASE tables it is based on) */
    static Optional<Charset> ofLanguageDriver(int driver) {
        int codePage =
                switch (driver) {
                    case 0x01, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x15, 0x18, 0x19, 0x1B -> 437;
                    case 0x02, 0x0A, 0x0E, 0x10, 0x12, 0x14, 0x16, 0x1A, 0x1D, 0x25, 0x37 -> 850;
                    case 0x03, 0x57, 0x58, 0x59 -> 1252;
                    case 0x04 -> 10_000;
                    case 0x08, 0x17, 0x66 -> 865;
                    case 0x13, 0x7B -> 932;
                    case 0x1C, 0x6C -> 863;
                    case 0x1F, 0x22, 0x23, 0x40, 0x64, 0x87 -> 852;
                    case 0x24 -> 860;
                    case 0x26, 0x65 -> 866;
                    case 0x4D, 0x7A -> 936;
                    case 0x4E, 0x79 -> 949;
                    case 0x4F, 0x78 -> 950;
                    case 0x50, 0x7C -> 874;
                    case 0x67 -> 861;
                    case 0x6A, 0x86 -> 737;
                    case 0x6B, 0x88 -> 857;
                    case 0x7D -> 1255;
                    case 0x7E -> 1256;
                    case 0x96 -> 10_007;
                    case 0x97 -> 10_029;
                    case 0x98 -> 10_006;
                    case 0xC8 -> 1250;
                    case 0xC9 -> 1251;
                    case 0xCA -> 1254;
                    case 0xCB -> 1253;
                    case 0xCC -> 1257;
                    default -> 0;
                };
        return codePage == 0 ? Optional.empty() : ofCodePage(codePage);
    }
}
