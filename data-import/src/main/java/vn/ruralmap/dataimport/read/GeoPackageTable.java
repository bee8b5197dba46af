package vn.ruralmap.dataimport.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.read.SourceField.Type;
import vn.ruralmap.layers.model.Issue;

/**
 * One table of a GeoPackage that can be imported. Only real tables and stored columns: a view or a column
 * that is computed can do so for ever.
 *
 * @param name of the table
 * @param geometryColumn null: attributes only
 * @param crs null: not declared
 * @param fields the other columns, but for binary ones
 */
record GeoPackageTable(
        String name,
        @Nullable String geometryColumn,
        @Nullable DeclaredCrs crs,
        List<SourceField> fields) {

    static GeoPackageTable choose(Connection connection, String file, ReadOptions options, List<Issue> issues)
            throws SQLException, UnreadableSourceException {
        if (!isTable(connection, "gpkg_contents") || !isTable(connection, "gpkg_spatial_ref_sys")) {
            throw new UnreadableSourceException(
                    "NOT_A_GEOPACKAGE",
                    file
                            + " là cơ sở dữ liệu SQLite nhưng không phải GeoPackage (không có bảng gpkg_contents). Xuất lại.",
                    file
                            + " is an SQLite database but no GeoPackage (it has no table gpkg_contents). Export it again.");
        }
        for (String table : List.of("gpkg_contents", "gpkg_spatial_ref_sys", "gpkg_geometry_columns")) {
            requireStored(connection, table, null, file);
        }
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_name FROM (SELECT table_name, data_type"
                        + " FROM gpkg_contents NOT INDEXED LIMIT 100000)"
                        + " WHERE data_type IN ('features', 'attributes') ORDER BY data_type DESC, table_name")) {
            while (rows.next() && names.size() < 1_000) {
                String name = rows.getString(1);
                if (name != null) {
                    names.add(name);
                }
            }
        }
        String name = choose(names, file, options.member());
        if (!isTable(connection, name)) {
            throw new UnreadableSourceException(
                    "GPKG_NO_TABLE",
                    file + ": “" + name + "” không phải là bảng (có thể là view). Lưu nó thành bảng rồi gửi lại.",
                    file + ": “" + name + "” is no table (perhaps a view). Save it as a table.");
        }
        return describe(connection, name, file, options, issues);
    }

    private static String choose(List<String> names, String file, @Nullable String member)
            throws UnreadableSourceException {
        if (names.isEmpty()) {
            throw new UnreadableSourceException(
                    "GPKG_EMPTY",
                    file + " không có lớp dữ liệu nào. Xuất lại lớp cần nhập.",
                    file + " holds no layer. Export the layer to be imported again.");
        }
        if (member == null) {
            if (names.size() > 1) {
                throw Refusals.chooseMember(file, names);
            }
            return names.get(0);
        }
        return names.stream()
                .filter(name -> name.equalsIgnoreCase(member))
                .findFirst()
                .orElseThrow(() -> Refusals.noSuchMember(file, member, names));
    }

    private static boolean isTable(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM sqlite_master"
                + " WHERE type = 'table' AND name = ? COLLATE NOCASE AND sql NOT LIKE 'CREATE VIRTUAL%'")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static GeoPackageTable describe(
            Connection connection, String name, String file, ReadOptions options, List<Issue> issues)
            throws SQLException, UnreadableSourceException {
        String geometryColumn = null;
        DeclaredCrs crs = null;
        if (isTable(connection, "gpkg_geometry_columns")) {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT g.column_name, s.organization, s.organization_coordsys_id, s.definition, g.srs_id"
                            + " FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id"
                            + " WHERE g.table_name = ? COLLATE NOCASE LIMIT 1")) {
                statement.setString(1, name);
                try (ResultSet rows = statement.executeQuery()) {
                    if (rows.next()) {
                        geometryColumn = rows.getString(1);
                        crs = crs(rows, issues);
                    }
                }
            }
        }
        if (geometryColumn != null) {
            requireStored(connection, name, geometryColumn, file);
        }
        return new GeoPackageTable(name, geometryColumn, crs, fields(connection, name, geometryColumn, options));
    }

    /** @param column null: all */
    private static void requireStored(Connection connection, String table, @Nullable String column, String file)
            throws SQLException, UnreadableSourceException {
        // 2: a generated column that is not stored
        try (PreparedStatement statement = connection.prepareStatement("SELECT name FROM pragma_table_xinfo(?1)"
                + " WHERE hidden = 2 AND (?2 IS NULL OR name = ?2 COLLATE NOCASE) LIMIT 1")) {
            statement.setString(1, table);
            statement.setString(2, column);
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    throw new UnreadableSourceException(
                            "GPKG_COMPUTED",
                            file + ": cột “" + rows.getString(1) + "” của bảng " + table
                                    + " được tính chứ không lưu. Lưu thành cột thường rồi gửi lại.",
                            file + ": column “" + rows.getString(1) + "” of table " + table
                                    + " is computed and not stored. Save it as a plain column.");
                }
            }
        }
    }

    private static @Nullable DeclaredCrs crs(ResultSet row, List<Issue> issues) throws SQLException {
        String organization = row.getString(2);
        int code = row.getInt(3);
        String definition = row.getString(4);
        if (code > 0 && "EPSG".equalsIgnoreCase(organization)) {
            return DeclaredCrs.ofCode("EPSG:" + code);
        }
        if (definition != null && definition.contains("[")) {
            return new DeclaredCrs(DeclaredCrs.Kind.WKT, definition.strip());
        }
        issues.add(ReadIssues.crsNotUnderstood("srs_id " + row.getString(5)));
        return null;
    }

    private static List<SourceField> fields(
            Connection connection, String table, @Nullable String geometryColumn, ReadOptions options)
            throws SQLException, UnreadableSourceException {
        List<SourceField> fields = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT name, type FROM pragma_table_info(?)")) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    String type = String.valueOf(rows.getString(2)).toUpperCase(Locale.ROOT);
                    if (!name.equalsIgnoreCase(geometryColumn) && !type.startsWith("BLOB")) {
                        fields.add(new SourceField(name, type(type), 0));
                    }
                }
            }
        }
        Refusals.requireFields(options.limits().fields(), fields.size());
        return fields;
    }

    /** OGC 12-128r19, table 1. */
    private static Type type(String declared) {
        return switch (declared.replaceAll("\\(.*", "").strip()) {
            case "BOOLEAN" -> Type.BOOLEAN;
            case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER" -> Type.INTEGER;
            case "FLOAT", "DOUBLE", "REAL" -> Type.DECIMAL;
            case "DATE" -> Type.DATE;
            default -> Type.TEXT;
        };
    }

    /** Names come from the schema of the file and are quoted, so that they stay names. */
    String select() {
        List<String> columns = new ArrayList<>();
        columns.add(geometryColumn == null ? "NULL" : quote(geometryColumn));
        fields.forEach(field -> columns.add(quote(field.name())));
        return "SELECT " + String.join(", ", columns) + " FROM " + quote(name) + " NOT INDEXED";
    }

    /** Counts rows by reading them, as an index may know of others. @param most at which counting ends */
    String count(long most) {
        return "SELECT count(*) FROM (SELECT 1 FROM " + quote(name) + " NOT INDEXED LIMIT " + most + ")";
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
