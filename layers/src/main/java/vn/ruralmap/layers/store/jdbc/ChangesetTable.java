package vn.ruralmap.layers.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;

/** Rows of {@code ruralmap_changesets}. */
public final class ChangesetTable {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** In the order that a row is read and written. */
    public static final String COLUMNS =
            "id, author, time, source, message, state, provenance, inserted, updated, deleted, reverts";

    private final Connection connection;
    private final Dialect dialect;

    public ChangesetTable(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** The revision. */
    public long lastId() throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT coalesce(max(id), 0) FROM ruralmap_changesets");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The revision at a moment. */
    long lastId(Instant moment) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT coalesce(max(id), 0) FROM ruralmap_changesets WHERE "
                        + dialect.comparableTime("time") + " <= ?")) {
            dialect.bindTime(query, 1, moment);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** True if a sample import is in force. */
    boolean isIllustrative() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT 1 FROM ruralmap_changesets WHERE source = 'sample' AND state = 'published' LIMIT 1");
                ResultSet rows = query.executeQuery()) {
            return rows.next();
        }
    }

    /**
     * Marks a changeset as reverted. If it was itself a rollback, what it had undone is in force again, and so on.
     */
    public void revert(Changeset changeset) throws SQLException {
        Changeset.State state = Changeset.State.REVERTED;
        for (Changeset step = changeset; step != null; step = undone(step)) {
            setState(step.id(), state);
            state = state == Changeset.State.REVERTED ? Changeset.State.PUBLISHED : Changeset.State.REVERTED;
        }
    }

    private @Nullable Changeset undone(Changeset rollback) throws SQLException {
        Long id = rollback.reverts();
        return id == null ? null : find(id).orElse(null);
    }

    private void setState(long id, Changeset.State state) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE ruralmap_changesets SET state = ? WHERE id = ?")) {
            update.setString(1, lower(state));
            update.setLong(2, id);
            update.execute();
        }
    }

    public Optional<Changeset> find(long id) throws SQLException {
        return query("WHERE id = ? LIMIT 1", id).stream().findFirst();
    }

    /** @param key see {@link ChangesetDraft#KEY} */
    Optional<Changeset> find(String key) throws SQLException {
        return query("WHERE " + dialect.member("provenance", ChangesetDraft.KEY) + " = ? LIMIT 1", key).stream()
                .findFirst();
    }

    List<Changeset> listLatest(int limit) throws SQLException {
        return query("ORDER BY id DESC LIMIT ?", limit);
    }

    private List<Changeset> query(String condition, Object parameter) throws SQLException {
        List<Changeset> changesets = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM ruralmap_changesets " + condition)) {
            query.setObject(1, parameter);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    changesets.add(read(rows));
                }
            }
        }
        return changesets;
    }

    Changeset read(ResultSet rows) throws SQLException {
        long reverts = rows.getLong(11);
        Long revertsOrNull = rows.wasNull() ? null : reverts;
        Map<String, String> provenance = JSON.readValue(rows.getString(7), new TypeReference<>() {});
        return new Changeset(
                rows.getLong(1),
                rows.getString(2),
                dialect.time(rows, 3),
                Changeset.Source.valueOf(rows.getString(4).toUpperCase(Locale.ROOT)),
                rows.getString(5),
                Changeset.State.valueOf(rows.getString(6).toUpperCase(Locale.ROOT)),
                provenance,
                new Changeset.Size(rows.getInt(8), rows.getInt(9), rows.getInt(10)),
                revertsOrNull);
    }

    /** How an enum value is stored. */
    public static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
