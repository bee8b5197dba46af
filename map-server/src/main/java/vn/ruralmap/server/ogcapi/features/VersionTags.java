package vn.ruralmap.server.ogcapi.features;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags of single items: {@code "VERSION"} or {@code "VERSION-FORM"}. A change names one in {@code If-Match}, and what counts of it is
 * the version; also of one that a proxy has made weak because it compressed the answer.
 */
final class VersionTags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(?:(\\d{1,9})(?:-[0-9a-f]{1,8})?|[^\"]*)\"");

    private VersionTags() {}

    static String of(int version) {
        return "\"" + version + "\"";
    }

    static String of(int version, int form) {
        return "\"" + version + "-" + Integer.toHexString(form) + "\"";
    }

    /**
     * The versions that a header names, 0 for a tag that is none of ours. Empty: it says nothing of versions, as {@code *} does.
     *
     * @param header null: there is none
     */
    static List<Integer> versions(@Nullable String header) {
        List<Integer> versions = new ArrayList<>();
        if (header != null) {
            Matcher tags = TAG.matcher(header);
            while (tags.find()) {
                versions.add(tags.group(1) == null ? 0 : Integer.parseInt(tags.group(1)));
            }
        }
        return versions;
    }
}
