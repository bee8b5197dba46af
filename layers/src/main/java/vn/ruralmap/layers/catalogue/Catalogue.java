package vn.ruralmap.layers.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.style.MapStyle;

/**
 * Everything that is published.
 *
 * @param service the map as a whole
 * @param layers in drawing order, bottom first; a layer that others refer to may stand anywhere
 * @param styles by layer name
 */
public record Catalogue(ServiceDescription service, List<Layer> layers, Map<String, MapStyle> styles) {

    public Catalogue {
        layers = List.copyOf(layers);
        styles = Map.copyOf(styles);
    }

    /**
     * The map as a whole.
     *
     * @param title of every service
     * @param description one or two sentences
     * @param organisation who answers for it; may be empty
     * @param email of the contact; may be empty
     * @param illustrative shown wherever data of the shipped sample are
     * @param labels texts of the background, such as names of islands and seas
     * @param featured names of the layers that people come for, listed first
     */
    public record ServiceDescription(
            LocalizedText title,
            LocalizedText description,
            String organisation,
            String email,
            LocalizedText illustrative,
            List<BackgroundLabel> labels,
            List<String> featured) {
        public ServiceDescription {
            labels = List.copyOf(labels);
            featured = List.copyOf(featured);
        }
    }

    /**
     * A text of the background.
     *
     * @param lon longitude in degrees
     * @param lat latitude in degrees
     * @param minZoom Web Mercator zoom from which it is shown
     */
    public record BackgroundLabel(LocalizedText text, double lon, double lat, int minZoom) {}

    public Optional<Layer> findLayer(String name) {
        return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
    }

    /** @throws IllegalArgumentException if there is no such layer */
    public Layer getLayer(String name) {
        return findLayer(name).orElseThrow(() -> new IllegalArgumentException("no layer " + name));
    }

    public MapStyle style(Layer layer) {
        return Objects.requireNonNull(styles.get(layer.name()));
    }
}
