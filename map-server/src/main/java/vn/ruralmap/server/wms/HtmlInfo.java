package vn.ruralmap.server.wms;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.support.PropertyText;
import vn.ruralmap.server.wms.FeatureFinder.Found;

/** GetFeatureInfo as a page, one table for each feature; desktop programs show it in their own window. */
@Component
class HtmlInfo implements InfoWriter {

    @Override
    public InfoFormat format() {
        return InfoFormat.HTML;
    }

    @Override
    public String contentType() {
        return "text/html";
    }

    @Override
    public void write(List<Found> found, String language, OutputStream output) throws IOException {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(language)
                .append("\">");
        page.append("<head><meta charset=\"utf-8\"><title>ruralmap</title></head>\n<body>\n");
        for (Found each : found) {
            LayerView view = each.view();
            page.append("<h3>")
                    .append(escape(view.label(each.feature().feature(), language)))
                    .append("</h3>\n<p>")
                    .append(escape(view.layer().title().in(language)))
                    .append("</p>\n<table>\n");
            for (Property property : view.properties()) {
                PropertyText.of(property, view.value(each.feature().feature(), property), language)
                        .ifPresent(value -> page.append("<tr><th align=\"left\">")
                                .append(escape(PropertyText.title(property, language)))
                                .append("</th><td>")
                                .append(escape(value))
                                .append("</td></tr>\n"));
            }
            page.append("</table>\n");
        }
        output.write(page.append("</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
