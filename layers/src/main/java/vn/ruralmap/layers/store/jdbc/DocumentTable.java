package vn.ruralmap.layers.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ruralmap.layers.store.Documents.Document;
import vn.ruralmap.layers.store.StaleDocumentException;

/** Rows of {@code ruralmap_documents}, within a transaction. */
final class DocumentTable {

    private static final String SELECT = "SELECT kind, key, version, modified, body FROM ruralmap_documents";

    private final Connection connection;
    private final Dialect dialect;

    DocumentTable(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    private static String id(String kind, String key) {
        return kind + "/" + key;
    }

    Optional<Document> find(String kind, String key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + " WHERE id = ?")) {
            query.setString(1, id(kind, key));
            return read(query).stream().findFirst();
        }
    }

    List<Document> list(String kind, String prefix) throws SQLException {
        String first = id(kind, prefix);
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + " WHERE id >= ? AND substr(id, 1, ?) = ? ORDER BY id")) {
            query.setString(1, first);
            query.setInt(2, first.codePointCount(0, first.length()));
            query.setString(3, first);
            return read(query);
        }
    }

    private List<Document> read(PreparedStatement query) throws SQLException {
        List<Document> documents = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                documents.add(new Document(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getInt(3),
                        dialect.time(rows, 4),
                        rows.getString(5)));
            }
        }
        return documents;
    }

    Document put(Document next) throws SQLException {
        String sql = next.version() == 1
                ? "INSERT INTO ruralmap_documents (version, modified, body, id, kind, key) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO NOTHING"
                : "UPDATE ruralmap_documents SET version = ?, modified = ?, body = ? WHERE id = ? AND version = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, next.version());
            dialect.bindTime(statement, 2, next.modified());
            statement.setString(3, next.body());
            statement.setString(4, id(next.kind(), next.key()));
            if (next.version() == 1) {
                statement.setString(5, next.kind());
                statement.setString(6, next.key());
            } else {
                statement.setInt(5, next.version() - 1);
            }
            demandOne(statement.executeUpdate(), next.kind(), next.key());
            return next;
        }
    }

    void remove(String kind, String key, int seen) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM ruralmap_documents WHERE id = ? AND version = ?")) {
            delete.setString(1, id(kind, key));
            delete.setInt(2, seen);
            if (delete.executeUpdate() == 0 && find(kind, key).isPresent()) {
                throw new StaleDocumentException(kind, key);
            }
        }
    }

    private static void demandOne(int changed, String kind, String key) {
        if (changed != 1) {
            throw new StaleDocumentException(kind, key);
        }
    }

    static Document next(String kind, String key, int seen, String body) {
        return new Document(kind, key, seen + 1, Instant.ofEpochMilli(System.currentTimeMillis()), body);
    }
}
