package vn.ruralmap.layers.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.jdbc.FeatureTable;

/**
 * Makes the tables fit the catalogue: new layers and new attributes are added, nothing is ever dropped; an attribute
 * whose type was changed is refused.
 */
final class LayerTables {

    private final Connection connection;

    private LayerTables(Connection connection) {
        this.connection = connection;
    }

    static void fit(Connection connection, Catalogue catalogue) throws SQLException {
        LayerTables tables = new LayerTables(connection);
        for (Layer layer : catalogue.layers()) {
            FeatureTable table = GeoPackageDialect.table(layer);
            if (tables.listColumns(layer.name()).isEmpty()) {
                tables.create(table);
            } else {
                tables.addMissingColumns(layer.name(), layer);
                tables.addMissingColumns(layer.name() + "_history", layer);
                tables.fitGeometryType(layer);
            }
            tables.createIndexes(table);
            tables.guard(layer.name());
            tables.guard(layer.name() + "_history");
        }
    }

    private void create(FeatureTable table) throws SQLException {
        Layer layer = table.layer();
        String name = layer.name();
        String attributes = attributeColumns(layer);
        String geometry = layer.isDerived() ? "" : "geom " + geometryType(layer) + ",";
        execute("CREATE TABLE %s (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, %s version INTEGER NOT NULL,"
                        .formatted(table.table(), geometry)
                + " valid_from DATE NOT NULL, valid_to DATE, decision TEXT" + attributes + ")");
        execute("CREATE TABLE %s (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, %s fid INTEGER NOT NULL,"
                        .formatted(table.historyTable(), geometry)
                + " version INTEGER NOT NULL, changeset INTEGER NOT NULL, deleted BOOLEAN NOT NULL,"
                + " valid_from DATE NOT NULL, valid_to DATE, decision TEXT" + attributes + ", UNIQUE (fid, version))");
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO ruralmap_layers (layer) VALUES (?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, name);
            insert.execute();
        }
        describe(layer, name, layer.title().vi(), layer.description().vi());
        describe(layer, name + "_history", layer.title().vi() + " (lịch sử)", "Mọi phiên bản của lớp " + name);
        if (!layer.isDerived()) {
            createSpatialIndex(name);
        }
    }

    /** For the rules over many rows, {@link TableRules}, which look up what a changeset touched. */
    private void createIndexes(FeatureTable table) throws SQLException {
        Layer layer = table.layer();
        execute("CREATE INDEX IF NOT EXISTS \"%s_history.changeset\" ON %s (changeset)"
                .formatted(layer.name(), table.historyTable()));
        for (Attribute attribute : layer.attributes()) {
            if (attribute.isUnique() || attribute.type() == AttributeType.REFERENCE) {
                execute("CREATE INDEX IF NOT EXISTS \"%1$s.%2$s\" ON \"%1$s\" (\"%2$s\")"
                        .formatted(layer.name(), attribute.name()));
            }
        }
    }

    /** A layer may take more kinds of geometry than before; whether it has geometry at all is for ever. */
    private void fitGeometryType(Layer layer) throws SQLException {
        boolean hasGeometry = listColumns(layer.name()).containsKey("geom");
        if (hasGeometry == layer.isDerived()) {
            throw new StoreException(
                    "danh mục và kho dữ liệu không khớp về hình học của lớp " + layer.name()
                            + ": hãy đặt tên khác cho lớp",
                    "the catalogue says that layer " + layer.name()
                            + (hasGeometry
                                    ? " is derived, the store has it with"
                                    : " has geometry, the store has it without")
                            + " geometry of its own: give the layer another name");
        }
        if (layer.isDerived()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE gpkg_geometry_columns SET"
                + " geometry_type_name = 'GEOMETRY' WHERE table_name IN (?, ?) AND geometry_type_name <> ?")) {
            update.setString(1, layer.name());
            update.setString(2, layer.name() + "_history");
            update.setString(3, geometryType(layer));
            update.executeUpdate();
        }
    }

    private static String attributeColumns(Layer layer) {
        StringBuilder columns = new StringBuilder();
        for (Attribute attribute : layer.attributes()) {
            columns.append(", ")
                    .append(FeatureTable.quoted(attribute.name()))
                    .append(' ')
                    .append(sqlType(attribute.type()));
        }
        return columns.toString();
    }

    private static String sqlType(AttributeType type) {
        return switch (type) {
            case TEXT, CODE -> "TEXT";
            case INTEGER, REFERENCE -> "INTEGER";
            case DECIMAL -> "DOUBLE";
            case DATE -> "DATE";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    private static String geometryType(Layer layer) {
        Set<GeometryKind> kinds = layer.geometryKinds();
        if (kinds.size() > 1) {
            return "GEOMETRY";
        }
        return switch (kinds.iterator().next()) {
            case POINT -> "POINT";
            case LINE -> "MULTILINESTRING";
            case POLYGON -> "MULTIPOLYGON";
        };
    }

    private void describe(Layer layer, String table, String title, String description) throws SQLException {
        try (PreparedStatement contents = connection.prepareStatement(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
                        + " VALUES (?, ?, ?, ?, ?)")) {
            contents.setString(1, table);
            contents.setString(2, layer.isDerived() ? "attributes" : "features");
            contents.setString(3, table + ": " + title);
            contents.setString(4, description);
            contents.setObject(5, layer.isDerived() ? null : 4326);
            contents.execute();
        }
        if (layer.isDerived()) {
            return;
        }
        try (PreparedStatement column =
                connection.prepareStatement("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)")) {
            column.setString(1, table);
            column.setString(2, geometryType(layer));
            column.execute();
        }
    }

    /** OGC 12-128r17 annex F.3, RTree Spatial Indexes. */
    private void createSpatialIndex(String table) throws SQLException {
        try (PreparedStatement extension =
                connection.prepareStatement("INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',"
                        + " 'http://www.geopackage.org/spec/#extension_rtree', 'write-only')")) {
            extension.setString(1, table);
            extension.execute();
        }
        String index = "\"rtree_" + table + "_geom\"";
        String has = "NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom)";
        String hasNot = "NEW.geom IS NULL OR ST_IsEmpty(NEW.geom)";
        String put = "INSERT OR REPLACE INTO " + index
                + " VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));";
        String drop = "DELETE FROM " + index + " WHERE id = OLD.fid;";
        execute("CREATE VIRTUAL TABLE " + index + " USING rtree(id, minx, maxx, miny, maxy)");
        rtreeTrigger(table, "insert", "AFTER INSERT ON", has, put);
        rtreeTrigger(table, "update1", "AFTER UPDATE OF geom ON", "OLD.fid = NEW.fid AND (" + has + ")", put);
        rtreeTrigger(table, "update2", "AFTER UPDATE OF geom ON", "OLD.fid = NEW.fid AND (" + hasNot + ")", drop);
        rtreeTrigger(table, "update3", "AFTER UPDATE ON", "OLD.fid != NEW.fid AND (" + has + ")", drop + put);
        rtreeTrigger(
                table,
                "update4",
                "AFTER UPDATE ON",
                "OLD.fid != NEW.fid AND (" + hasNot + ")",
                "DELETE FROM " + index + " WHERE id IN (OLD.fid, NEW.fid);");
        rtreeTrigger(table, "delete", "AFTER DELETE ON", "OLD.geom NOT NULL", drop);
    }

    private void rtreeTrigger(String table, String name, String event, String when, String action) throws SQLException {
        execute("CREATE TRIGGER \"rtree_%1$s_geom_%2$s\" %3$s \"%1$s\" WHEN (%4$s) BEGIN %5$s END"
                .formatted(table, name, event, when, action));
    }

    private void guard(String table) throws SQLException {
        for (String event : List.of("INSERT", "UPDATE", "DELETE")) {
            execute(("CREATE TRIGGER IF NOT EXISTS \"guard_%1$s_%2$s\" BEFORE %2$s ON \"%1$s\""
                            + " WHEN NOT EXISTS (SELECT 1 FROM ruralmap_transaction)"
                            + " BEGIN SELECT RAISE(ABORT, 'Chỉ sửa qua ruralmap (import, trình sửa bản đồ)."
                            + " Edit through ruralmap only: its import or its editor.'); END")
                    .formatted(table, event));
        }
    }

    private void addMissingColumns(String table, Layer layer) throws SQLException {
        Map<String, String> present = listColumns(table);
        List<String> missing = new ArrayList<>();
        for (Attribute attribute : layer.attributes()) {
            String wanted = sqlType(attribute.type());
            String found = present.get(attribute.name());
            if (found == null) {
                missing.add(FeatureTable.quoted(attribute.name()) + " " + wanted);
            } else if (!found.equals(wanted)) {
                throw new StoreException(
                        "thuộc tính '" + attribute.name() + "' của lớp " + layer.name() + " là " + wanted
                                + " trong danh mục nhưng là " + found
                                + " trong kho dữ liệu: hãy đặt tên khác, hoặc để kiểu cũ",
                        "the catalogue says that '" + attribute.name() + "' of layer " + layer.name()
                                + " is " + wanted + ", the store has it as " + found
                                + ": give the attribute another name, or its former type");
            }
        }
        for (String column : missing) {
            execute("ALTER TABLE " + FeatureTable.quoted(table) + " ADD COLUMN " + column);
        }
    }

    private Map<String, String> listColumns(String table) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT name, type FROM pragma_table_info(?)")) {
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
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
