package vn.ruralmap.server.formats;

import java.util.List;

/** Fixed tables and triggers of GeoPackage 1.3 (OGC 12-128r17, annexes C, F.3 and F.9), as that standard writes them. */
final class GeoPackageSql {

    static final List<String> CORE = List.of(
            "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,"
                    + " organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,"
                    + " description TEXT)",
            "INSERT INTO gpkg_spatial_ref_sys VALUES"
                    + " ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),"
                    + " ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL)",
            "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,"
                    + " identifier TEXT UNIQUE, description TEXT DEFAULT '',"
                    + " last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
                    + " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,"
                    + " CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
                    + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,"
                    + " m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
                    + " CONSTRAINT uk_gc_table_name UNIQUE (table_name),"
                    + " CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
                    + " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))",
            "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,"
                    + " definition TEXT NOT NULL, scope TEXT NOT NULL,"
                    + " CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))");

    static final List<String> SCHEMA = List.of(
            "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT,"
                    + " description TEXT, mime_type TEXT, constraint_name TEXT,"
                    + " CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),"
                    + " CONSTRAINT gdc_tn UNIQUE (table_name, name))",
            "CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL,"
                    + " value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN,"
                    + " description TEXT,"
                    + " CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))",
            "INSERT INTO gpkg_extensions VALUES ('gpkg_data_columns', NULL, 'gpkg_schema',"
                    + " 'http://www.geopackage.org/spec121/#extension_schema', 'read-write'),"
                    + " ('gpkg_data_column_constraints', NULL, 'gpkg_schema',"
                    + " 'http://www.geopackage.org/spec121/#extension_schema', 'read-write')");

    private GeoPackageSql() {}

    static List<String> rtreeTriggers(String table, String geometry, String index) {
        String put = "INSERT OR REPLACE INTO \"%3$s\" VALUES (NEW.fid, ST_MinX(NEW.\"%2$s\"), ST_MaxX(NEW.\"%2$s\"),"
                + " ST_MinY(NEW.\"%2$s\"), ST_MaxY(NEW.\"%2$s\")); END";
        String drop = "DELETE FROM \"%3$s\" WHERE id = OLD.fid; ";
        String has = "(NEW.\"%2$s\" NOT NULL AND NOT ST_IsEmpty(NEW.\"%2$s\"))";
        String hasNot = "(NEW.\"%2$s\" ISNULL OR ST_IsEmpty(NEW.\"%2$s\"))";
        return List.of(
                        "CREATE TRIGGER \"%3$s_insert\" AFTER INSERT ON \"%1$s\" WHEN " + has + " BEGIN " + put,
                        "CREATE TRIGGER \"%3$s_update1\" AFTER UPDATE OF \"%2$s\" ON \"%1$s\" WHEN OLD.fid = NEW.fid AND "
                                + has + " BEGIN " + put,
                        "CREATE TRIGGER \"%3$s_update2\" AFTER UPDATE OF \"%2$s\" ON \"%1$s\" WHEN OLD.fid = NEW.fid AND "
                                + hasNot + " BEGIN " + drop + "END",
                        "CREATE TRIGGER \"%3$s_update3\" AFTER UPDATE ON \"%1$s\" WHEN OLD.fid != NEW.fid AND " + has
                                + " BEGIN " + drop + put,
                        "CREATE TRIGGER \"%3$s_update4\" AFTER UPDATE ON \"%1$s\" WHEN OLD.fid != NEW.fid AND " + hasNot
                                + " BEGIN DELETE FROM \"%3$s\" WHERE id IN (OLD.fid, NEW.fid); END",
                        "CREATE TRIGGER \"%3$s_delete\" AFTER DELETE ON \"%1$s\" WHEN OLD.\"%2$s\" NOT NULL BEGIN "
                                + drop + "END")
                .stream()
                .map(sql -> sql.formatted(table, geometry, index))
                .toList();
    }
}
