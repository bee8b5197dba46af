package vn.ruralmap.server.ogcapi.common;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.util.HtmlUtils;

/**
 * A page for people. Whatever comes in is escaped here; scripts and styles are files, as the security policy wants it.
 *
 * <p>Example: {@code new Page(exchange, title).crumb(...).paragraph(text).table(rows)}
 */
public final class Page {

    private final Exchange exchange;
    private final String title;
    private final StringBuilder crumbs = new StringBuilder();
    private final StringBuilder body = new StringBuilder();

    public Page(Exchange exchange, String title) {
        this.exchange = exchange;
        this.title = title;
    }

    /** One step of the way from the landing page to here. */
    public Page crumb(String text, String href) {
        crumbs.append("<li>").append(anchor(text, href)).append("</li>");
        return this;
    }

    public Page heading(String text) {
        body.append("<h2>").append(escape(text)).append("</h2>\n");
        return this;
    }

    public Page paragraph(String text) {
        body.append("<p>").append(escape(text)).append("</p>\n");
        return this;
    }

    public Page quiet(String text) {
        body.append("<p class=\"quiet\">").append(escape(text)).append("</p>\n");
        return this;
    }

    /** A row of links, the most wanted ones. @param links text to address */
    public Page actions(Map<String, String> links) {
        body.append("<p class=\"actions\">");
        links.forEach((text, href) -> body.append("<a class=\"button\" href=\"")
                .append(escape(href))
                .append("\">")
                .append(escape(text))
                .append("</a> "));
        body.append("</p>\n");
        return this;
    }

    /** A list of links with what they lead to. */
    public Page cards(List<Card> cards) {
        body.append("<ul class=\"cards\">\n");
        for (Card card : cards) {
            body.append("<li><h3>")
                    .append(anchor(card.title(), card.href()))
                    .append("</h3><p>")
                    .append(escape(card.text()))
                    .append("</p></li>\n");
        }
        body.append("</ul>\n");
        return this;
    }

    /** What a list of links consists of. */
    public record Card(String title, String href, String text) {}

    /** A cell of a table. @param href null: no link */
    public record Cell(String text, @Nullable String href) {
        public static Cell of(String text) {
            return new Cell(text, null);
        }
    }

    /** A table. @param head empty: the first cell of each row is its heading */
    public Page table(List<String> head, List<List<Cell>> rows) {
        body.append("<div class=\"table\"><table>\n");
        if (!head.isEmpty()) {
            body.append("<thead><tr>");
            head.forEach(text ->
                    body.append("<th scope=\"col\">").append(escape(text)).append("</th>"));
            body.append("</tr></thead>\n");
        }
        body.append("<tbody>\n");
        for (List<Cell> row : rows) {
            body.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                boolean isHead = head.isEmpty() && i == 0;
                String text = row.get(i).text();
                String href = row.get(i).href();
                body.append(isHead ? "<th scope=\"row\">" : "<td>")
                        .append(href == null ? escape(text) : anchor(text, href))
                        .append(isHead ? "</th>" : "</td>");
            }
            body.append("</tr>\n");
        }
        body.append("</tbody></table></div>\n");
        return this;
    }

    /**
     * A map.
     *
     * @param bounds in degrees; null envelope: no map
     * @param features address of GeoJSON to show; null: none
     * @param layer whose tiles lie below
     */
    public Page map(Envelope bounds, @Nullable String features, String layer) {
        if (bounds.isNull()) {
            return this;
        }
        body.append("<div id=\"map\" class=\"page-map\" role=\"application\" tabindex=\"0\" data-bbox=\"")
                .append(bounds.getMinX() + "," + bounds.getMinY() + "," + bounds.getMaxX() + "," + bounds.getMaxY())
                .append("\" data-tiles=\"")
                .append(escape(exchange.baseUrl() + "/tiles/" + layer + "/{z}/{x}/{y}.png?as-of=" + exchange.date()))
                .append("\" aria-label=\"")
                .append(exchange.text("Bản đồ", "Map"))
                .append('"');
        if (features != null) {
            body.append(" data-features=\"").append(escape(features)).append('"');
        }
        body.append("></div>\n");
        return this;
    }

    /** Asks for another day. */
    public Page dateForm() {
        body.append("<form class=\"date\" method=\"get\"><label>")
                .append(exchange.text("Theo ngày hiệu lực", "As of the legal date"))
                .append(" <input type=\"date\" name=\"as-of\" value=\"")
                .append(exchange.date())
                .append("\"></label><input type=\"hidden\" name=\"language\" value=\"")
                .append(exchange.language())
                .append("\"><button class=\"button\">")
                .append(exchange.text("Xem", "Show"))
                .append("</button></form>\n");
        return this;
    }

    /** The text of a program, as it is. */
    public Page code(String text) {
        body.append("<pre><code>").append(escape(text)).append("</code></pre>\n");
        return this;
    }

    String html() {
        String base = exchange.baseUrl();
        StringBuilder page = new StringBuilder(4096 + body.length());
        page.append("<!doctype html>\n<html lang=\"")
                .append(exchange.language())
                .append("\">\n<head>\n");
        page.append("<meta charset=\"utf-8\">\n<title>").append(escape(title)).append("</title>\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append("<link rel=\"icon\" href=\"")
                .append(escape(base))
                .append("/favicon.svg\" type=\"image/svg+xml\">\n");
        for (String css : List.of("/webjars/leaflet/dist/leaflet.css", "/css/base.css", "/css/ogcapi.css")) {
            page.append("<link rel=\"stylesheet\" href=\"")
                    .append(escape(base + css))
                    .append("\">\n");
        }
        page.append("<script type=\"module\" src=\"").append(escape(base)).append("/js/ogcapi/page.js\"></script>\n");
        page.append("</head>\n<body class=\"page\">\n<header>\n<nav aria-label=\"")
                .append(exchange.text("Đường dẫn", "Path"))
                .append("\"><ol class=\"crumbs\">")
                .append(crumbs)
                .append("</ol></nav>\n<p class=\"forms\">");
        forms(page);
        page.append("</p>\n</header>\n<main>\n<h1>").append(escape(title)).append("</h1>\n");
        if (exchange.snapshot().isIllustrative()) {
            page.append("<p class=\"illustrative\" role=\"note\">")
                    .append(escape(exchange.text(
                            exchange.snapshot().catalogue().service().illustrative())))
                    .append("</p>\n");
        }
        return page.append(body).append("</main>\n</body>\n</html>\n").toString();
    }

    /** The other forms, and the other language. */
    private void forms(StringBuilder page) {
        for (Representation form : exchange.offered()) {
            if (!form.equals(exchange.form())) {
                page.append(anchor(exchange.text(form.title()), exchange.selfUrl(Map.of("f", form.name()))))
                        .append(' ');
            }
        }
        boolean isEnglish = exchange.language().equals("en");
        page.append("<a lang=\"")
                .append(isEnglish ? "vi" : "en")
                .append("\" href=\"")
                .append(escape(exchange.selfUrl(Map.of("language", isEnglish ? "vi" : "en"))))
                .append("\">")
                .append(isEnglish ? "Tiếng Việt" : "English")
                .append("</a>");
    }

    private static String anchor(String text, String href) {
        return "<a href=\"" + escape(href) + "\">" + escape(text) + "</a>";
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
