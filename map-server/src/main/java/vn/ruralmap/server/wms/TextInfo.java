package vn.ruralmap.server.wms;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.support.PropertyText;
import vn.ruralmap.server.wms.FeatureFinder.Found;

/** GetFeatureInfo as plain text. */
@Component
class TextInfo implements InfoWriter {

    @Override
    public InfoFormat format() {
        return InfoFormat.TEXT;
    }

    @Override
    public String contentType() {
        return "text/plain";
    }

    @Override
    public void write(List<Found> found, String language, OutputStream output) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Found each : found) {
            LayerView view = each.view();
            text.append(view.layer().title().in(language))
                    .append(": ")
                    .append(view.label(each.feature().feature(), language))
                    .append('\n');
            for (Property property : view.properties()) {
                PropertyText.of(property, view.value(each.feature().feature(), property), language)
                        .ifPresent(value -> text.append("  ")
                                .append(PropertyText.title(property, language))
                                .append(": ")
                                .append(value)
                                .append('\n'));
            }
        }
        output.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
