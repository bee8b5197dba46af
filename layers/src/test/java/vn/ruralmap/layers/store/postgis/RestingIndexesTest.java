package vn.ruralmap.layers.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.draft;
import static vn.ruralmap.layers.store.Changes.site;
import static vn.ruralmap.layers.store.Changes.square;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.store.InvalidChangeException;
import vn.ruralmap.layers.store.StoreFixture;

/** Indexes rest while very many rows come into an empty layer. */
class RestingIndexesTest extends StoreFixture {

    private final String location = PostgresCluster.shared().createContractLocation();

    @Override
    protected Class<? extends StoreFixture.Opener> opener() {
        return PostgisOpener.class;
    }

    @Override
    protected String location() {
        return location;
    }

    private static List<Change> manySites() {
        return new ArrayList<>(IntStream.range(0, RestingIndexes.CHANGES)
                .mapToObj(i -> site("Điểm " + i, "POINT (105." + (100 + i % 900) + " 9.5)"))
                .toList());
    }

    private String sql(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        location.replace("user=" + PostgresCluster.PROGRAM, "user=postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = ruralmap, public");
            boolean hasRows = statement.execute(query);
            try (ResultSet rows = statement.getResultSet()) {
                return hasRows && rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private String index(String layer) throws SQLException {
        return sql("SELECT indexdef FROM pg_indexes WHERE indexname = '" + layer + "_geom'");
    }

    private String indexes(String layer) throws SQLException {
        return sql("SELECT string_agg(indexdef, '; ' ORDER BY indexname) FROM pg_indexes WHERE tablename = '" + layer
                + "'");
    }

    @Test
    void afterALargeImportTheIndexesAreThereWithAllRows() throws SQLException {
        String before = indexes("sites");

        store.publish(draft(manySites()));

        assertThat(indexes("sites")).isEqualTo(before).contains("gist", "sites.commune");
        assertThat(sql("SELECT min(reltuples)::bigint FROM pg_class WHERE relname IN ('sites_geom', 'sites.commune')"))
                .isEqualTo(String.valueOf(RestingIndexes.CHANGES));
        assertThat(sql("SELECT count(*) FROM sites_history WHERE version = 1 AND NOT deleted"))
                .isEqualTo(String.valueOf(RestingIndexes.CHANGES));
        assertThat(store.listChangesets(1).get(0).size().inserted()).isEqualTo(RestingIndexes.CHANGES);
    }

    @Test
    void whileTheyRestTheyAreRememberedAndTheKeyStays() throws SQLException {
        String before = indexes("sites");

        assertThat(sql("SELECT ruralmap_rest_index('sites')")).isEqualTo("t");

        assertThat(indexes("sites")).contains("sites_pkey").doesNotContain("gist", "commune");
        open();
        assertThat(indexes("sites")).isEqualTo(before);
        assertThat(sql("SELECT count(*) FROM ruralmap_resting_indexes")).isEqualTo("0");
    }

    @Test
    void whoWaitsForTheImportWithALockOnTheTableGetsHisTurnAndTheIndexesComeAfterwards() throws Exception {
        String before = indexes("sites");
        List<Change> changes = manySites();
        CompletableFuture<String> edit = new CompletableFuture<>();
        List<Change> watched = new AbstractList<>() {
            @Override
            public Change get(int index) {
                if (index == RestingIndexes.CHANGES - 1) {
                    CompletableFuture.runAsync(() -> {
                        try {
                            edit.complete(
                                    sql(
                                            "INSERT INTO sites (name, geom) VALUES ('Thêm tay', ST_Point(105, 9, 4326)) RETURNING name"));
                        } catch (SQLException e) {
                            edit.completeExceptionally(e);
                        }
                    });
                    awaitWaiting(edit);
                }
                return changes.get(index);
            }

            @Override
            public int size() {
                return changes.size();
            }
        };

        store.publish(new ChangesetDraft("lan", Changeset.Source.IMPORT, "nhiều điểm", Map.of(), watched));

        assertThat(edit.get(30, TimeUnit.SECONDS)).isEqualTo("Thêm tay");
        store.close();
        open();
        assertThat(indexes("sites")).isEqualTo(before);
        assertThat(sql("SELECT count(*) FROM sites")).isEqualTo(String.valueOf(RestingIndexes.CHANGES + 1));
    }

    private void awaitWaiting(CompletableFuture<String> edit) {
        try {
            while (!edit.isDone()
                    && sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database ="
                                    + " (SELECT oid FROM pg_database WHERE datname = current_database())")
                            .equals("0")) {
                Thread.sleep(10);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void afterALargeImportThatIsRefusedTheIndexIsThere() throws SQLException {
        List<Change> changes = manySites();
        changes.add(commune("1", "Đại Hữu", square(105, 9)));
        changes.add(commune("1", "Trà Quýt", square(106, 9)));

        assertThatThrownBy(() -> store.publish(draft(changes))).isInstanceOf(InvalidChangeException.class);

        assertThat(index("sites")).contains("gist");
        assertThat(sql("SELECT count(*) FROM sites")).isEqualTo("0");
    }

    @Test
    void whatAKilledImportLeftOutIsMadeWhenTheStoreIsOpened() throws SQLException {
        sql("DROP INDEX sites_geom");

        open();

        assertThat(index("sites")).contains("gist");
    }

    @Test
    void aLayerThatHasRowsKeepsItsIndex() throws SQLException {
        publish(site("Cồn Mỹ Phước", "POINT (105.9 9.7)"));
        String before = sql("SELECT 'sites_geom'::regclass::oid");

        store.publish(draft(manySites()));

        assertThat(sql("SELECT 'sites_geom'::regclass::oid")).isEqualTo(before);
    }

    @Test
    void nobodyButTheProgramMayTakeItAway() {
        assertThatThrownBy(() -> {
                    try (Connection connection = DriverManager.getConnection(
                                    location.replace(PostgresCluster.PROGRAM, PostgresCluster.EDITOR));
                            Statement statement = connection.createStatement()) {
                        statement.execute("SELECT ruralmap.ruralmap_rest_index('sites')");
                    }
                })
                .hasMessageContaining("permission denied");
    }
}
