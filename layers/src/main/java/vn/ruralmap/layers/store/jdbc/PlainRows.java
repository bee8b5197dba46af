package vn.ruralmap.layers.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.store.StoreTable;

/** Reads the rows of a {@link StoreTable}. */
final class PlainRows {

    /** Databases keep JSON as text or change the order of its keys. */
    private static final JsonMapper ORDERED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final StoreTable table;
    private final Dialect dialect;

    PlainRows(StoreTable table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
    }

    String selectSql() {
        return "SELECT " + table.columnList() + " FROM " + table.name() + " ORDER BY "
                + table.columns().get(0).name();
    }

    List<@Nullable Object> read(ResultSet rows) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(table.columns().size());
        for (int i = 1; i <= table.columns().size(); i++) {
            String text = rows.getString(i);
            values.add(text == null ? null : value(table.columns().get(i - 1).type(), text, rows, i));
        }
        return values;
    }

    private Object value(StoreTable.Type type, String text, ResultSet rows, int column) throws SQLException {
        return switch (type) {
            case INTEGER -> Long.valueOf(text);
            case TEXT -> text;
            case TIME -> dialect.time(rows, column);
            case JSON -> ORDERED.writeValueAsString(ORDERED.readValue(text, Object.class));
        };
    }
}
