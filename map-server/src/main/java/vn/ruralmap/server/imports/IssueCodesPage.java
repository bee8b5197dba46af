package vn.ruralmap.server.imports;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import vn.ruralmap.dataimport.IssueCodes;
import vn.ruralmap.dataimport.IssueCodes.IssueCode;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/** The register of issue codes as a page in one language. Needs no script, so that it can be printed and saved. */
final class IssueCodesPage {

    private static final LocalizedText TITLE =
            new LocalizedText("Ý nghĩa các thông báo khi nhập dữ liệu", "What the messages of an import mean");
    private static final LocalizedText BACK = new LocalizedText("Về trang nhập dữ liệu", "Back to the import page");
    private static final LocalizedText STAGES = new LocalizedText("Các phần", "Sections");
    private static final LocalizedText REMEDY = new LocalizedText("Cách sửa", "How to mend it");

    private final String language;

    /** @param language {@code vi} or {@code en} */
    IssueCodesPage(String language) {
        this.language = language;
    }

    String html() {
        List<String> stages =
                IssueCodes.list().stream().map(IssueCode::stage).distinct().toList();
        return """
                <!doctype html>
                <html lang="%1$s">
                <head>
                  <meta charset="utf-8">
                  <title>%2$s</title>
                  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
                  <meta name="robots" content="noindex">
                  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
                  <link rel="stylesheet" href="/css/base.css">
                  <link rel="stylesheet" href="/css/layout.css">
                  <link rel="stylesheet" href="/css/imports.css">
                </head>
                <body class="imports codes">
                  <header class="top">
                    <div class="bar">
                      <div class="brand"><h1>%2$s</h1></div>
                      <a class="bar-link" href="/imports#lang=%1$s">%3$s</a>
                      %4$s
                    </div>
                  </header>
                  <main class="page">
                    <div class="step">
                      <ul class="code-legend">%5$s</ul>
                      <nav aria-label="%6$s"><ul class="code-stages">%7$s</ul></nav>
                    </div>
                    %8$s
                  </main>
                </body>
                </html>
                """.formatted(
                        language,
                        in(TITLE),
                        in(BACK),
                        otherLanguage(),
                        legend(),
                        in(STAGES),
                        stages.stream().map(this::link).collect(Collectors.joining()),
                        stages.stream().map(this::section).collect(Collectors.joining()));
    }

    private String in(LocalizedText text) {
        return HtmlUtils.htmlEscape(text.in(language), "UTF-8");
    }

    private String otherLanguage() {
        return language.equals("en")
                ? "<a class=\"bar-link\" href=\"?lang=vi\" lang=\"vi\" hreflang=\"vi\">Tiếng Việt</a>"
                : "<a class=\"bar-link\" href=\"?lang=en\" lang=\"en\" hreflang=\"en\">English</a>";
    }

    private String legend() {
        return List.of(Severity.ERROR, Severity.WARNING, Severity.INFO).stream()
                .map(severity -> "<li>" + tag(severity) + " " + in(meaning(severity)) + "</li>")
                .collect(Collectors.joining());
    }

    private static LocalizedText name(Severity severity) {
        return switch (severity) {
            case ERROR -> new LocalizedText("Lỗi", "Error");
            case WARNING -> new LocalizedText("Cần xem", "To look at");
            case INFO -> new LocalizedText("Để biết", "For information");
        };
    }

    private static LocalizedText meaning(Severity severity) {
        return switch (severity) {
            case ERROR ->
                new LocalizedText(
                        "dòng (hoặc cả tệp) không được nhập.", "the row, or the whole file, is not imported.");
            case WARNING ->
                new LocalizedText(
                        "đáng ngờ hoặc đã tự sửa; dòng vẫn được nhập.", "suspicious, or mended; the row is imported.");
            case INFO -> new LocalizedText("không phải làm gì.", "there is nothing to do.");
        };
    }

    private String tag(Severity severity) {
        return "<span class=\"tag code-" + severity + "\">" + in(name(severity)) + "</span>";
    }

    private String link(String stage) {
        return "<li><a href=\"#" + stage + "\">" + in(IssueCodes.stageTitle(stage)) + "</a></li>";
    }

    private String section(String stage) {
        return IssueCodes.list().stream()
                .filter(code -> code.stage().equals(stage))
                .sorted(Comparator.comparing(IssueCode::code))
                .map(this::entry)
                .collect(Collectors.joining(
                        "",
                        "<section class=\"step\" aria-labelledby=\"" + stage + "\"><h2 id=\"" + stage + "\">"
                                + in(IssueCodes.stageTitle(stage)) + "</h2>",
                        "</section>"));
    }

    private String entry(IssueCode code) {
        String severities = code.severities().stream()
                .sorted(Comparator.reverseOrder())
                .map(this::tag)
                .collect(Collectors.joining(" "));
        return "<article class=\"code-entry\" id=\"" + code.code() + "\"><h3><a href=\"#" + code.code() + "\">"
                + code.code() + "</a> " + severities + "</h3><p>" + in(code.meaning())
                + "</p><p><span class=\"strong\">"
                + in(REMEDY) + ":</span> " + in(code.remedy()) + "</p></article>";
    }
}
