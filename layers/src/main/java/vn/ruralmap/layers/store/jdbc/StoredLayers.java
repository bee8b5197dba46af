package vn.ruralmap.layers.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.StoredLayer;

/** Reads which layers have tables, and what of the catalogue is in them. */
final class StoredLayers {

    /** Columns that are no attributes; {@code id} and {@code changeset} are not in every table. */
    private static final Set<String> COMMON =
            Set.of("id", "fid", "version", "changeset", "deleted", "valid_from", "valid_to", "decision", "geom");

    private final Connection connection;
    private final @Nullable String schema;
    private final Catalogue catalogue;

    StoredLayers(Connection connection, @Nullable String schema, Catalogue catalogue) {
        this.connection = connection;
        this.schema = schema;
        this.catalogue = catalogue;
    }

    List<StoredLayer> list() throws SQLException {
        List<StoredLayer> layers = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT layer, revision FROM ruralmap_layers ORDER BY layer");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                layers.add(read(rows.getString(1), rows.getLong(2)));
            }
        }
        return List.copyOf(layers);
    }

    private StoredLayer read(String name, long revision) throws SQLException {
        Set<String> columns = columns(name);
        columns.retainAll(columns(name + "_history"));
        boolean hasGeometry = columns.contains("geom");
        Optional<Layer> known = catalogue.findLayer(name).filter(layer -> layer.isDerived() != hasGeometry);
        if (known.isEmpty()) {
            return new StoredLayer(bare(name, hasGeometry), revision, false, List.of(), List.of());
        }
        Layer layer = known.get();
        List<Attribute> present = layer.attributes().stream()
                .filter(attribute -> columns.contains(attribute.name()))
                .toList();
        List<String> missing = layer.attributes().stream()
                .map(Attribute::name)
                .filter(attribute -> !columns.contains(attribute))
                .toList();
        Set<String> unknown = new TreeSet<>(columns);
        unknown.removeAll(COMMON);
        present.forEach(attribute -> unknown.remove(attribute.name()));
        return new StoredLayer(
                missing.isEmpty() ? layer : with(layer, present), revision, true, List.copyOf(unknown), missing);
    }

    private Set<String> columns(String table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (ResultSet rows = connection.getMetaData().getColumns(null, schema, table, null)) {
            while (rows.next()) {
                // an underscore in a name stands for any character here
                if (rows.getString("TABLE_NAME").equals(table)) {
                    columns.add(rows.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }

    private static Layer with(Layer layer, List<Attribute> attributes) {
        return new Layer(
                layer.name(),
                layer.title(),
                layer.description(),
                layer.geometryKinds(),
                layer.coverage(),
                layer.disjoint(),
                attributes,
                layer.key(),
                layer.presentation(),
                layer.derivation());
    }

    /** What every layer has, so that its history can be followed without a catalogue. */
    private static Layer bare(String name, boolean hasGeometry) {
        return new Layer(
                name,
                LocalizedText.same(name),
                LocalizedText.same(""),
                hasGeometry ? Set.of(GeometryKind.values()) : Set.of(),
                false,
                false,
                List.of(),
                List.of(),
                new Layer.Presentation("", List.of(name), false),
                hasGeometry ? null : new Layer.Derivation("", "", Map.of(), Map.of()));
    }
}
