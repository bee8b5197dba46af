package vn.ruralmap.layers.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
final class ChangesetTable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS =
            "id, author, time, source, message, state, provenance, inserted, updated, deleted, reverts";

    private final Connection connection;

    ChangesetTable(Connection connection) {
        this.connection = connection;
    }

    long lastId() throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT coalesce(max(id), 0) FROM ruralmap_changesets");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
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

    Changeset insert(ChangesetDraft draft, Changeset.Size size, @Nullable Long reverts) throws SQLException {
        Changeset changeset = new Changeset(
                lastId() + 1,
                draft.author(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                draft.source(),
                draft.message(),
                Changeset.State.PUBLISHED,
                draft.provenance(),
                size,
                reverts);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO ruralmap_changesets (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, changeset.id());
            insert.setString(2, changeset.author());
            insert.setString(3, changeset.time().toString());
            insert.setString(4, lower(changeset.source()));
            insert.setString(5, changeset.message());
            insert.setString(6, lower(changeset.state()));
            insert.setString(7, JSON.writeValueAsString(changeset.provenance()));
            insert.setInt(8, size.inserted());
            insert.setInt(9, size.updated());
            insert.setInt(10, size.deleted());
            insert.setObject(11, reverts);
            insert.execute();
        }
        return changeset;
    }

    /**
     * Marks a changeset as reverted. If it was itself a rollback, what it had undone is in force again, and so on.
     */
    void revert(Changeset changeset) throws SQLException {
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

    Optional<Changeset> find(long id) throws SQLException {
        return query("WHERE id = ? LIMIT 1", id).stream().findFirst();
    }

    List<Changeset> listLatest(int limit) throws SQLException {
        return query("ORDER BY id DESC LIMIT ?", limit);
    }

    private List<Changeset> query(String condition, long parameter) throws SQLException {
        List<Changeset> changesets = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM ruralmap_changesets " + condition)) {
            query.setLong(1, parameter);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    changesets.add(read(rows));
                }
            }
        }
        return changesets;
    }

    private static Changeset read(ResultSet rows) throws SQLException {
        long reverts = rows.getLong(11);
        Long revertsOrNull = rows.wasNull() ? null : reverts;
        Map<String, String> provenance = JSON.readValue(rows.getString(7), new TypeReference<>() {});
        return new Changeset(
                rows.getLong(1),
                rows.getString(2),
                Instant.parse(rows.getString(3)),
                Changeset.Source.valueOf(rows.getString(4).toUpperCase(Locale.ROOT)),
                rows.getString(5),
                Changeset.State.valueOf(rows.getString(6).toUpperCase(Locale.ROOT)),
                provenance,
                new Changeset.Size(rows.getInt(8), rows.getInt(9), rows.getInt(10)),
                revertsOrNull);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
