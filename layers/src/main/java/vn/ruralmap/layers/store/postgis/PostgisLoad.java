package vn.ruralmap.layers.store.postgis;

import static vn.ruralmap.layers.store.jdbc.FeatureTable.quoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreLoad;
import vn.ruralmap.layers.store.StoreTable;
import vn.ruralmap.layers.store.jdbc.JdbcLoad;

/**
 * Fills an empty database within one transaction of the owner of the tables: history is written as it was, so triggers rest
 * meanwhile; the rules that they hold are looked through at the end. Check constraints do not rest.
 */
public final class PostgisLoad extends JdbcLoad {

    private static final int BATCH = 1_000;

    private final DatabaseAddress address;
    private final Map<String, PreparedStatement> inserts = new LinkedHashMap<>();
    private int waiting;

    private PostgisLoad(DatabaseAddress address, Catalogue catalogue, Connection connection) {
        super(address.name(), catalogue, connection);
        this.address = address;
    }

    /**
     * @param url of a prepared database, with a login that has the role {@code ruralmap_owner}
     * @throws StoreException if it cannot be reached, is not prepared, or the login may not do this
     */
    public static StoreLoad open(String url, Catalogue catalogue) {
        DatabaseAddress address = DatabaseAddress.parse(url);
        try {
            Login login = SelfCheck.demandPrepared(address);
            if (!login.isOwner()) {
                throw new StoreException(
                        "chép vào " + address.name() + " cần tài khoản có vai trò ruralmap_owner",
                        "to copy into " + address.name() + " a login with the role ruralmap_owner is needed");
            }
            Schema.fit(address, login, catalogue);
            Connection connection = address.dataSource().getConnection();
            PostgisLoad load = new PostgisLoad(address, catalogue, connection);
            try {
                load.execute(login.sessionSql(Login.OWNER) + "; SET lock_timeout = '60s'");
                connection.setAutoCommit(false);
                load.execute("SELECT ruralmap_lock()");
                load.switchTriggers("DISABLE");
                return load;
            } catch (SQLException e) {
                try (connection) {
                    throw e;
                }
            }
        } catch (SQLException e) {
            throw Failures.translate(address, e);
        }
    }

    private void switchTriggers(String how) throws SQLException {
        List<String> names = new ArrayList<>(List.of(StoreTable.CHANGESETS.name()));
        catalogue().layers().forEach(layer -> names.add(layer.name()));
        for (String name : names) {
            execute("ALTER TABLE " + quoted(name) + " " + how + " TRIGGER USER");
        }
    }

    @Override
    protected void write(StoreTable table, List<@Nullable Object> row) throws SQLException {
        PreparedStatement insert = inserts.get(table.name());
        if (insert == null) {
            insert = connection()
                    .prepareStatement("INSERT INTO " + table.name() + " (" + table.columnList() + ") VALUES ("
                            + String.join(", ", Collections.nCopies(row.size(), "?")) + ")");
            inserts.put(table.name(), insert);
        }
        for (int i = 0; i < row.size(); i++) {
            // OTHER: as text, of which PostgreSQL makes what its column is
            insert.setObject(i + 1, Objects.toString(row.get(i), null), Types.OTHER);
        }
        insert.addBatch();
        if (++waiting == BATCH) {
            send();
        }
    }

    private void send() throws SQLException {
        for (PreparedStatement insert : inserts.values()) {
            insert.executeBatch();
        }
        waiting = 0;
    }

    @Override
    protected LayerRows open(Layer layer) throws SQLException {
        return new LoadedLayer(connection(), layer);
    }

    @Override
    protected void complete() throws SQLException {
        send();
        execute("SET CONSTRAINTS ALL IMMEDIATE");
        for (Layer layer : catalogue().layers()) {
            for (String query : LayerRules.ruleQueries(layer)) {
                execute(query);
            }
        }
        switchTriggers("ENABLE");
        execute("SELECT pg_notify('ruralmap', (SELECT coalesce(max(id), 0) FROM ruralmap_changesets)::text)");
    }

    @Override
    protected StoreContents contents() throws SQLException {
        return new PostgisContents(address, connection(), catalogue());
    }

    /** Data of a file that break a rule of a database are told with its name: "communes.code once at a time". */
    @Override
    protected StoreException failed(SQLException e) {
        String rule = Failures.rule(e);
        return rule == null
                ? Failures.translate(address, e)
                : new StoreException(
                        "dữ liệu trái với quy tắc " + rule + " của " + address.name()
                                + "; './ruralmap check' ở kho nguồn cho biết thêm",
                        "the data break the rule " + rule + " of " + address.name()
                                + "; './ruralmap check' of the source tells more",
                        e);
    }
}
