package vn.ruralmap.server.formats;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.crs.WellKnownText;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.CodeEntry;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;

/** The tables of a GeoPackage of one layer (OGC 12-128r17: core, RTree spatial indexes F.3, schema F.9). */
final class GeoPackageTables implements AutoCloseable {

    private static final int APPLICATION_ID = 0x47504B47;
    private static final int VERSION = 10300;
    private static final int PAGE_BYTES = 4096;
    private static final int BATCH = 1_000;
    private static final String GEOMETRY = "geom";

    private final Connection connection;

    private GeoPackageTables(Connection connection) {
        this.connection = connection;
    }

    /** @param file that is empty or not there yet. @param maxBytes it may have */
    static GeoPackageTables create(Path file, long maxBytes) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = " + PAGE_BYTES);
            statement.execute("PRAGMA journal_mode = OFF");
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA max_page_count = " + maxBytes / PAGE_BYTES);
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + VERSION);
        }
        connection.setAutoCommit(false);
        return new GeoPackageTables(connection);
    }

    void write(FeatureTable table) throws SQLException {
        core(table.reference().system());
        List<Column> columns = columns(table);
        ShapeType type = ShapeType.of(table);
        String geometryType = type == ShapeType.MIXED ? "GEOMETRY" : type.name();
        execute(createTable(table.name(), columns, geometryType));
        String index = "rtree_" + table.name() + "_" + GEOMETRY;
        execute("CREATE VIRTUAL TABLE \"" + index + "\" USING rtree(id, minx, maxx, miny, maxy)");
        Envelope bounds = rows(table, columns, index);
        contents(table, geometryType, bounds);
        triggers(table.name(), index);
        schema(table, columns);
        connection.commit();
    }

    /** The fid is the primary key, whether it was asked for or not. */
    private static List<Column> columns(FeatureTable table) {
        return table.columns().stream()
                .filter(column -> column.property().origin() != Property.Origin.FID)
                .toList();
    }

    private void core(CoordinateSystem system) throws SQLException {
        for (String sql : GeoPackageSql.CORE) {
            execute(sql);
        }
        system(CoordinateSystems.EPSG4326);
        if (EpsgCode.of(system) != EpsgCode.of(CoordinateSystems.EPSG4326)) {
            system(system);
        }
    }

    private void system(CoordinateSystem system) throws SQLException {
        update(
                "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
                system.name(),
                EpsgCode.of(system),
                EpsgCode.of(system),
                WellKnownText.ogc(system));
    }

    private static String createTable(String name, List<Column> columns, String geometryType) {
        StringBuilder sql = new StringBuilder("CREATE TABLE \"" + name + "\" (fid INTEGER PRIMARY KEY NOT NULL");
        for (Column column : columns) {
            sql.append(", \"").append(column.name()).append("\" ").append(sqlType(column.type()));
        }
        return sql.append(", ")
                .append(GEOMETRY)
                .append(' ')
                .append(geometryType)
                .append(')')
                .toString();
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

    /** @return the box around all of them */
    private Envelope rows(FeatureTable table, List<Column> columns, String index) throws SQLException {
        Envelope bounds = new Envelope();
        GeoPackageGeometry encoder =
                new GeoPackageGeometry(EpsgCode.of(table.reference().system()));
        String marks = "?, ".repeat(columns.size() + 1) + "?";
        try (PreparedStatement row =
                        connection.prepareStatement("INSERT INTO \"" + table.name() + "\" VALUES (" + marks + ")");
                PreparedStatement box =
                        connection.prepareStatement("INSERT INTO \"" + index + "\" VALUES (?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (Feature feature : table.features()) {
                row.setLong(1, feature.fid());
                for (int i = 0; i < columns.size(); i++) {
                    row.setObject(i + 2, sqlValue(table.value(feature, columns.get(i))));
                }
                Geometry geometry = table.geometry(feature);
                row.setBytes(columns.size() + 2, geometry == null ? null : encoder.encode(geometry));
                row.addBatch();
                if (geometry != null) {
                    Envelope own = geometry.getEnvelopeInternal();
                    bounds.expandToInclude(own);
                    box.setLong(1, feature.fid());
                    box.setDouble(2, own.getMinX());
                    box.setDouble(3, own.getMaxX());
                    box.setDouble(4, own.getMinY());
                    box.setDouble(5, own.getMaxY());
                    box.addBatch();
                }
                if (++waiting % BATCH == 0) {
                    row.executeBatch();
                    box.executeBatch();
                }
            }
            row.executeBatch();
            box.executeBatch();
        }
        return bounds;
    }

    private static @Nullable Object sqlValue(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return value == null || value instanceof Number ? value : value.toString();
    }

    private void contents(FeatureTable table, String geometryType, Envelope bounds) throws SQLException {
        boolean none = bounds.isNull();
        update(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y,"
                        + " srs_id) VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?)",
                table.name(),
                table.layer().title().in(table.language()),
                table.description(),
                none ? null : bounds.getMinX(),
                none ? null : bounds.getMinY(),
                none ? null : bounds.getMaxX(),
                none ? null : bounds.getMaxY(),
                EpsgCode.of(table.reference().system()));
        update(
                "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
                table.name(),
                GEOMETRY,
                geometryType,
                EpsgCode.of(table.reference().system()));
        update(
                "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index',"
                        + " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
                table.name(),
                GEOMETRY);
    }

    /** They keep the index right when somebody edits the file; they come after the rows, so that nothing is done twice. */
    private void triggers(String table, String index) throws SQLException {
        for (String sql : GeoPackageSql.rtreeTriggers(table, GEOMETRY, index)) {
            execute(sql);
        }
    }

    /** What columns are called, and what their codes mean. */
    private void schema(FeatureTable table, List<Column> columns) throws SQLException {
        for (String sql : GeoPackageSql.SCHEMA) {
            execute(sql);
        }
        Set<String> used = new HashSet<>();
        for (Column column : columns) {
            Attribute codes = column.codeList();
            String constraint = codes == null ? null : table.name() + "_" + column.name();
            String title = column.title().in(table.language());
            // GDAL and QGIS show the name, which must be unlike all others
            String name = used.add(title) ? title : title + " (" + column.name() + ")";
            update(
                    "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, NULL, NULL, ?)",
                    table.name(),
                    column.name(),
                    name,
                    title,
                    constraint);
            for (CodeEntry entry : codes == null ? List.<CodeEntry>of() : codes.codes()) {
                update(
                        "INSERT INTO gpkg_data_column_constraints VALUES (?, 'enum', ?, NULL, NULL, NULL, NULL, ?)",
                        constraint,
                        entry.code(),
                        entry.title().in(table.language()));
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
