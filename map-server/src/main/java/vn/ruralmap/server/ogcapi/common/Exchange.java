package vn.ruralmap.server.ogcapi.common;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.server.editing.Audiences;
import vn.ruralmap.server.support.EntityTag;
import vn.ruralmap.server.support.Parameters;

/**
 * One request and its response.
 *
 * @param audiences who sees what
 * @param snapshot the one revision that the whole request is answered from
 * @param today in Vietnam
 * @param date the legal date that {@code as-of} chose, else today
 * @param language of texts, {@code vi} or {@code en}
 * @param baseUrl the server's public URL
 * @param form of the answer
 * @param offered all forms that there are of it
 */
public record Exchange(
        HttpServletRequest request,
        HttpServletResponse response,
        Audiences audiences,
        Parameters parameters,
        Snapshot snapshot,
        LocalDate today,
        LocalDate date,
        String language,
        String baseUrl,
        Representation form,
        List<Representation> offered) {

    /** Where the API is. */
    public static final String ROOT = "/ogc";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The same with another revision, to show what the request itself has changed. */
    public Exchange at(Snapshot other) {
        return new Exchange(
                request, response, audiences, parameters, other, today, date, language, baseUrl, form, offered);
    }

    public boolean isHtml() {
        return form.equals(Representation.HTML);
    }

    public String text(LocalizedText text) {
        return text.in(language);
    }

    public String text(String vi, String en) {
        return new LocalizedText(vi, en).in(language);
    }

    /** A layer at the date, as whoever asks may see it. */
    public LayerView view(String layer) {
        return show(snapshot.view(layer, date));
    }

    /** Any view, as whoever asks may see it. To be called before {@link #isFresh}. */
    public LayerView show(LayerView view) {
        return audiences.show(view, request, response);
    }

    /**
     * An address of this API, on which the client stays with its date and language, if it chose them.
     *
     * @param path after {@link #ROOT}, encoded
     * @param more parameters, names and values by turns
     */
    public String url(String path, String... more) {
        Map<String, String> query = new LinkedHashMap<>();
        parameters.find("as-of").ifPresent(text -> query.put("as-of", date.toString()));
        parameters.find("language").ifPresent(text -> query.put("language", language));
        for (int i = 0; i < more.length; i += 2) {
            query.put(more[i], more[i + 1]);
        }
        return plainUrl(path) + query(query);
    }

    /** An address of this API without any parameter. */
    public String plainUrl(String path) {
        return baseUrl + ROOT + path;
    }

    /** The address of this request with some parameters in place of others. @param changes an empty value drops one */
    public String selfUrl(Map<String, String> changes) {
        Map<String, String> query = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 0 && !changes.containsKey(name.toLowerCase(java.util.Locale.ROOT))) {
                query.put(name, values[0]);
            }
        });
        changes.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.put(name, value);
            }
        });
        return baseUrl + request.getRequestURI() + query(query);
    }

    private static String query(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, value) -> text.append(text.isEmpty() ? '?' : '&')
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }

    /** This resource, and the same in its other forms (OGC 17-069r4 /req/core/fc-links and others). */
    public List<Link> selfLinks() {
        List<Link> links = new ArrayList<>();
        links.add(Link.of(selfUrl(Map.of()), "self", form.mediaType(), text("Tài liệu này", "This document")));
        for (Representation other : offered) {
            if (!other.equals(form)) {
                links.add(Link.of(
                        selfUrl(Map.of("f", other.name())),
                        "alternate",
                        other.mediaType(),
                        text("Tài liệu này dạng ", "This document as ") + text(other.title())));
            }
        }
        return links;
    }

    /**
     * Sets the tag, and status 304 if the client has the answer already.
     *
     * @param state what the answer depends on beside the request: revisions
     */
    public boolean isFresh(String state) {
        return EntityTag.isFresh(
                request, response, state + '|' + date + '|' + language + '|' + form.name() + '|' + baseUrl);
    }

    /** The usual headers of an answer in the chosen form. */
    public void head(String contentType) {
        response.setContentType(contentType);
        response.setHeader("Content-Language", language);
    }

    public void send(ObjectNode document) throws IOException {
        head(form.mediaType());
        response.getOutputStream().write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
    }

    public void send(Page page) throws IOException {
        head("text/html;charset=UTF-8");
        response.getOutputStream().write(page.html().getBytes(StandardCharsets.UTF_8));
    }
}
