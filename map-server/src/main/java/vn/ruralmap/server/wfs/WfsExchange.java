package vn.ruralmap.server.wfs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.support.Parameters;

/**
 * One request and its response.
 *
 * @param snapshot the one revision the whole request is answered from
 * @param date the legal date it looks at
 * @param baseUrl the server's public URL
 */
record WfsExchange(
        HttpServletRequest request,
        HttpServletResponse response,
        Parameters parameters,
        Snapshot snapshot,
        LocalDate date,
        String baseUrl) {

    /** A restart may bring another catalogue or program under the same revision; it costs each client one answer. */
    private static final String PROCESS = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    LayerView view(String layer) {
        return snapshot.view(layer, date);
    }

    /** The URL of this service, with the date if the client chose one, so that a client stays on it. */
    String serviceUrl() {
        boolean chosen =
                parameters.find("as-of").isPresent() || parameters.find("time").isPresent();
        return baseUrl + "/wfs" + (chosen ? "?as-of=" + date : "");
    }

    /** The URL of this request with some parameters changed. */
    String urlWith(Map<String, String> changed, Set<String> dropped) {
        StringBuilder url = new StringBuilder(baseUrl).append("/wfs?");
        request.getParameterMap().forEach((name, values) -> {
            String key = name.toLowerCase(Locale.ROOT);
            if (values.length > 0 && !changed.containsKey(key) && !dropped.contains(key)) {
                url.append(encode(name)).append('=').append(encode(values[0])).append('&');
            }
        });
        new TreeMap<>(changed)
                .forEach((name, value) ->
                        url.append(name).append('=').append(encode(value)).append('&'));
        return url.substring(0, url.length() - 1);
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
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePublic().getHeaderValue());
        StringBuilder state = new StringBuilder(PROCESS + '|' + revision + '|' + date + '|' + baseUrl);
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) ->
                        state.append('|').append(name).append('=').append(Arrays.toString(values)));
        // weak: the time stamp differs, and a strong one would forbid compression
        String tag = "W/\"" + DigestUtils.md5DigestAsHex(state.toString().getBytes(StandardCharsets.UTF_8)) + '"';
        return !"POST".equals(request.getMethod()) && new ServletWebRequest(request, response).checkNotModified(tag);
    }

    /** Begins an XML document for people. */
    XmlWriter document(String contentType) throws IOException {
        response.setContentType(contentType);
        return XmlWriter.indented(response.getOutputStream());
    }
}
