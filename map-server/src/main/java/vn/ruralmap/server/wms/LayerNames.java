package vn.ruralmap.server.wms;

import java.util.List;
import java.util.function.Predicate;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.LayerGroup;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.support.RequestException;

/** Finds the layers, groups and styles that a request names. */
final class LayerNames {

    private final Catalogue catalogue;

    LayerNames(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Names come with the prefix of the WFS, too, or with any other that a client has for its namespace. */
    static String bare(String name) {
        return name.replaceFirst("^[A-Za-z_][\\w.-]{0,30}:", "");
    }

    /**
     * The layers of a name, bottom first: one, or those of a group.
     *
     * @param parameter the name to complain about
     * @throws RequestException LayerNotDefined
     */
    List<Layer> list(String name, String parameter) {
        String bare = bare(name);
        return catalogue
                .findLayer(bare)
                .map(List::of)
                .or(() -> catalogue.findGroup(bare).map(LayerGroup::layers))
                .orElseThrow(() -> RequestException.of(
                        "LayerNotDefined",
                        parameter,
                        "Không có lớp này; danh sách có trong GetCapabilities",
                        "there is no such layer; GetCapabilities lists those that are"));
    }

    /** A single layer, no group. @throws RequestException LayerNotDefined */
    Layer get(String name, String parameter) {
        List<Layer> layers = list(name, parameter);
        if (layers.size() != 1) {
            throw RequestException.of(
                    "LayerNotDefined",
                    parameter,
                    "Đây là một nhóm lớp; cần một lớp đơn",
                    "this is a group of layers; a single one is needed");
        }
        return layers.get(0);
    }

    /**
     * A style by its name; {@code default} and nothing mean the default one.
     *
     * @throws RequestException StyleNotDefined
     */
    MapStyle style(Layer layer, String name, String parameter) {
        if (name.isEmpty() || name.equals("default")) {
            return catalogue.style(layer);
        }
        return catalogue
                .findStyle(layer, name)
                .orElseThrow(() -> RequestException.of(
                        "StyleNotDefined",
                        parameter,
                        "Lớp " + layer.name() + " không có kiểu này; có: "
                                + String.join(", ", catalogue.styles(layer).keySet()),
                        "the layer " + layer.name() + " has no such style; it has "
                                + String.join(", ", catalogue.styles(layer).keySet())));
    }

    /** The properties that a stranger's style may look at. */
    Predicate<String> publicProperties(Layer layer) {
        List<String> names = Property.list(layer, catalogue::getLayer).stream()
                .filter(Audience.PUBLIC::sees)
                .map(Property::name)
                .toList();
        return names::contains;
    }
}
