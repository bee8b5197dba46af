package vn.ruralmap.server.proposals;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ruralmap.server.support.RequestException;

/** Entity tags of proposals: {@code "VERSION"}, also of one that a proxy has made weak because it compressed the answer. */
final class Conditions {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private Conditions() {}

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** The version in {@code If-Match}; empty: there is none. @throws RequestException status 400 if it is another tag */
    static Optional<Integer> find(HttpServletRequest request) {
        String header = request.getHeader("If-Match");
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw RequestException.of(
                    400,
                    "InvalidHeader",
                    "If-Match",
                    "If-Match cần ETag của đề xuất, ví dụ \"3\"",
                    "If-Match must be the ETag of the proposal, such as \"3\"");
        }
        return Optional.of(Integer.valueOf(tag.group(1)));
    }

    /** @throws RequestException status 428 if it is not said */
    static int demand(HttpServletRequest request) {
        return find(request)
                .orElseThrow(() -> RequestException.of(
                        428,
                        "VersionUnknown",
                        "If-Match",
                        "Cần tiêu đề If-Match với ETag của đề xuất đã xem",
                        "The header If-Match with the ETag of the proposal that was looked at is needed"));
    }
}
