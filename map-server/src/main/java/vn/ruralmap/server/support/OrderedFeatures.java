package vn.ruralmap.server.support;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.query.FeatureOrder;

/**
 * Places in an order of features, as texts for addresses.
 *
 * <p>A {@code cursor} is the values and the fid of a feature. It stays right when features come and go, that one among them, so pages
 * by cursor neither repeat nor miss what did not change.
 */
public record OrderedFeatures(FeatureOrder order) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_CURSOR = 4_000;

    public List<Feature> sort(List<Feature> features) {
        return order.sort(features);
    }

    public String cursor(Feature feature) {
        ArrayNode array = JSON.createArrayNode();
        for (Object value : order.values(feature)) {
            array.add(value == null ? null : value.toString());
        }
        array.add(feature.fid());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(array).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The index of the first feature that lies after a cursor, or at it if that feature is still there and {@code inclusive}.
     *
     * @param sorted by this order
     */
    public int find(List<Feature> sorted, String cursor, boolean inclusive) {
        FeatureOrder.Place place = parse(cursor);
        Comparator<FeatureOrder.Place> comparator = order.comparator();
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Feature feature = sorted.get(middle);
            int compared = comparator.compare(order.place(order.values(feature), feature.fid()), place);
            if (compared < 0 || compared == 0 && !inclusive) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private FeatureOrder.Place parse(String cursor) {
        List<FeatureOrder.Key> keys = order.keys();
        try {
            if (cursor.length() > MAX_CURSOR) {
                throw malformed();
            }
            JsonNode array = JSON.readTree(Base64.getUrlDecoder().decode(cursor));
            if (!array.isArray() || array.size() != keys.size() + 1) {
                throw malformed();
            }
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                JsonNode value = array.get(i);
                values.add(value.isNull() ? null : value(keys.get(i).property(), value.asString()));
            }
            return order.place(values, array.get(keys.size()).asLong());
        } catch (IllegalArgumentException | DateTimeParseException | JacksonException e) {
            throw malformed();
        }
    }

    private static Object value(Property property, String text) {
        return switch (property.type()) {
            case TEXT, CODE -> text;
            case INTEGER, REFERENCE -> Long.valueOf(text);
            case DECIMAL -> Double.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case BOOLEAN -> Boolean.valueOf(text);
        };
    }

    private static RequestException malformed() {
        return RequestException.invalid(
                "cursor",
                "hãy lấy nguyên địa chỉ của liên kết next hoặc prev",
                "take the whole address of a link next or prev");
    }
}
