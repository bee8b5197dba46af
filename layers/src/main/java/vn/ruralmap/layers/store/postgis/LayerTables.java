package vn.ruralmap.layers.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.StoreException;

/**
 * Makes the tables fit the catalogue: new layers and new attributes are added, nothing is ever dropped; an attribute
 * whose type was changed is refused.
 */
final class LayerTables {

    private final Connection connection;
    private final Catalogue catalogue;

    LayerTables(Connection connection, Catalogue catalogue) {
        this.connection = connection;
        this.catalogue = catalogue;
    }

    /** Within a transaction of the owner. Layers whose definition is the one they were last made to fit are left alone. */
    void fit() throws SQLException {
        if (changedLayers().isEmpty()) {
            return;
        }
        execute("SELECT ruralmap_lock()");
        // another node may have done it meanwhile
        List<Layer> changed = changedLayers();
        for (Layer layer : changed) {
            if (listColumns(layer.name()).isEmpty()) {
                create(layer);
            } else {
                addMissingColumns(layer.name(), layer);
                addMissingColumns(layer.name() + "_history", layer);
                fitGeometryType(layer);
            }
        }
        for (Layer layer : changed) {
            for (String statement : statements(layer)) {
                execute(layer, statement);
            }
            remember(layer);
        }
    }

    /** @throws StoreException if a layer or an attribute has no table or column, or one of another type */
    void demandFit() throws SQLException {
        for (Layer layer : catalogue.layers()) {
            Map<String, String> present = listColumns(layer.name());
            boolean fits = !present.isEmpty() && missingColumns(layer, present).isEmpty();
            if (!fits) {
                throw new StoreException(
                        "bảng của lớp " + layer.name()
                                + " chưa khớp với danh mục lớp: hãy chạy ruralmap một lần bằng tài"
                                + " khoản có vai trò ruralmap_owner",
                        "the table of layer " + layer.name()
                                + " does not fit the catalogue yet: run ruralmap once with a"
                                + " login that has the role ruralmap_owner");
            }
        }
    }

    private List<String> statements(Layer layer) {
        List<String> statements = new ArrayList<>(LayerRules.statements(layer));
        statements.addAll(LayerViews.statements(layer));
        return statements;
    }

