package vn.ruralmap.layers.store;

import java.util.List;
import vn.ruralmap.layers.model.Layer;

/**
 * A layer as the tables of a store have it.
 *
 * @param layer with those attributes of the catalogue that have a column; without any if the catalogue lacks the layer
 * @param revision the last changeset that changed it, as the store remembers it; 0: none
 * @param isInCatalogue false: only what every layer has can be read
 * @param unknownColumns columns that the catalogue does not know
 * @param missingColumns attributes of the catalogue that have no column yet
 */
public record StoredLayer(
        Layer layer, long revision, boolean isInCatalogue, List<String> unknownColumns, List<String> missingColumns) {

    public StoredLayer {
        unknownColumns = List.copyOf(unknownColumns);
        missingColumns = List.copyOf(missingColumns);
    }

    public String name() {
        return layer.name();
    }
}
