package vn.ruralmap.server.proposals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.server.support.RequestException;

/** Reads and writes the edits of a proposal. */
final class EditsJson {

    /** Who changes more imports a file. */
    static final int MOST_EDITS = 500;

    private static final int MOST_VERTICES = 400_000;
    private static final int MOST_PROPERTIES = 200;
    private static final int LONGEST_VALUE = 10_000;

    private EditsJson() {}

    /** @throws RequestException status 400 with what is wrong */
    static List<ProposedEdit> read(JsonNode edits, Catalogue catalogue) {
        if (!edits.isArray() || edits.size() > MOST_EDITS) {
            throw refuse("edits", "cần một mảng tối đa " + MOST_EDITS + " mục", "an array of at most " + MOST_EDITS);
        }
        List<ProposedEdit> read = new ArrayList<>();
        Set<String> named = new HashSet<>();
        int vertices = 0;
        for (JsonNode node : edits) {
            ProposedEdit edit = read(node, catalogue, MOST_VERTICES - vertices);
            vertices += edit.geometry() == null ? 0 : edit.geometry().getNumPoints();
            if (edit.op() != ProposedEdit.Op.INSERT && !named.add(edit.id())) {
                throw refuse("edits", edit.id() + " có trong hai mục", edit.id() + " is in two edits");
            }
            read.add(edit);
        }
        return read;
    }

    private static ProposedEdit read(JsonNode node, Catalogue catalogue, int mostVertices) {
        ProposedEdit.Op op = op(node.path("op").asString(""));
        String layer = node.path("layer").asString("");
        if (catalogue.findLayer(layer).isEmpty()) {
            throw refuse("layer", "không có lớp này", "there is no such layer");
        }
        boolean isNew = op == ProposedEdit.Op.INSERT;
        long fid = isNew ? 0 : positive(node.path("fid"), "fid");
        int version = isNew ? 0 : (int) positive(node.path("version"), "version");
        JsonNode geometry = node.path("geometry");
        boolean hasGeometry = geometry.isObject() || geometry.isNull() && isNew;
        Geometry shape = geometry.isObject() ? GeoJson.read(geometry, Math.max(1, mostVertices)) : null;
        return new ProposedEdit(op, layer, fid, version, properties(node.path("properties")), hasGeometry, shape);
    }

    private static ProposedEdit.Op op(String text) {
        for (ProposedEdit.Op op : ProposedEdit.Op.values()) {
            if (op.text().equals(text.toLowerCase(Locale.ROOT))) {
                return op;
            }
        }
        throw refuse("op", "cần insert, update, delete hoặc restore", "insert, update, delete or restore is needed");
    }

    private static long positive(JsonNode node, String name) {
        boolean isRight = node.isIntegralNumber() && node.canConvertToLong() && node.longValue() > 0;
        if (!isRight || name.equals("version") && !node.canConvertToInt()) {
            throw refuse(name, "cần một số nguyên dương", "a positive whole number is needed");
        }
        return node.longValue();
    }

    private static Map<String, @Nullable Object> properties(JsonNode node) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        if (node.isMissingNode() || node.isNull()) {
            return properties;
        }
        if (!node.isObject() || node.size() > MOST_PROPERTIES) {
            throw refuse(
                    "properties",
                    "cần một đối tượng tối đa " + MOST_PROPERTIES + " thuộc tính",
                    "an object of at most " + MOST_PROPERTIES + " properties is needed");
        }
        node.propertyStream().forEach(entry -> properties.put(entry.getKey(), value(entry.getKey(), entry.getValue())));
        return properties;
    }

    private static @Nullable Object value(String name, JsonNode node) {
        if (node.isNull()) {
            return null;
        } else if (node.isString() && node.asString().length() <= LONGEST_VALUE) {
            return node.asString();
        } else if (node.isBoolean()) {
            return node.asBoolean();
        } else if (node.isNumber()) {
            return node.numberValue();
        }
        throw refuse(
                name,
                "cần một giá trị đơn, văn bản dài tối đa " + LONGEST_VALUE + " ký tự",
                "a plain value is needed, a text of at most " + LONGEST_VALUE + " characters");
    }

    private static RequestException refuse(String locator, String vi, String en) {
        return RequestException.of(400, "InvalidBody", locator, "'" + locator + "': " + vi, "'" + locator + "': " + en);
    }

    /** @param isVisible whether a property of a layer may be told */
    static ArrayNode write(List<ProposedEdit> edits, BiPredicate<String, String> isVisible) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ProposedEdit edit : edits) {
            ObjectNode json = array.addObject();
            json.put("op", edit.op().text());
            json.put("layer", edit.layer());
            if (edit.op() != ProposedEdit.Op.INSERT) {
                json.put("fid", edit.fid());
                json.put("version", edit.version());
            }
            ObjectNode properties = json.putObject("properties");
            edit.properties().forEach((name, value) -> {
                if (isVisible.test(edit.layer(), name)) {
                    properties.set(name, JsonValue.of(value));
                }
            });
            if (edit.hasGeometry()) {
                json.set("geometry", GeoJson.of(edit.geometry()));
            }
        }
        return array;
    }
}
