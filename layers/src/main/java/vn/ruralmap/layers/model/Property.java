package vn.ruralmap.layers.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One published property of a layer's features: a common one, an attribute, or the code or name of the feature that a
 * reference points to.
 *
 * @param name property name in every format
 * @param type type of its values
 * @param title for people
 * @param origin where the value comes from
 * @param attribute the attribute it stems from; null for common properties
 * @param referenced the attribute of the feature referred to that gives the value; null if it is the feature's own
 */
public record Property(
        String name,
        AttributeType type,
        LocalizedText title,
        Origin origin,
        @Nullable Attribute attribute,
        @Nullable Attribute referenced) {

    /** Where a property's value comes from. */
    public enum Origin {
        FID,
        VERSION,
        VALID_FROM,
        VALID_TO,
        DECISION,
        /** The attribute's own value. */
        ATTRIBUTE,
        /** The first key attribute of the feature that the reference points to: {@code commune_code}. */
        REFERENCED_KEY,
        /** The label of the feature that the reference points to: {@code commune_name}. */
        REFERENCED_LABEL
    }

    private static final List<Property> COMMON_BEFORE = List.of(
            common("fid", AttributeType.INTEGER, "Số hiệu", "Feature id", Origin.FID),
            common("version", AttributeType.INTEGER, "Phiên bản", "Version", Origin.VERSION));
    private static final List<Property> COMMON_AFTER = List.of(
            common("valid_from", AttributeType.DATE, "Hiệu lực từ", "Valid from", Origin.VALID_FROM),
            common("valid_to", AttributeType.DATE, "Hiệu lực đến", "Valid to", Origin.VALID_TO),
            common("decision", AttributeType.TEXT, "Quyết định", "Decision", Origin.DECISION));

    private static Property common(String name, AttributeType type, String vi, String en, Origin origin) {
        return new Property(name, type, new LocalizedText(vi, en), origin, null, null);
    }

    /** True if anonymous users must never learn its value. */
    public boolean isPrivate() {
        return attribute != null && attribute.isPrivate() || referenced != null && referenced.isPrivate();
    }

    /**
     * The properties of a layer in the order they are published.
     *
     * @param referenced finds the layer that a reference points to, by name
     */
    public static List<Property> list(Layer layer, Function<String, Layer> referenced) {
        List<Property> properties = new ArrayList<>(COMMON_BEFORE);
        for (Attribute attribute : layer.attributes()) {
            properties.add(new Property(
                    attribute.name(), attribute.type(), attribute.title(), Origin.ATTRIBUTE, attribute, null));
            String target = attribute.references();
            if (target != null) {
                addReferenced(properties, attribute, referenced.apply(target));
            }
        }
        properties.addAll(COMMON_AFTER);
        return List.copyOf(properties);
    }

    private static void addReferenced(List<Property> properties, Attribute attribute, Layer target) {
        LocalizedText title = attribute.title();
        if (!target.key().isEmpty()) {
            properties.add(new Property(
                    attribute.name() + "_code",
                    AttributeType.TEXT,
                    new LocalizedText("Mã " + title.vi().toLowerCase(java.util.Locale.ROOT), title.en() + " code"),
                    Origin.REFERENCED_KEY,
                    attribute,
                    target.findAttribute(target.key().get(0)).orElse(null)));
        }
        properties.add(new Property(
                attribute.name() + "_name",
                AttributeType.TEXT,
                new LocalizedText("Tên " + title.vi().toLowerCase(java.util.Locale.ROOT), title.en() + " name"),
                Origin.REFERENCED_LABEL,
                attribute,
                target.findAttribute(target.presentation().label()).orElse(null)));
    }
}
