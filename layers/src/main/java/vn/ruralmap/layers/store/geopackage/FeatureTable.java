package vn.ruralmap.layers.store.geopackage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;

/**
 * The two tables of a layer: the features as they are, and every version they ever had.
 *
 * <p>Rows are bound and read in the order of {@link #columns()}: fid, version, valid_from, valid_to, decision, geom
 * (unless derived), then the attributes. Not for concurrent use.
 */
final class FeatureTable {

    private static final int GEOMETRY_COLUMN = 6;

    private final Layer layer;
    private final GeometryBlob blobs = new GeometryBlob();
    /** One instance for each of the few values of a code list, instead of one per row. */
    private final Map<String, String> codes = new HashMap<>();

    FeatureTable(Layer layer) {
        this.layer = layer;
    }

    Layer layer() {
        return layer;
    }

    String table() {
        return quoted(layer.name());
    }

    String historyTable() {
        return quoted(layer.name() + "_history");
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }

    /** The names of the columns that hold a feature, each behind a prefix such as {@code h.}. */
    String columnList(String prefix) {
        return columns().stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }

    List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("fid", "version", "valid_from", "valid_to", "decision"));
        if (!layer.isDerived()) {
            columns.add("geom");
        }
        layer.attributes().forEach(attribute -> columns.add(quoted(attribute.name())));
        return columns;
    }

    String columnList() {
        return String.join(", ", columns());
    }

    private String placeholders() {
        return String.join(", ", Collections.nCopies(columns().size(), "?"));
    }

    String insertSql() {
        return "INSERT INTO " + table() + " (" + columnList() + ") VALUES (" + placeholders() + ")";
    }

    String updateSql() {
        return "UPDATE " + table() + " SET (" + columnList() + ") = (" + placeholders() + ") WHERE fid = ?";
    }

    String deleteSql() {
        return "DELETE FROM " + table() + " WHERE fid = ?";
    }

    /** Parameters: changeset, deleted, then the row. */
    String insertHistorySql() {
        return "INSERT INTO " + historyTable() + " (changeset, deleted, " + columnList() + ") VALUES (?, ?, "
                + placeholders() + ")";
    }

    /** @param first index of the parameter that takes the fid. @return the index after the row's last parameter */
    int bind(PreparedStatement statement, int first, Feature feature) throws SQLException {
        int i = first;
        statement.setLong(i++, feature.fid());
        statement.setInt(i++, feature.version());
        statement.setString(i++, feature.validity().from().toString());
        LocalDate to = feature.validity().to();
        statement.setString(i++, to == null ? null : to.toString());
        statement.setString(i++, feature.decision());
        if (!layer.isDerived()) {
            Geometry geometry = feature.geometry();
            statement.setBytes(i++, geometry == null ? null : blobs.encode(geometry));
        }
        for (Object value : feature.values()) {
            statement.setObject(i++, toSql(value));
        }
        return i;
    }

    private static @Nullable Object toSql(@Nullable Object value) {
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        return value instanceof LocalDate date ? date.toString() : value;
    }

    /** @param first index of the column that holds the fid */
    Feature read(ResultSet rows, int first) throws SQLException {
        int shift = first - 1;
        Geometry geometry = null;
        int column = first + GEOMETRY_COLUMN - 1;
        if (!layer.isDerived()) {
            byte[] blob = rows.getBytes(column++);
            geometry = blob == null ? null : blobs.decode(blob);
        }
        List<@Nullable Object> values = new ArrayList<>(layer.attributes().size());
        for (Attribute attribute : layer.attributes()) {
            values.add(fromSql(attribute, rows, column++));
        }
        return new Feature(
                rows.getLong(shift + 1),
                rows.getInt(shift + 2),
                new Validity(LocalDate.parse(rows.getString(shift + 3)), date(rows.getString(shift + 4))),
                rows.getString(shift + 5),
                values,
                geometry);
    }

    private @Nullable Object fromSql(Attribute attribute, ResultSet rows, int column) throws SQLException {
        return switch (attribute.type()) {
            case TEXT -> rows.getString(column);
            case CODE -> code(rows.getString(column));
            case INTEGER, REFERENCE -> orNull(rows.getLong(column), rows);
            case DECIMAL -> orNull(rows.getDouble(column), rows);
            case BOOLEAN -> orNull(rows.getInt(column) != 0, rows);
            case DATE -> date(rows.getString(column));
        };
    }

    private static @Nullable Object orNull(Object value, ResultSet rows) throws SQLException {
        return rows.wasNull() ? null : value;
    }

    private @Nullable String code(@Nullable String text) {
        return text == null ? null : codes.computeIfAbsent(text, key -> key);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    static String sqlType(AttributeType type) {
        return switch (type) {
            case TEXT, CODE -> "TEXT";
            case INTEGER, REFERENCE -> "INTEGER";
            case DECIMAL -> "DOUBLE";
            case DATE -> "DATE";
            case BOOLEAN -> "BOOLEAN";
        };
    }
}
