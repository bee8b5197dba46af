package vn.ruralmap.server.metadata;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import vn.ruralmap.layers.catalogue.Catalogue.ServiceDescription;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.server.formats.FileFormat;

/** Metadata of a layer for people, in one language. Needs no script, so that it can be printed and saved. */
final class LayerPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final LayerFacts facts;
    private final String language;

    /** @param language {@code vi} or {@code en} */
    LayerPage(LayerFacts facts, String language) {
        this.facts = facts;
        this.language = language;
    }

    String html() {
        return """
                <!doctype html>
                <html lang="%1$s">
                <head>
                  <meta charset="utf-8">
                  <title>%2$s</title>
                  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
                  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
                  <link rel="stylesheet" href="/css/base.css">
                  <link rel="stylesheet" href="/css/layout.css">
                  <link rel="stylesheet" href="/css/imports.css">
                  <link rel="alternate" type="application/atom+xml" href="%3$s.atom">
                  <link rel="alternate" type="application/xml" href="%3$s.xml">
                  <link rel="alternate" type="application/ld+json" href="/catalog.jsonld">
                </head>
                <body class="imports codes">
                  <header class="top">
                    <div class="bar">
                      <div class="brand"><h1>%2$s</h1></div>
                      <a class="bar-link" href="/">%4$s</a>
                      %5$s
                    </div>
                  </header>
                  <main class="page">
                    <div class="step"><p>%6$s</p><p>%7$s</p><p>%8$s</p></div>
                    <div class="step"><h2>%9$s</h2><ul>%10$s</ul></div>
                    <div class="step"><h2>%11$s</h2><p>%12$s</p></div>
                    <div class="step"><h2>%13$s</h2><table><tbody>%14$s</tbody></table></div>
                    <div class="step"><h2>%15$s</h2><ul>%16$s</ul></div>
                  </main>
                </body>
                </html>
                """.formatted(
                        language,
                        in(facts.layer().title()),
                        "/metadata/" + facts.name(),
                        in("Về bản đồ", "To the map"),
                        otherLanguage(),
                        in(facts.description()),
                        updated(),
                        contact(),
                        in("Tải về", "Downloads"),
                        facts.formats().stream().map(this::download).collect(Collectors.joining()),
                        in("Điều kiện sử dụng", "Terms of use"),
                        in(Terms.TEXT),
                        in("Thuộc tính", "Attributes"),
                        facts.view().properties().stream().map(this::row).collect(Collectors.joining()),
                        in("Dịch vụ", "Services"),
                        services());
    }

    private String updated() {
        Instant modified = facts.modified();
        return modified == null
                ? in("Chưa có lần công bố nào.", "Not published yet.")
                : in("Công bố lần gần nhất: ", "Last published: ") + TIME.format(modified) + " · "
                        + facts.view().features().size() + in(" đối tượng hiện hành", " features in force");
    }

    private String contact() {
        ServiceDescription service = facts.service();
        if (service.organisation().isEmpty() && service.email().isEmpty()) {
            return "";
        }
        String email = HtmlUtils.htmlEscape(service.email(), "UTF-8");
        return in("Liên hệ: ", "Contact: ")
                + HtmlUtils.htmlEscape(service.organisation(), "UTF-8")
                + (email.isEmpty() ? "" : " <a href=\"mailto:" + email + "\">" + email + "</a>");
    }

    private String download(FileFormat format) {
        return "<li><a href=\"/download/" + facts.name() + "." + format.name() + "?language=" + language + "\">"
                + in(format.title()) + "</a></li>";
    }

    private String row(Property property) {
        return "<tr><th scope=\"row\">" + property.name() + "</th><td>" + in(property.title()) + "</td></tr>";
    }

    private String services() {
        return link(facts.wmsCapabilities(), "WMS")
                + link(facts.wfsCapabilities(), "WFS")
                + link(facts.wmtsCapabilities(), "WMTS")
                + link(facts.page() + ".xml", "ISO 19139")
                + link(facts.page() + ".atom", "Atom")
                + link(facts.url() + "/catalog.jsonld", "DCAT");
    }

    private static String link(String url, String text) {
        return "<li><a href=\"" + HtmlUtils.htmlEscape(url, "UTF-8") + "\">" + text + "</a></li>";
    }

    private String otherLanguage() {
        return language.equals("en")
                ? "<a class=\"bar-link\" href=\"?language=vi\" lang=\"vi\" hreflang=\"vi\">Tiếng Việt</a>"
                : "<a class=\"bar-link\" href=\"?language=en\" lang=\"en\" hreflang=\"en\">English</a>";
    }

    private String in(LocalizedText text) {
        return HtmlUtils.htmlEscape(text.in(language), "UTF-8");
    }

    private String in(String vi, String en) {
        return in(new LocalizedText(vi, en));
    }
}
