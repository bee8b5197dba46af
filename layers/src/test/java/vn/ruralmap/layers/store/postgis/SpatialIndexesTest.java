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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.store.InvalidChangeException;
import vn.ruralmap.layers.store.StoreFixture;

/** The index on the geometry rests while very many rows come into an empty layer. */
class SpatialIndexesTest extends StoreFixture {

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
        return new ArrayList<>(IntStream.range(0, SpatialIndexes.CHANGES)
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

    @Test
    void afterALargeImportTheIndexIsThereWithAllRows() throws SQLException {
        String before = index("sites");

        store.publish(draft(manySites()));

        assertThat(index("sites")).isEqualTo(before).contains("gist");
        assertThat(sql("SELECT reltuples::bigint FROM pg_class WHERE relname = 'sites_geom'"))
                .isEqualTo(String.valueOf(SpatialIndexes.CHANGES));
        assertThat(sql("SELECT count(*) FROM sites_history WHERE version = 1 AND NOT deleted"))
                .isEqualTo(String.valueOf(SpatialIndexes.CHANGES));
        assertThat(store.listChangesets(1).get(0).size().inserted()).isEqualTo(SpatialIndexes.CHANGES);
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
