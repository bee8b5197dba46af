package vn.ruralmap.server.tiling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.support.RequestException;

/** Finds the layers and styles that a request names. */
public final class LayerChoice {

    private LayerChoice() {}

    /**
     * @param names bottom first
     * @param styles one for each name; fewer: the others as their layers come by default
     * @throws RequestException if there is no such layer or style
     */
    public static List<StyledView> find(Snapshot snapshot, List<String> names, List<String> styles, LocalDate date) {
        List<StyledView> found = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            Layer layer = layer(snapshot, names.get(i));
            MapStyle style = style(snapshot, layer, i < styles.size() ? styles.get(i) : "");
            found.add(new StyledView(snapshot.view(layer.name(), date), style));
        }
        return found;
    }

    private static Layer layer(Snapshot snapshot, String name) {
        String bare = name.startsWith("ntm:") ? name.substring(4) : name;
        return snapshot.catalogue()
                .findLayer(bare)
                .orElseThrow(() -> RequestException.of(
                        404,
                        "LayerNotDefined",
                        "layer",
                        "Không có lớp này; danh sách ở /api/catalogue",
                        "There is no such layer; /api/catalogue lists those there are"));
    }

    private static MapStyle style(Snapshot snapshot, Layer layer, String name) {
        return findStyle(snapshot, layer, name)
                .orElseThrow(() -> RequestException.of(
                        "StyleNotDefined",
                        "style",
                        "Lớp " + layer.name() + " không có kiểu này",
                        "The layer " + layer.name() + " has no such style"));
    }

    /** A style of a layer by its name; {@code default} and nothing mean the default one. */
    public static Optional<MapStyle> findStyle(Snapshot snapshot, Layer layer, String name) {
        return name.isEmpty() || name.equals("default")
                ? Optional.of(snapshot.catalogue().style(layer))
                : snapshot.catalogue().findStyle(layer, name);
    }
}
