package vn.ruralmap.dataimport.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import vn.ruralmap.dataimport.read.SourceField.Type;

/** The properties of all features of a file: their names in order of appearance, and the narrowest type that fits. */
final class GeoJsonFields {
    /** The name under which the {@code id} of features comes, if no property has it. */
    static final String ID = "id";

    private final Map<String, Type> types = new LinkedHashMap<>();
    private final java.util.Set<String> names = types.keySet();
    private final int limit;
    private @Nullable Type id;

    GeoJsonFields(int limit) {
        this.limit = limit;
    }

    void addId(JsonToken value) {
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            id = widen(id, value == JsonToken.VALUE_NUMBER_INT ? Type.INTEGER : Type.TEXT);
        }
    }

    /** @param parser at the value of a property */
    void add(String name, JsonParser parser) throws UnreadableSourceException {
        Type type =
                switch (parser.currentToken()) {
                    case VALUE_NULL -> null;
                    case VALUE_TRUE, VALUE_FALSE -> Type.BOOLEAN;
                    case VALUE_NUMBER_INT -> fitsLong(parser) ? Type.INTEGER : Type.DECIMAL;
                    case VALUE_NUMBER_FLOAT -> Type.DECIMAL;
                    default -> Type.TEXT;
                };
        if (type != null || !names.contains(name)) {
            types.put(name, widen(types.get(name), type));
            Refusals.requireFields(limit, types.size());
        }
    }

    static boolean fitsLong(JsonParser parser) {
        return parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    private static @Nullable Type widen(@Nullable Type known, @Nullable Type added) {
        if (known == null || added == null || known == added) {
            return known == null ? added : known;
        }
        boolean numbers = known != Type.TEXT && added != Type.TEXT && known != Type.BOOLEAN && added != Type.BOOLEAN;
        return numbers ? Type.DECIMAL : Type.TEXT;
    }

    List<SourceField> list() {
        Map<String, Type> all = new LinkedHashMap<>();
        if (id != null) {
            all.put(ID, id);
        }
        all.putAll(types);
        return all.entrySet().stream()
                .map(entry ->
                        new SourceField(entry.getKey(), entry.getValue() == null ? Type.TEXT : entry.getValue(), 0))
                .toList();
    }
}
