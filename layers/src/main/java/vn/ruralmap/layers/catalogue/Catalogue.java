package vn.ruralmap.layers.catalogue;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.style.MapStyle;

/**
 * Everything that is published.
 *
 * @param service the map as a whole
 * @param layers in drawing order, bottom first; a layer that others refer to may stand anywhere
 * @param styles by layer name, then by style name, the default one first
 * @param groups of layers; each layer is in one of them at most
 */
public record Catalogue(
        ServiceDescription service,
        List<Layer> layers,
        Map<String, Map<String, MapStyle>> styles,
        List<LayerGroup> groups) {

    public Catalogue {
        layers = List.copyOf(layers);
        Map<String, Map<String, MapStyle>> copy = new HashMap<>();
        styles.forEach((layer, byName) -> copy.put(layer, Collections.unmodifiableMap(new LinkedHashMap<>(byName))));
        styles = Map.copyOf(copy);
        groups = List.copyOf(groups);
    }

    /**
     * The map as a whole.
     *
     * @param name of the group of all layers; no layer has the same
     * @param title of every service
     * @param description one or two sentences
     * @param organisation who answers for it; may be empty
     * @param email of the contact; may be empty
     * @param illustrative shown wherever data of the shipped sample are
     * @param labels texts of the background, such as names of islands and seas
     * @param featured names of the layers that people come for, listed first
     */
    public record ServiceDescription(
            String name,
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

    /** The kinds of geometry that features of a layer have; a derived layer has those of its source. */
    public Set<GeometryKind> geometryKinds(Layer layer) {
        Layer.Derivation derivation = layer.derivation();
        return (derivation == null ? layer : getLayer(derivation.source())).geometryKinds();
    }

    /** @throws IllegalArgumentException if there is no such layer */
    public Layer getLayer(String name) {
        return findLayer(name).orElseThrow(() -> new IllegalArgumentException("no layer " + name));
    }

    /** The default style. */
    public MapStyle style(Layer layer) {
        return styles(layer).values().iterator().next();
    }

    /** All styles of a layer by name, the default one first. */
    public Map<String, MapStyle> styles(Layer layer) {
        return Objects.requireNonNull(styles.get(layer.name()));
    }

    public Optional<MapStyle> findStyle(Layer layer, String name) {
        return Optional.ofNullable(styles(layer).get(name));
    }

    /** All layers as one, the whole map. */
    public LayerGroup whole() {
        return new LayerGroup(service.name(), service.title(), layers);
    }

    /** A group by its name, the whole map too. */
    public Optional<LayerGroup> findGroup(String name) {
        return Stream.concat(Stream.of(whole()), groups.stream())
                .filter(group -> group.name().equals(name))
                .findFirst();
    }

    /** A picture that some style uses, by the name it has there: {@code symbols/farm.svg}. */
    public Optional<byte[]> findSymbol(String name) {
        return styles.values().stream()
                .flatMap(byName -> byName.values().stream())
                .map(style -> style.symbols().get(name))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
