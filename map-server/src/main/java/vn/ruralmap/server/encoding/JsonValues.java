package vn.ruralmap.server.encoding;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes property values as JSON: numbers and booleans as such, dates as ISO 8601 text. */
public final class JsonValues {

    private JsonValues() {}

    /** @param value of an attribute's value class, or null */
    public static void write(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }
}
