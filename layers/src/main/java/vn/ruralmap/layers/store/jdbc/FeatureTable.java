package vn.ruralmap.layers.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;

/**
 * The two tables of a layer: the features as they are, and every version they ever had.
 *
 * <p>Rows are written and read in the order of {@link #columns()}: fid, version, valid_from, valid_to, decision, geom
 * (unless derived), then the attributes. Not for concurrent use.
 */
public final class FeatureTable {

    private static final int GEOMETRY_COLUMN = 6;

    private final Layer layer;
    private final Dialect dialect;
    /** One instance for each of the few values of a code list, instead of one per row. */
    private final Map<String, String> codes = new HashMap<>();

    public FeatureTable(Layer layer, Dialect dialect) {
        this.layer = layer;
        this.dialect = dialect;
    }

    public Layer layer() {
        return layer;
    }

    public String table() {
        return quoted(layer.name());
    }

    public String historyTable() {
        return quoted(layer.name() + "_history");
    }

    public static String quoted(String name) {
        return '"' + name + '"';
    }

    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("fid", "version", "valid_from", "valid_to", "decision"));
        if (!layer.isDerived()) {
            columns.add("geom");
        }
        layer.attributes().forEach(attribute -> columns.add(quoted(attribute.name())));
        return columns;
    }

    public String columnList() {
        return String.join(", ", columns());
    }

    /** What {@link #read} reads, each column behind a prefix such as {@code h.}; empty: none. */
    String selectList(String prefix) {
        return columns().stream()
                .map(column -> column.equals("geom") ? dialect.geometry(prefix + column) : prefix + column)
                .collect(Collectors.joining(", "));
    }

    /** @param first index of the column that holds the fid */
    Feature read(ResultSet rows, int first) throws SQLException {
        int shift = first - 1;
        Geometry geometry = null;
        int column = first + GEOMETRY_COLUMN - 1;
        if (!layer.isDerived()) {
            byte[] blob = rows.getBytes(column++);
            geometry = blob == null ? null : dialect.decode(blob);
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
            case BOOLEAN -> orNull(rows.getBoolean(column), rows);
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
}
