package vn.ruralmap.layers.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.store.StoreCursor;
import vn.ruralmap.layers.store.StoreException;

/**
 * The rows of a query, a few hundred of them at a time in memory.
 *
 * @param <T> what is made of a row
 */
final class RowCursor<T> implements StoreCursor<T> {

    /** Rows that a server sends at a time: few, since geometry may be large. */
    private static final int FETCH_SIZE = 200;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Reading<T> reading;
    private final Function<SQLException, StoreException> failure;

    /** Makes something of the row that a result is at. */
    interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private RowCursor(
            PreparedStatement statement,
            ResultSet rows,
            Reading<T> reading,
            Function<SQLException, StoreException> failure) {
        this.statement = statement;
        this.rows = rows;
        this.reading = reading;
        this.failure = failure;
    }

    static <T> RowCursor<T> open(
            PreparedStatement statement, Reading<T> reading, Function<SQLException, StoreException> failure)
            throws SQLException {
        try {
            statement.setFetchSize(FETCH_SIZE);
            return new RowCursor<>(statement, statement.executeQuery(), reading, failure);
        } catch (SQLException e) {
            try (statement) {
                throw e;
            }
        }
    }

    @Override
    public @Nullable T next() {
        try {
            return rows.next() ? reading.read(rows) : null;
        } catch (SQLException e) {
            throw failure.apply(e);
        }
    }

    @Override
    public void close() {
        try (statement) {
            rows.close();
        } catch (SQLException e) {
            throw failure.apply(e);
        }
    }
}
