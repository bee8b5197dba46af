package vn.ruralmap.layers.catalogue;

import java.util.List;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Layers that can be asked for by one name.
 *
 * @param name no layer has the same
 * @param title for people
 * @param layers in drawing order, bottom first; at least one
 */
public record LayerGroup(String name, LocalizedText title, List<Layer> layers) {
    public LayerGroup {
        layers = List.copyOf(layers);
    }
}
