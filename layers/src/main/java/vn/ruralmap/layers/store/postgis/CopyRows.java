package vn.ruralmap.layers.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Sends rows to a table by COPY, two megabytes at a time: what a trigger sees of them stays within the default work_mem. */
final class CopyRows {

    /** Bytes that are gathered before they are sent. */
    private static final int CHUNK = 1 << 21;

    /** Signature, no flags, no extension. */
    private static final byte[] START = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final byte[] END = {-1, -1};

    private final CopyManager copy;
    private final String sql;
    private final int columns;
    private final CopyBytes bytes = new CopyBytes();

    CopyRows(Connection connection, String table, List<String> columns) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
        this.sql = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN (FORMAT binary)";
        this.columns = columns.size();
    }

    /** Begins a row; all its columns are to be added. */
    CopyBytes row() throws SQLException {
        if (bytes.size() > CHUNK) {
            send();
        }
        return bytes.fields(columns);
    }

    /** Sends what was not sent yet. */
    void send() throws SQLException {
        if (bytes.size() == 0) {
            return;
        }
        CopyIn stream = copy.copyIn(sql);
        try {
            stream.writeToCopy(START, 0, START.length);
            stream.writeToCopy(bytes.array(), 0, bytes.size());
            stream.writeToCopy(END, 0, END.length);
            stream.endCopy();
        } finally {
            if (stream.isActive()) {
                stream.cancelCopy();
            }
        }
        bytes.clear();
    }
}
