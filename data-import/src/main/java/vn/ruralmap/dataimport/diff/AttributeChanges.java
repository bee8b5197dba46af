package vn.ruralmap.dataimport.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.diff.FeatureDiff.AttributeChange;
import vn.ruralmap.dataimport.load.FeatureNames;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Layer;

/**
 * Which attributes change, validity and decision among them. Values of private attributes are masked: that they change is
 * told, what they are is not, because reports are sent around.
 */
final class AttributeChanges {

    static final String MASK = "***";

    private final Layer layer;
    private final FeatureNames names;

    AttributeChanges(Layer layer, FeatureNames names) {
        this.layer = layer;
        this.names = names;
    }

    /** All that a new feature has. */
    List<AttributeChange> of(Change.Content added) {
        return compare(null, added);
    }

    List<AttributeChange> between(Change.Content before, Change.Content after) {
        return compare(before, after);
    }

    private List<AttributeChange> compare(Change.@Nullable Content before, Change.Content after) {
        List<AttributeChange> changes = new ArrayList<>();
        for (int i = 0; i < layer.attributes().size(); i++) {
            Object old = before == null ? null : before.values().get(i);
            if (!Objects.equals(old, after.values().get(i))) {
                Attribute attribute = layer.attributes().get(i);
                changes.add(new AttributeChange(
                        attribute.name(), before == null ? "" : text(attribute, i, before), text(attribute, i, after)));
            }
        }
        add(
                changes,
                "valid_from",
                before == null ? null : before.validity().from(),
                after.validity().from());
        add(
                changes,
                "valid_to",
                before == null ? null : before.validity().to(),
                after.validity().to());
        add(changes, "decision", before == null ? null : before.decision(), after.decision());
        return changes;
    }

    private static void add(
            List<AttributeChange> changes, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new AttributeChange(name, Objects.toString(before, ""), Objects.toString(after, "")));
        }
    }

    private String text(Attribute attribute, int index, Change.Content content) {
        Object value = content.values().get(index);
        if (value == null) {
            return "";
        }
        if (!Audience.PUBLIC.sees(attribute)) {
            return MASK;
        }
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : names.value(content.values(), attribute.name());
    }
}
