package vn.ruralmap.server.download;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.formats.FeatureTable;
import vn.ruralmap.server.formats.FileFormat;

/** Under which name a browser keeps a file. */
final class FileName {

    private FileName() {}

    /**
     * The header {@code Content-Disposition} (RFC 6266): the layer's name and the date for old programs, its title in the language of the
     * request for all others. A file with private columns says so, lest somebody publishes it.
     */
    static String header(FeatureTable table, LocalDate date, FileFormat format) {
        String end = " " + date + "." + format.name();
        boolean isPrivate =
                table.columns().stream().anyMatch(column -> column.property().isPrivate());
        String plain = table.name() + (isPrivate ? "-private" : "") + end.replace(' ', '-');
        LocalizedText mark = new LocalizedText(" (riêng tư)", " (private)");
        String name = table.layer().title().in(table.language()) + (isPrivate ? mark.in(table.language()) : "");
        String title = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ") + end;
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + escape(title);
    }

    /** Letters, digits and few signs stay, all else becomes {@code %XX} (RFC 8187 §3.2.1). */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
                escaped.append(c);
            } else {
                escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return escaped.toString();
    }
}
