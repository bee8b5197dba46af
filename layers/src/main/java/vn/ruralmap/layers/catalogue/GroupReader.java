package vn.ruralmap.layers.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ruralmap.layers.model.Layer;

/** Reads the groups of {@code catalogue.yaml}. */
final class GroupReader {

    private static final Set<String> KEYS = Set.of("name", "title", "layers");

    private GroupReader() {}

    /** A name that is no layer's. */
    static String name(YamlNode node, Set<String> layers) {
        if (!node.text().matches("[A-Za-z][A-Za-z0-9_]{0,39}")) {
            throw node.wrong("'" + node.text() + "' is not a name: letters without accents, digits, _");
        }
        if (layers.contains(node.text())) {
            throw node.wrong("a layer has the name '" + node.text() + "'");
        }
        return node.text();
    }

    /**
     * The operator's groups, or the shipped ones without the layers that the operator left out.
     *
     * @param whole the name of the whole map
     * @param layers in drawing order
     */
    static List<LayerGroup> read(YamlNode own, YamlNode shipped, String whole, Map<String, Layer> layers) {
        boolean isOwn = own.find("groups").isPresent();
        List<LayerGroup> groups = new ArrayList<>();
        Set<String> names = new HashSet<>(Set.of(whole));
        Set<String> members = new HashSet<>();
        for (YamlNode item :
                own.find("groups").orElseGet(() -> shipped.get("groups")).items()) {
            item.onlyKeys(KEYS);
            String name = name(item.get("name"), layers.keySet());
            if (!names.add(name)) {
                throw item.wrong("another group has the name '" + name + "'");
            }
            List<String> listed = new ArrayList<>();
            for (YamlNode member : item.get("layers").items()) {
                if (isOwn && !layers.containsKey(member.text())) {
                    throw member.wrong("there is no layer '" + member.text() + "'");
                }
                if (!members.add(member.text())) {
                    throw member.wrong("'" + member.text() + "' is in a group already");
                }
                listed.add(member.text());
            }
            List<Layer> found = layers.values().stream()
                    .filter(layer -> listed.contains(layer.name()))
                    .toList();
            if (!found.isEmpty()) {
                groups.add(new LayerGroup(name, LayerReader.localized(item.get("title")), found));
            }
        }
        return groups;
    }
}
