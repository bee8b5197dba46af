package vn.ruralmap.layers.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue.BackgroundLabel;
import vn.ruralmap.layers.catalogue.Catalogue.ServiceDescription;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.layers.style.StyleException;
import vn.ruralmap.layers.style.StyleReader;

/** Reads the catalogue and checks it as a whole. */
public final class CatalogueReader {

    private static final String MAIN_FILE = "catalogue.yaml";
    private static final Set<String> KEYS = Set.of(
            "name",
            "title",
            "description",
            "organisation",
            "email",
            "illustrative",
            "labels",
            "layers",
            "groups",
            "featured");

    private final CatalogueFiles files;
    private final Map<String, YamlNode> layerFiles = new LinkedHashMap<>();

    private CatalogueReader(CatalogueFiles files) {
        this.files = files;
    }

    /** The catalogue that ships with the program. */
    public static Catalogue readDefault() {
        return read(null);
    }

    /**
     * The shipped catalogue with an operator's directory laid over it.
     *
     * @param directory with {@code catalogue.yaml}, {@code layers/*.yaml}, {@code styles/*.sld}, each optional; null:
     *     none
     * @throws CatalogueException naming file, line and reason if anything is wrong
     */
    public static Catalogue read(@Nullable Path directory) {
        return new CatalogueReader(new CatalogueFiles(directory)).read();
    }

    private Catalogue read() {
        YamlNode shipped = parseShipped();
        YamlNode main = parse(MAIN_FILE);
        main.onlyKeys(KEYS);
        Set<String> names = new LinkedHashSet<>(
                main.find("layers").orElseGet(() -> shipped.get("layers")).texts());
        names.addAll(files.listOwnLayers());

        Map<String, Layer> layers = new LinkedHashMap<>();
        for (String name : names) {
            YamlNode file = parse("layers/" + name + ".yaml");
            // databases and file systems may take names that differ in case only for the same
            if (layerFiles.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
                throw file.wrong("another layer has the name '" + name + "' in other letters");
            }
            layerFiles.put(name, file);
            layers.put(name, LayerReader.read(name, file));
        }
        Map<String, Map<String, MapStyle>> styles = new LinkedHashMap<>();
        for (Layer layer : layers.values()) {
            checkReferences(layer, layers);
            styles.put(layer.name(), styles(layer, layers));
        }
        YamlNode name = main.find("name").orElseGet(() -> shipped.get("name"));
        return new Catalogue(
                service(GroupReader.name(name, layers.keySet()), main, shipped, layers.keySet()),
                List.copyOf(layers.values()),
                styles,
                GroupReader.read(main, shipped, name.text(), layers));
    }

    private YamlNode parse(String name) {
        return files.read(name)
                .map(bytes -> YamlNode.parse(files.place(name), bytes))
                .orElseThrow(() -> new CatalogueException(name, 0, "the file is missing"));
    }

    private YamlNode parseShipped() {
        return YamlNode.parse(MAIN_FILE, files.readShipped(MAIN_FILE).orElseThrow());
    }

    private Map<String, MapStyle> styles(Layer layer, Map<String, Layer> layers) {
        Set<String> properties = publicProperties(layer, layers);
        Map<String, MapStyle> styles = new LinkedHashMap<>();
        for (String name : layer.presentation().styles()) {
            styles.put(name, style(layer, "styles/" + name + ".sld", properties));
        }
        return styles;
    }

    private MapStyle style(Layer layer, String name, Set<String> properties) {
        byte[] bytes = files.read(name).orElseThrow(() -> {
            YamlNode file = wrongPlace(layer);
            return file.find("style").orElse(file).wrong("the style file " + name + " is missing");
        });
        try {
            return StyleReader.read(files.place(name), bytes, properties::contains, files::read);
        } catch (StyleException e) {
            throw new CatalogueException(e.getMessage());
        }
    }

