package vn.ruralmap.layers.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.layers.store.Changes.draft;
import static vn.ruralmap.layers.store.Changes.site;
import static vn.ruralmap.layers.store.Changes.siteContent;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.store.ConflictException;
import vn.ruralmap.layers.store.ContractCatalogue;

/** A changeset so large that it is written without triggers leaves the file as one that is not. */
class LargeWriteTest {

    private static final int MANY = LargeWrite.CHANGES;

    @TempDir
    Path folder;

    private Path file;
    private GeoPackageStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("large.gpkg");
        store = GeoPackageStore.open(file, ContractCatalogue.create());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static List<Change> sites(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(site("S" + i, point(105 + random.nextDouble(), 9 + random.nextDouble())));
        }
        return changes;
    }

    private static String point(double lon, double lat) {
        return String.format(Locale.ROOT, "POINT (%.8f %.8f)", lon, lat);
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private void assertThatTheIndexIsSound() throws SQLException {
        assertThat(query("SELECT rtreecheck('rtree_sites_geom')")).containsExactly("ok");
        assertThat(query("SELECT fid FROM sites EXCEPT SELECT id FROM rtree_sites_geom"))
                .isEmpty();
        assertThat(query("SELECT id FROM rtree_sites_geom EXCEPT SELECT fid FROM sites"))
                .isEmpty();
        assertThat(query("PRAGMA integrity_check")).containsExactly("ok");
    }

    @ParameterizedTest(name = "{0} more than the least")
    @ValueSource(ints = {0, 1, 3_700})
    void theSpatialIndexOfAFirstLoadIsSoundAndFindsWhatLiesInABox(int more) throws SQLException {
        store.publish(draft(sites(MANY + more, 7)));

        assertThatTheIndexIsSound();
        String box = " WHERE minx <= 105.5 AND maxx >= 105.3 AND miny <= 9.9 AND maxy >= 9.7";
        List<String> found = query("SELECT id FROM rtree_sites_geom" + box + " ORDER BY id");
        assertThat(found).hasSizeBetween((MANY + more) / 30, (MANY + more) / 20);
    }

    @Test
    void laterChangesKeepTheIndexSound() throws SQLException {
        store.publish(draft(sites(MANY, 1)));
        List<Change> mixed = new ArrayList<>(sites(MANY, 2));
        for (int fid = 1; fid <= 1_000; fid++) {
            mixed.add(new Change.Update("sites", fid, 1, siteContent("moved", point(107 + fid * 1e-4, 9), null)));
            mixed.add(new Change.Delete("sites", fid + 1_000, 1));
        }
        store.publish(draft(mixed));

        assertThatTheIndexIsSound();
        assertThat(query("SELECT count(*) FROM rtree_sites_geom WHERE minx >= 106.9"))
                .containsExactly("1000");
        store.publish(draft(site("one more", "POINT (105 9)")));
        store.revert(2, "minh");
        assertThatTheIndexIsSound();
    }

    @Test
    void theTriggersAreTheSameAfterwards() throws SQLException {
        String triggers = "SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name";
        List<String> before = query(triggers);

        store.publish(draft(sites(MANY, 3)));

        assertThat(query(triggers)).isEqualTo(before).isNotEmpty();
        assertThatThrownBy(() -> query("DELETE FROM sites RETURNING fid"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Edit through ruralmap only");
    }

    @Test
    void aConflictLeavesTriggersAndIndexAsTheyWere() throws SQLException {
        String schema = "SELECT sql FROM sqlite_master ORDER BY name";
        List<String> before = query(schema);
        List<Change> conflicting = new ArrayList<>(sites(MANY, 4));
        conflicting.add(new Change.Delete("sites", 999_999, 1));

        assertThatThrownBy(() -> store.publish(draft(conflicting))).isInstanceOf(ConflictException.class);

        assertThat(query(schema)).isEqualTo(before);
        assertThat(query("SELECT count(*) FROM rtree_sites_geom")).containsExactly("0");
        store.publish(draft(sites(MANY, 5)));
        assertThatTheIndexIsSound();
    }
}