    /** Those whose tables were last made to fit another definition. */
    List<Layer> changedLayers() throws SQLException {
        Map<String, String> known = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT layer, definition FROM ruralmap_layers");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                known.put(rows.getString(1), Objects.requireNonNullElse(rows.getString(2), ""));
            }
        }
        return catalogue.layers().stream()
                .filter(layer -> !definition(layer).equals(known.get(layer.name())))
                .toList();
    }

    private String definition(Layer layer) {
        return createSql(layer, layer.name(), "") + ";\n" + String.join(";\n", statements(layer));
    }

    private void remember(Layer layer) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO ruralmap_layers (layer, definition)"
                + " VALUES (?, ?) ON CONFLICT (layer) DO UPDATE SET definition = excluded.definition")) {
            insert.setString(1, layer.name());
            insert.setString(2, definition(layer));
            insert.execute();
        }
    }

    private void create(Layer layer) throws SQLException {
        execute(createSql(
                layer,
                layer.name(),
                // people who insert in SQL or QGIS leave these out; triggers fill them in
                "fid bigint PRIMARY KEY DEFAULT 0, version integer NOT NULL DEFAULT 1, changeset bigint NOT NULL DEFAULT 0,"
                        + " valid_from date NOT NULL DEFAULT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date"));
        execute(createSql(
                layer,
                layer.name() + "_history",
                "fid bigint NOT NULL, version integer NOT NULL, changeset bigint NOT NULL, deleted boolean NOT NULL,"
                        + " valid_from date"));
        execute(("ALTER TABLE \"%1$s_history\" ADD PRIMARY KEY (fid, version);"
                        + " CREATE INDEX \"%1$s_history_changeset\" ON \"%1$s_history\" (changeset)")
                .formatted(layer.name()));
        if (!layer.isDerived()) {
            execute(
                    "ALTER TABLE \"%1$s\" ALTER geom SET NOT NULL; CREATE INDEX \"%1$s_geom\" ON \"%1$s\" USING gist (geom)"
                            .formatted(layer.name()));
        }
    }

    private static String createSql(Layer layer, String table, String first) {
        StringBuilder sql =
                new StringBuilder("CREATE TABLE \"" + table + "\" (" + first).append(", valid_to date, decision text");
        if (!layer.isDerived()) {
            sql.append(", geom ").append(geometryType(layer));
        }
        for (Attribute attribute : layer.attributes()) {
            sql.append(", \"").append(attribute.name()).append("\" ").append(PostgisDialect.sqlType(attribute.type()));
        }
        return sql.append(')').toString();
    }

    private static String geometryType(Layer layer) {
        Set<GeometryKind> kinds = layer.geometryKinds();
        String type = kinds.size() > 1
                ? "Geometry"
                : switch (kinds.iterator().next()) {
                    case POINT -> "Point";
                    case LINE -> "MultiLineString";
                    case POLYGON -> "MultiPolygon";
                };
        return "geometry(" + type + ",4326)";
    }

    /** A layer may take more kinds of geometry than before; whether it has geometry at all is for ever. */
    private void fitGeometryType(Layer layer) throws SQLException {
        String present = listColumns(layer.name()).get("geom");
        if ((present == null) != layer.isDerived()) {
            throw new StoreException(
                    "danh mục và kho dữ liệu không khớp về hình học của lớp " + layer.name()
                            + ": hãy đặt tên khác cho lớp",
                    "the catalogue says that layer " + layer.name()
                            + (present == null
                                    ? " has geometry, the store has it without"
                                    : " is derived, the store has it with")
                            + " geometry of its own: give the layer another name");
        }
        if (present == null || present.equals(geometryType(layer)) || present.startsWith("geometry(Geometry")) {
            return;
        }
        execute(layer, LayerViews.dropSql(layer));
        for (String table : List.of(layer.name(), layer.name() + "_history")) {
            execute("ALTER TABLE \"" + table + "\" ALTER geom TYPE geometry(Geometry,4326)");
        }
    }

    private void addMissingColumns(String table, Layer layer) throws SQLException {
        for (String column : missingColumns(layer, listColumns(table))) {
            execute("ALTER TABLE \"" + table + "\" ADD COLUMN " + column);
        }
    }

    private static List<String> missingColumns(Layer layer, Map<String, String> present) {
        List<String> missing = new ArrayList<>();
        for (Attribute attribute : layer.attributes()) {
            String wanted = PostgisDialect.sqlType(attribute.type());
            String found = present.get(attribute.name());
            if (found == null) {
                missing.add("\"" + attribute.name() + "\" " + wanted);
            } else if (!found.equals(wanted)) {
                throw new StoreException(
                        "thuộc tính '" + attribute.name() + "' của lớp " + layer.name() + " là " + wanted
                                + " trong danh mục nhưng là " + found
                                + " trong kho dữ liệu: hãy đặt tên khác, hoặc để kiểu cũ",
                        "the catalogue says that '" + attribute.name() + "' of layer " + layer.name() + " is "
                                + wanted + ", the store has it as " + found
                                + ": give the attribute another name, or its former type");
            }
        }
        return missing;
    }

    private Map<String, String> listColumns(String table) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid ="
                        + " to_regclass('ruralmap.' || quote_ident(?)) AND attnum > 0 AND NOT attisdropped"
                        + " ORDER BY attnum")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return columns;
    }

    private void execute(String sql) throws SQLException {
        execute(null, sql);
    }

    private void execute(@Nullable Layer layer, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            // class 23: the data break a new rule; 2BP01: views of the administrator stand in the way
            String state = Objects.requireNonNullElse(e.getSQLState(), "");
            if (layer != null && (state.startsWith("23") || state.equals("2BP01"))) {
                throw new StoreException(
                        "lớp " + layer.name() + " không khớp được với danh mục lớp: " + e.getMessage(),
                        "layer " + layer.name() + " cannot be made to fit the catalogue: " + e.getMessage(),
                        e);
            }
            throw e;
        }
    }
}
