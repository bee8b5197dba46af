package vn.ruralmap.server.formats;

import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.CodeEntry;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;

/**
 * One column of a table: a property, or the words for the codes of one.
 *
 * @param name of the property; with the language after it for words, as in vector tiles: {@code level_vi}
 * @param property where the values come from
 * @param wordsLanguage of the words, {@code vi} or {@code en}; null: the values themselves
 */
public record Column(
        String name, Property property, @Nullable String wordsLanguage) {

    static Column of(Property property) {
        return new Column(property.name(), property, null);
    }

    static Column words(Property property, String language) {
        return new Column(property.name() + "_" + language, property, language);
    }

    /** Words are {@link AttributeType#TEXT}, references the number of what they point to. */
    public AttributeType type() {
        return wordsLanguage != null ? AttributeType.TEXT : property.type();
    }

    /** For people. */
    public LocalizedText title() {
        LocalizedText title = property.title();
        return wordsLanguage == null
                ? title
                : new LocalizedText(title.vi() + " (" + wordsLanguage + ")", title.en() + " (" + wordsLanguage + ")");
    }

    /** The attribute whose codes are the column's values; null if they are none. */
    public @Nullable Attribute codeList() {
        return wordsLanguage == null && hasCodes(property) ? property.attribute() : null;
    }

    static boolean hasCodes(Property property) {
        return property.origin() == Property.Origin.ATTRIBUTE && property.type() == AttributeType.CODE;
    }

    @Nullable
    Object value(LayerView view, Feature feature) {
        Object value = view.value(feature, property);
        Attribute attribute = property.attribute();
        if (wordsLanguage == null || value == null || attribute == null) {
            return value;
        }
        return attribute
                .findCode(value.toString())
                .map(CodeEntry::title)
                .map(title -> title.in(wordsLanguage))
                .orElse(null);
    }
}