    /** Those that a style may use: it must not draw for everybody what few may see. */
    private Set<String> publicProperties(Layer layer, Map<String, Layer> layers) {
        Set<String> all = new HashSet<>();
        Set<String> published = new HashSet<>();
        for (Property property : Property.list(layer, layers::get)) {
            if (!all.add(property.name())) {
                throw wrongPlace(layer)
                        .get("attributes")
                        .wrong("two properties are called '" + property.name()
                                + "': a reference brings one with _code and one with _name; rename the attribute");
            }
            if (Audience.PUBLIC.sees(property)) {
                published.add(property.name());
            }
        }
        return published;
    }

    private void checkReferences(Layer layer, Map<String, Layer> layers) {
        for (Attribute attribute : layer.attributes()) {
            if (attribute.type() == AttributeType.REFERENCE && !layers.containsKey(attribute.references())) {
                throw wrongPlace(layer)
                        .get("attributes")
                        .wrong("'" + attribute.name() + "' refers to the layer '" + attribute.references()
                                + "', which is not in the catalogue");
            }
        }
        Layer.Derivation derivation = layer.derivation();
        if (derivation == null) {
            return;
        }
        YamlNode place = wrongPlace(layer).get("derived");
        Layer source = layers.get(derivation.source());
        if (source == null || source.isDerived()) {
            throw place.wrong("the source '" + derivation.source() + "' is not a layer with geometry");
        }
        if (!layer.findAttribute(derivation.through())
                .map(Attribute::references)
                .orElse("")
                .equals(source.name())) {
            throw place.wrong("'" + derivation.through() + "' is not a reference to " + source.name());
        }
        place.find("where").map(YamlNode::entries).orElse(Map.of()).forEach((name, values) -> {
            Attribute attribute = source.findAttribute(name)
                    .orElseThrow(() -> values.wrong("the layer " + source.name() + " has no attribute '" + name + "'"));
            if (attribute.type() == AttributeType.CODE) {
                values.items().forEach(value -> AttributeReader.code(attribute, value));
            }
        });
    }

    private YamlNode wrongPlace(Layer layer) {
        return Objects.requireNonNull(layerFiles.get(layer.name()));
    }

    private static ServiceDescription service(String name, YamlNode own, YamlNode shipped, Set<String> layers) {
        return new ServiceDescription(
                name,
                localized("title", own, shipped),
                localized("description", own, shipped),
                own.find("organisation").map(YamlNode::text).orElse(""),
                own.find("email").map(YamlNode::text).orElse(""),
                localized("illustrative", own, shipped),
                labels(own.find("labels").orElseGet(() -> shipped.get("labels"))),
                featured(own, shipped, layers));
    }

    /** An operator's own names must exist; the shipped ones may be of layers that the operator left out. */
    private static List<String> featured(YamlNode own, YamlNode shipped, Set<String> layers) {
        for (YamlNode name : own.find("featured").map(YamlNode::items).orElse(List.of())) {
            if (!layers.contains(name.text())) {
                throw name.wrong("there is no layer '" + name.text() + "'");
            }
        }
        return own.find("featured").orElseGet(() -> shipped.get("featured")).texts().stream()
                .filter(layers::contains)
                .toList();
    }

    private static LocalizedText localized(String key, YamlNode own, YamlNode shipped) {
        return LayerReader.localized(own.find(key).orElseGet(() -> shipped.get(key)));
    }

    private static List<BackgroundLabel> labels(YamlNode node) {
        List<BackgroundLabel> labels = new ArrayList<>();
        for (YamlNode item : node.items()) {
            item.onlyKeys(Set.of("text", "lon", "lat", "min_zoom"));
            labels.add(new BackgroundLabel(
                    LayerReader.localized(item.get("text")),
                    item.get("lon").decimal(-180, 180),
                    item.get("lat").decimal(-90, 90),
                    (int) item.get("min_zoom").decimal(0, 24)));
        }
        return labels;
    }
}
