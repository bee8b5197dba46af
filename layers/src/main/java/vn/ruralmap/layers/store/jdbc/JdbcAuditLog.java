package vn.ruralmap.layers.store.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.store.AuditLog;

/** {@link AuditLog} in a transaction each. */
record JdbcAuditLog(JdbcStore store, Dialect dialect) implements AuditLog {

    @Override
    public Entry append(Entry entry) {
        return store.note(connection -> new AuditTable(connection, dialect).append(entry));
    }

    @Override
    public List<Entry> list(@Nullable String actor, long before, int limit) {
        return store.read(connection -> new AuditTable(connection, dialect).list(actor, before, limit));
    }
}
