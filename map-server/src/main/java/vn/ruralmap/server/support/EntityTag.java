package vn.ruralmap.server.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * ETag and 304 for answers that follow from the request and the state of the data.
 *
 * <p>The tag is made from both before anything is computed, so a repeated request costs nothing; a new revision makes a
 * new tag, so nothing is ever stale and nothing is purged. Clients must ask each time ({@code no-cache}). A {@link PrivateAnswer} has none.
 */
public final class EntityTag {

    /** Another program version or catalogue may answer differently: tags do not outlive the process. */
    private static final String PROCESS =
            Long.toHexString(System.nanoTime() ^ ProcessHandle.current().pid());

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private EntityTag() {}

    /**
     * Sets the tag, and status 304 if the client has it already.
     *
     * @param state what the answer depends on beside the URL: layers, revisions, date
     * @return true if nothing more is to be written
     */
    public static boolean isFresh(HttpServletRequest request, HttpServletResponse response, String state) {
        if (PrivateAnswer.isMarked(request)) {
            // a client may have the public's answer to the same address
            return false;
        }
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        response.setHeader("Cache-Control", "no-cache");
        if (!READING.contains(request.getMethod())) {
            // the body of a form belongs to the request, and no cache keeps its answer
            return false;
        }
        return isKnown(request, response, hash(PROCESS + '\n' + request.getRequestURI() + '\n' + query + '\n' + state));
    }

    /**
     * Sets a tag that was made elsewhere, and status 304 if the client has it already.
     *
     * @param value letters and digits
     * @return true if nothing more is to be written
     */
    public static boolean isKnown(HttpServletRequest request, HttpServletResponse response, String value) {
        String tag = '"' + value + '"';
        // weak, because the answer may be compressed on its way, which a strong one forbids (RFC 9110 §8.8.1)
        response.setHeader("ETag", "W/" + tag);
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        return false;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
