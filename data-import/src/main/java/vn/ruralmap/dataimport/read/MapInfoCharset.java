package vn.ruralmap.dataimport.read;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import vn.ruralmap.dataimport.encoding.Declared;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.layers.model.LocalizedText;

/** Character sets as MapInfo names them (MapInfo Pro MIF/MID format reference, "Charset"). */
final class MapInfoCharset {
    private MapInfoCharset() {}

    /** Empty for {@code Neutral}, which says nothing, and for names that are not known. */
    static Optional<Charset> find(String name) {
        String java =
                switch (name.strip().toLowerCase(Locale.ROOT)) {
                    case "windowslatin1" -> "windows-1252";
                    case "windowslatin2" -> "windows-1250";
                    case "windowscyrillic" -> "windows-1251";
                    case "windowsgreek" -> "windows-1253";
                    case "windowsturkish" -> "windows-1254";
                    case "windowshebrew" -> "windows-1255";
                    case "windowsarabic" -> "windows-1256";
                    case "windowsbalticrim" -> "windows-1257";
                    case "windowsvietnamese" -> "windows-1258";
                    case "windowsthai" -> "x-windows-874";
                    case "windowsjapanese" -> "windows-31j";
                    case "windowssimpchinese" -> "GBK";
                    case "windowskorean" -> "x-windows-949";
                    case "windowstradchinese" -> "x-windows-950";
                    case "macroman" -> "x-MacRoman";
                    case "neutral" -> "";
                    // ISO8859_1, CodePage437, UTF-8.
                    default -> name.replace("CodePage", "CP").replace('_', '-');
                };
        return java.isEmpty() ? Optional.empty() : CharsetNames.find(java);
    }

    /**
     * What a charset says of the texts: MapInfo writes "WindowsLatin1" whatever the font was.
     *
     * @param file extension of the file that names it
     */
    static Optional<Declared> declared(String name, String file) {
        return find(name)
                .map(charset -> new Declared(
                        Encodings.of(charset),
                        new LocalizedText(
                                "Charset “" + name + "” trong " + file, "Charset “" + name + "” of the " + file),
                        false));
    }
}
