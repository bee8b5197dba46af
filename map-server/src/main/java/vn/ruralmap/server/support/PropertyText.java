package vn.ruralmap.server.support;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.CodeEntry;
import vn.ruralmap.layers.model.Property;

/** Property values as people read them. */
public final class PropertyText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private PropertyText() {}

    /** What a property is called; of a private one it says so, to remind those who see it. */
    public static String title(Property property, String language) {
        String mark = "en".equals(language) ? " (private)" : " (riêng tư)";
        return property.title().in(language) + (property.isPrivate() ? mark : "");
    }

    /** Codes by their title, dates and numbers in the form of the language; empty for null. */
    public static Optional<String> of(Property property, @Nullable Object value, String language) {
        boolean english = "en".equals(language);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof LocalDate date) {
            return Optional.of(english ? date.toString() : date.format(DAY));
        }
        if (value instanceof Boolean bool) {
            return Optional.of(bool ? (english ? "yes" : "có") : (english ? "no" : "không"));
        }
        if (value instanceof Double number) {
            return Optional.of(String.format(english ? Locale.ENGLISH : VIETNAMESE, "%,.2f", number));
        }
        Attribute attribute = property.attribute();
        if (attribute != null && property.origin() == Property.Origin.ATTRIBUTE) {
            Optional<CodeEntry> entry = attribute.findCode(value.toString());
            if (entry.isPresent()) {
                return entry.map(found -> found.title().in(language));
            }
        }
        return Optional.of(value.toString());
    }
}
