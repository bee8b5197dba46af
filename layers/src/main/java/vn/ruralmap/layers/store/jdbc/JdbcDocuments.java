package vn.ruralmap.layers.store.jdbc;

import java.util.List;
import java.util.Optional;
import vn.ruralmap.layers.store.Documents;

/** {@link Documents} in a transaction each. */
record JdbcDocuments(JdbcStore store, Dialect dialect) implements Documents {

    @Override
    public Optional<Document> find(String kind, String key) {
        return store.read(connection -> new DocumentTable(connection, dialect).find(kind, key));
    }

    @Override
    public List<Document> list(String kind, String prefix) {
        return store.read(connection -> new DocumentTable(connection, dialect).list(kind, prefix));
    }

    @Override
    public Document put(String kind, String key, int seen, String body) {
        Document next = DocumentTable.next(kind, key, seen, body);
        return store.note(connection -> new DocumentTable(connection, dialect).put(next));
    }

    @Override
    public void remove(String kind, String key, int seen) {
        store.note(connection -> {
            new DocumentTable(connection, dialect).remove(kind, key, seen);
            return true;
        });
    }
}
