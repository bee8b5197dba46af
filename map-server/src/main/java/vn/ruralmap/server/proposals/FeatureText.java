package vn.ruralmap.server.proposals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Layer;

/** What a feature is, by the names of properties. */
final class FeatureText {

    private FeatureText() {}

    /** All that can be edited, private ones too; nothing of what was stored under another schema. */
    static Map<String, @Nullable Object> values(Layer layer, Change.@Nullable Content content) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (content == null) {
            return values;
        }
        if (content.values().size() == layer.attributes().size()) {
            for (int i = 0; i < layer.attributes().size(); i++) {
                values.put(layer.attributes().get(i).name(), content.values().get(i));
            }
        }
        values.put("valid_from", content.validity().from());
        values.put("valid_to", content.validity().to());
        values.put("decision", content.decision());
        return values;
    }

    /** What it is called; its id if it has no name. */
    static String name(Layer layer, Change.@Nullable Content content, String id) {
        Attribute label = layer.labelAttribute();
        Object value = content == null || !Audience.PUBLIC.sees(label)
                ? null
                : values(layer, content).get(label.name());
        return value == null ? id : value.toString();
    }
}
