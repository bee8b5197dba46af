package vn.ruralmap.layers.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/** Reads one {@code layers/NAME.yaml}. References to other layers are checked by {@link CatalogueReader}. */
final class LayerReader {

    private static final Set<String> KEYS = Set.of(
            "title",
            "description",
            "geometry",
            "coverage",
            "disjoint",
            "key",
            "label",
            "style",
            "visible",
            "derived",
            "attributes");
    private static final Set<String> DERIVED_KEYS = Set.of("source", "through", "where", "absent");

    /** Tables of SQLite, of GeoPackage, of the store, and the history of each layer. */
    private static final Pattern RESERVED_NAME = Pattern.compile("(sqlite|gpkg|rtree|ruralmap|guard)_.*|.*_history");

    private LayerReader() {}

    static Layer read(String name, YamlNode yaml) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,39}")) {
            throw yaml.wrong("the file name '" + name + "' is not a layer name: letters without accents, digits, _");
        }
        if (RESERVED_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            throw yaml.wrong("the layer name '" + name + "' is reserved for tables of the store");
        }
        yaml.onlyKeys(KEYS);
        List<Attribute> attributes = new ArrayList<>();
        Set<String> names = new HashSet<>(Layer.COMMON_ATTRIBUTES);
        for (YamlNode item : yaml.get("attributes").items()) {
            Attribute attribute = AttributeReader.read(item);
            if (!names.add(attribute.name())) {
                throw item.wrong(
                        "the attribute '" + attribute.name() + "' is there twice, or every layer has it already");
            }
            attributes.add(attribute);
        }
        Map<String, Attribute> own = new LinkedHashMap<>();
        attributes.forEach(attribute -> own.put(attribute.name(), attribute));
        String label = known(yaml.get("label"), own);
        List<String> key = new ArrayList<>();
        for (YamlNode item : yaml.find("key").map(YamlNode::items).orElse(List.of())) {
            key.add(known(item, own));
        }
        Layer.@Nullable Derivation derivation =
                yaml.find("derived").map(node -> derivation(node, own)).orElse(null);
        return new Layer(
                name,
                localized(yaml.get("title")),
                localized(yaml.get("description")),
                geometryKinds(yaml, derivation),
                ofPolygons(yaml, "coverage"),
                ofPolygons(yaml, "disjoint"),
                attributes,
                key,
                new Layer.Presentation(
                        label,
                        yaml.find("style").map(LayerReader::styleNames).orElse(List.of(name)),
                        yaml.find("visible").map(YamlNode::bool).orElse(true)),
                derivation);
    }

    /** What only polygons can be. */
    private static boolean ofPolygons(YamlNode yaml, String key) {
        boolean isSo = yaml.find(key).map(YamlNode::bool).orElse(false);
        boolean polygons = yaml.find("geometry")
                .map(YamlNode::texts)
                .filter(List.of("polygon")::equals)
                .isPresent();
        if (isSo && !polygons) {
            throw yaml.get(key)
                    .wrong(
                            key.equals("coverage")
                                    ? "only a layer of polygons alone can be a coverage"
                                    : "only a layer of polygons alone can be disjoint");
        }
        return isSo;
    }

    private static List<String> styleNames(YamlNode node) {
        List<String> names = node.items().stream().map(LayerReader::styleName).toList();
        if (names.isEmpty() || Set.copyOf(names).size() < names.size()) {
            throw node.wrong("one or more different style names are expected, the default one first");
        }
        return names;
    }

    private static String styleName(YamlNode node) {
        if (!node.text().matches("[A-Za-z0-9_-]{1,60}")) {
            throw node.wrong("'" + node.text() + "' is not a style name: letters, digits, _ and -");
        }
        return node.text();
    }

    static LocalizedText localized(YamlNode node) {
        node.onlyKeys(Set.of("vi", "en"));
        return new LocalizedText(node.get("vi").text(), node.get("en").text());
    }

    private static String known(YamlNode node, Map<String, Attribute> own) {
        if (own.containsKey(node.text())) {
            return node.text();
        }
        throw node.wrong("the layer has no attribute '" + node.text() + "'");
    }

    private static Set<GeometryKind> geometryKinds(YamlNode yaml, Layer.@Nullable Derivation derivation) {
        if (derivation != null) {
            yaml.find("geometry").ifPresent(node -> {
                throw node.wrong("a derived layer takes its geometry from its source: remove this key");
            });
            return Set.of();
        }
        Set<GeometryKind> kinds = EnumSet.noneOf(GeometryKind.class);
        for (YamlNode item : yaml.get("geometry").items()) {
            kinds.add(
                    switch (item.text()) {
                        case "point" -> GeometryKind.POINT;
                        case "line" -> GeometryKind.LINE;
                        case "polygon" -> GeometryKind.POLYGON;
                        default ->
                            throw item.wrong("unknown geometry '" + item.text().toLowerCase(Locale.ROOT)
                                    + "'; known: point, line, polygon");
                    });
        }
        if (kinds.isEmpty()) {
            throw yaml.get("geometry").wrong("the list is empty; known: point, line, polygon");
        }
        return kinds;
    }

    private static Layer.Derivation derivation(YamlNode node, Map<String, Attribute> own) {
        node.onlyKeys(DERIVED_KEYS);
        Map<String, Set<String>> where = new LinkedHashMap<>();
        node.find("where")
                .map(YamlNode::entries)
                .orElse(Map.of())
                .forEach((attribute, values) -> where.put(attribute, Set.copyOf(values.texts())));
        Map<String, Object> absent = new LinkedHashMap<>();
        node.find("absent").map(YamlNode::entries).orElse(Map.of()).forEach((attribute, value) -> {
            Attribute target = own.get(attribute);
            if (target == null) {
                throw value.wrong("the layer has no attribute '" + attribute + "'");
            }
            absent.put(attribute, AttributeReader.value(target, value));
        });
        return new Layer.Derivation(node.get("source").text(), known(node.get("through"), own), where, absent);
    }
}
