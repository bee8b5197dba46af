package vn.ruralmap.server.proposals;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values of properties as JSON, and compared whatever form they come in. */
final class JsonValue {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonValue() {}

    static JsonNode of(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        } else if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            return NODES.numberNode(((Number) value).longValue());
        } else if (value instanceof Double || value instanceof Float) {
            return NODES.numberNode(((Number) value).doubleValue());
        } else if (value instanceof BigDecimal decimal) {
            return NODES.numberNode(decimal);
        } else if (value instanceof BigInteger integer) {
            return NODES.numberNode(integer);
        }
        return NODES.stringNode(value.toString());
    }

    /** Whether two values mean the same: 5 and 5.0, a date and its text; an empty text is none. */
    static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return text(one).equals(text(other));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Number number) {
            try {
                return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            } catch (NumberFormatException e) {
                // no number of any property
                return number.toString();
            }
        }
        return value == null
                ? ""
                : java.text.Normalizer.normalize(value.toString().strip(), java.text.Normalizer.Form.NFC);
    }
}
