package vn.ruralmap.layers.store.postgis;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vn.ruralmap.layers.store.StoreException;

/** Sends rows to a table by COPY, a megabyte at a time. */
final class CopyRows {

    /** Characters that are gathered before they are sent. */
    private static final int CHUNK = 1 << 20;

    private final CopyManager copy;
    private final String sql;
    private final CopyText text = new CopyText();

    /** @param table perhaps with columns in parentheses */
    CopyRows(Connection connection, String table) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
        this.sql = "COPY " + table + " FROM STDIN";
    }

    CopyText text() {
        return text;
    }

    void endRow() throws SQLException {
        text.endRow();
        if (text.length() > CHUNK) {
            send();
        }
    }

    void send() throws SQLException {
        try {
            copy.copyIn(sql, new StringReader(text.take()));
        } catch (IOException e) {
            throw new StoreException("không gửi được dữ liệu đến kho", "the data cannot be sent to the store", e);
        }
    }
}
