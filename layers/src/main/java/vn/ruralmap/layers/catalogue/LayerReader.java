package vn.ruralmap.layers.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
            "key",
            "label",
            "style",
            "visible",
            "derived",
            "attributes");
    private static final Set<String> DERIVED_KEYS = Set.of("source", "through", "where", "absent");

    private LayerReader() {}

    static Layer read(String name, YamlNode yaml) {
        if (!name.matches("[a-z][a-z0-9_]{0,39}")) {
            throw yaml.wrong("the file name '" + name + "' is not a layer name: lower-case letters, digits, _");
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
        String label = known(yaml.get("label"), names);
        List<String> key = new ArrayList<>();
        for (YamlNode item : yaml.find("key").map(YamlNode::items).orElse(List.of())) {
            key.add(known(item, names));
        }
        Layer.@Nullable Derivation derivation =
                yaml.find("derived").map(node -> derivation(node, names)).orElse(null);
        return new Layer(
                name,
                localized(yaml.get("title")),
                localized(yaml.get("description")),
                geometryKinds(yaml, derivation),
                yaml.find("coverage").map(YamlNode::bool).orElse(false),
                attributes,
                key,
                new Layer.Presentation(
                        label,
                        yaml.find("style").map(YamlNode::text).orElse(name),
                        yaml.find("visible").map(YamlNode::bool).orElse(true)),
                derivation);
    }

    static LocalizedText localized(YamlNode node) {
        node.onlyKeys(Set.of("vi", "en"));
        return new LocalizedText(node.get("vi").text(), node.get("en").text());
    }

    private static String known(YamlNode node, Set<String> names) {
        if (names.contains(node.text())) {
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
        return kinds;
    }

    private static Layer.Derivation derivation(YamlNode node, Set<String> names) {
        node.onlyKeys(DERIVED_KEYS);
        Map<String, Set<String>> where = new LinkedHashMap<>();
        node.find("where")
                .map(YamlNode::entries)
                .orElse(Map.of())
                .forEach((attribute, values) -> where.put(attribute, Set.copyOf(values.texts())));
        Map<String, Object> absent = new LinkedHashMap<>();
        node.find("absent").map(YamlNode::entries).orElse(Map.of()).forEach((attribute, value) -> {
            if (!names.contains(attribute)) {
                throw value.wrong("the layer has no attribute '" + attribute + "'");
            }
            absent.put(attribute, value.text());
        });
        return new Layer.Derivation(node.get("source").text(), known(node.get("through"), names), where, absent);
    }
}
