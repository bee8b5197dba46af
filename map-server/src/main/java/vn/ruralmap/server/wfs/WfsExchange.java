package vn.ruralmap.server.wfs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.server.editing.Audiences;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.support.PrivateAnswer;
import vn.ruralmap.server.support.RequestBody;

/**
 * One request and its response.
 *
 * @param audiences who sees what
 * @param version of the request, and of the answer
 * @param operation its name
 * @param keyValues the request as key-value pairs; empty if it cannot be said so
 * @param snapshot the one revision the whole request is answered from
 * @param date the legal date it looks at
 * @param dateChosen true if the client asked for that date
 * @param language of texts where a document has place for one only, {@code vi} or {@code en}
 * @param baseUrl the server's public URL
 */
record WfsExchange(
        HttpServletRequest request,
        HttpServletResponse response,
        Audiences audiences,
        WfsVersion version,
        String operation,
        Optional<Map<String, String>> keyValues,
        Snapshot snapshot,
        LocalDate date,
        boolean dateChosen,
        String language,
        String baseUrl) {

    /** A restart may bring another catalogue or program under the same revision; it costs each client one answer. */
    private static final String PROCESS = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    /** Attribute of the servlet request: the {@link RequestBody} that a request in XML was read from. */
    static final String BODY = WfsExchange.class.getName() + ".body";

    /** Longer addresses are cut or refused on their way. */
    private static final int MAX_URL = 8_000;

    /** A digest of a request in XML, by which it is known again. @param more what else decides about it */
    String bodyDigest(String more) throws IOException {
        RequestBody body = (RequestBody) Objects.requireNonNull(request.getAttribute(BODY));
        return body.digest(more);
    }

    /** A type at the date, as whoever asks may see it. To be called before {@link #isUnchanged}. */
    LayerView view(String layer) {
        return audiences.show(snapshot.view(layer, date), request, response);
    }

    /** The URL of this service, with the date if the client chose one, so that a client stays on it. */
    String serviceUrl() {
        return baseUrl + "/wfs" + (dateChosen ? "?as-of=" + date : "");
    }

    /** The URL of another request to this service, of the same date. @param pairs without service and version */
    String url(WfsVersion other, String request, Map<String, String> pairs) {
        String base = serviceUrl();
        StringBuilder url = new StringBuilder(base)
                .append(base.contains("?") ? '&' : '?')
                .append("service=WFS&version=")
                .append(other.number())
                .append("&request=")
                .append(request);
        new TreeMap<>(pairs)
                .forEach((name, value) ->
                        url.append('&').append(encode(name)).append('=').append(encode(value)));
        return url.toString();
    }

    /** The URL of this request with some parameters changed; empty if it would not fit into a URL. */
    Optional<String> urlWith(Map<String, String> changed, Set<String> dropped) {
        return keyValues
                .map(pairs -> {
                    Map<String, String> all = new TreeMap<>(pairs);
                    all.keySet().removeAll(dropped);
                    all.putAll(changed);
                    return url(version, operation, all);
                })
                .filter(url -> url.length() <= MAX_URL);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Compares what the client has with what it would get. If true, the answer is sent: 304.
     *
     * @param revision of all that the answer shows
     */
    boolean isUnchanged(long revision) {
        if (PrivateAnswer.isMarked(request)) {
            // a client may have the public's answer to the same request
            return false;
        }
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePublic().getHeaderValue());
        if (request.getMethod().equals("POST") || keyValues.isEmpty()) {
            return false;
        }
        String state = String.join(
                "|",
                PROCESS,
                Long.toString(revision),
                date.toString(),
                baseUrl,
                version.number(),
                operation,
                language,
                new TreeMap<>(keyValues.get()).toString());
        // weak: the time stamp differs, and a strong one would forbid compression
        String tag = "W/\"" + DigestUtils.md5DigestAsHex(state.getBytes(StandardCharsets.UTF_8)) + '"';
        return new ServletWebRequest(request, response).checkNotModified(tag);
    }

    /** Says that something was done: an element with nothing in it but that. */
    void done(String element) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        document("text/xml;charset=UTF-8")
                .start(element)
                .attribute("xmlns:wfs", version.namespace())
                .attribute("xmlns:xsi", Namespaces.XSI)
                .attribute("xsi:schemaLocation", version.schemaLocation())
                .attribute("status", "OK")
                .finish();
    }

    /** Begins an XML document for people. */
    XmlWriter document(String contentType) throws IOException {
        response.setContentType(contentType);
        return XmlWriter.indented(response.getOutputStream());
    }
}
