package vn.ruralmap.server.tiling.vector;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.CodeEntry;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;

/**
 * What features of vector tiles carry: the public properties as in every format, and for reading {@code label}, and for each
 * code its titles, {@code level_vi} and {@code level_en} beside {@code level}.
 *
 * <p>Numbers and booleans keep their type; dates are texts such as {@code 2025-07-01}, for the format has no date. The fid is
 * the feature's id and no property.
 */
public final class FeatureAttributes {

    /** What a feature is called. */
    public static final String LABEL = "label";
    /** The same in English where that differs. */
    public static final String LABEL_EN = "label_en";

    private static final String TEXT = "String";

    private final LayerView view;
    private final List<Property> all;
    private final List<Property> brief;

    FeatureAttributes(LayerView view) {
        this.view = view;
        this.all = published(view);
        this.brief = all.stream()
                .filter(property -> property.type() == AttributeType.CODE
                        || view.layer().key().contains(property.name()))
                .toList();
    }

    private static List<Property> published(LayerView view) {
        return view.properties().stream()
                .filter(property -> property.origin() != Property.Origin.FID)
                .toList();
    }

    /** Names of all attributes with their types, {@code String}, {@code Number} or {@code Boolean}, for TileJSON. */
    public static Map<String, String> list(LayerView view) {
        Map<String, String> names = listForLabels(view);
        for (Property property : published(view)) {
            names.put(property.name(), type(property.type()));
            if (codes(property) != null) {
                names.put(property.name() + "_vi", TEXT);
                names.put(property.name() + "_en", TEXT);
            }
        }
        return names;
    }

    /** Those of points for labels. */
    public static Map<String, String> listForLabels(LayerView view) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(LABEL, TEXT);
        if (view.layer().labelAttribute().type() == AttributeType.CODE) {
            names.put(LABEL_EN, TEXT);
        }
        return names;
    }

    private static String type(AttributeType type) {
        return switch (type) {
            case INTEGER, DECIMAL, REFERENCE -> "Number";
            case BOOLEAN -> "Boolean";
            case TEXT, CODE, DATE -> TEXT;
        };
    }

    /** @param isBrief only what styles and labels need */
    void write(Feature feature, boolean isBrief, MvtLayer into) {
        writeLabel(feature, into);
        for (Property property : isBrief ? brief : all) {
            Object value = view.value(feature, property);
            if (value != null) {
                into.attribute(property.name(), value instanceof LocalDate ? value.toString() : value);
                title(property, value).ifPresent(title -> {
                    into.attribute(property.name() + "_vi", title.vi());
                    into.attribute(property.name() + "_en", title.en());
                });
            }
        }
    }

    void writeLabel(Feature feature, MvtLayer into) {
        String label = view.label(feature, "vi");
        String english = view.label(feature, "en");
        into.attribute(LABEL, label);
        if (!english.equals(label)) {
            into.attribute(LABEL_EN, english);
        }
    }

    private static Optional<LocalizedText> title(Property property, Object value) {
        Attribute codes = codes(property);
        return codes == null
                ? Optional.empty()
                : codes.findCode(value.toString()).map(CodeEntry::title);
    }

    private static @Nullable Attribute codes(Property property) {
        Attribute attribute = property.attribute();
        boolean isCode = property.origin() == Property.Origin.ATTRIBUTE && property.type() == AttributeType.CODE;
        return isCode ? attribute : null;
    }

    /** All that decides about attributes beside the features. */
    static List<String> schema(LayerView view) {
        List<String> schema =
                new ArrayList<>(List.of(view.layer().presentation().label()));
        for (Property property : published(view)) {
            schema.add(property.name() + property.type());
            Attribute codes = codes(property);
            if (codes != null) {
                codes.codes().forEach(code -> schema.add(code.code() + code.title()));
            }
        }
        return schema;
    }
}
