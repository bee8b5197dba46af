package vn.ruralmap.server.editing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * {@code Edit-Warnings}: what is doubtful about edits that were published, whatever the service. Its protocols have no place for that in
 * their answers.
 *
 * <p>A list of structured fields (RFC 9651): {@code AREA_DIFFERS;edit=1;feature="material_zones.6";size=2.4;unit=ha, ...}. No texts,
 * since headers are ASCII.
 */
public final class WarningHeader {

    /** So that proxies pass it on: they take some kilobytes of headers. */
    private static final int MOST = 30;

    private static final String NAME = "Edit-Warnings";

    private WarningHeader() {}

    /** Writes nothing if nothing is doubtful. */
    public static void write(List<Finding> warnings, HttpServletResponse response) {
        if (!warnings.isEmpty()) {
            response.setHeader(
                    NAME, warnings.stream().limit(MOST).map(WarningHeader::item).collect(Collectors.joining(", ")));
        }
    }

    private static String item(Finding finding) {
        StringBuilder item = new StringBuilder(finding.code());
        if (finding.row() > 0) {
            item.append(";edit=").append(finding.row());
        }
        // ids are letters, digits, underscores and a dot
        finding.features().stream()
                .findFirst()
                .ifPresent(id -> item.append(";feature=\"").append(id).append('"'));
        Finding.Size size = finding.size();
        if (size != null) {
            item.append(String.format(Locale.ROOT, ";size=%.3f;unit=%s", size.value(), size.unit()));
        }
        return item.toString();
    }
}
