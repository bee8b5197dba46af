package vn.ruralmap.layers.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ruralmap.layers.check.StoreCheckContract;
import vn.ruralmap.layers.store.StoreFixture;
import vn.ruralmap.layers.store.StoreIssueCode;

class PostgisCheckTest extends StoreCheckContract {

    private final String location = PostgresCluster.shared().createContractLocation();

    @Override
    protected Class<? extends StoreFixture.Opener> opener() {
        return PostgisOpener.class;
    }

    @Override
    protected String location() {
        return location;
    }

    @Override
    protected void breakBy(String... sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        location.replace("user=" + PostgresCluster.PROGRAM, "user=postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = ruralmap, public");
            statement.execute("SET session_replication_role = replica");
            for (String part : sql) {
                statement.execute(part.replace("CREATE TABLE wells", "SET ROLE ruralmap_owner; CREATE TABLE wells"));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GUARD_MISSING         | ALTER TABLE communes DISABLE TRIGGER USER",
                "GUARD_MISSING         | DROP TRIGGER ruralmap_updated ON communes",
                "GUARD_MISSING         | ALTER TABLE ruralmap_changesets DISABLE TRIGGER ruralmap_finish",
                "GUARD_MISSING         | ALTER TABLE ruralmap_audit DISABLE TRIGGER ruralmap_audit_stays",
                "RULE_MISSING          | DROP TRIGGER \"communes.code once at a time\" ON communes",
                "RULE_MISSING          | DROP TRIGGER \"sites.commune exists\" ON sites",
                "RULE_MISSING          | ALTER TABLE communes DISABLE TRIGGER \"needed by sites.commune\"",
                "RULE_MISSING          | ALTER TABLE communes DROP CONSTRAINT \"ruralmap: kind\"",
                "RULE_MISSING          | ALTER TABLE status DISABLE TRIGGER ALL",
                "RULE_MISSING          | UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'communes_geom'::regclass",
                "SPATIAL_INDEX_DIFFERS | DROP INDEX communes_geom",
                "TRANSACTION_LEFT      | UPDATE ruralmap_changesets SET open_in = '7' WHERE id = 2",
                "FEATURE_DIFFERS       | UPDATE communes SET changeset = 1 WHERE fid = 2",
                "STORE_UNREADABLE      | DROP TABLE status_history CASCADE",
                "OLD_GEOMETRY_WRONG    | UPDATE communes_history SET geom = ST_Translate(geom, 0.000000003, 0) WHERE version = 1",
                "GEOMETRY_WRONG        | UPDATE communes SET geom = ST_Translate(geom, 0.000000003, 0)",
            })
    void whatOnlyADatabaseCanHaveWrongIsFound(StoreIssueCode code, String sql) throws SQLException {
        fill();
        breakBy(sql);
        assertThat(codes()).contains(code);
    }

    @Test
    void valuesThatAreUsedTwiceAreFoundWhereTheConstraintWasTakenAway() throws SQLException {
        fill();
        breakBy("DROP TRIGGER \"communes.code once at a time\" ON communes", "UPDATE communes SET code = '1'");
        assertThat(codes()).contains(StoreIssueCode.VALUE_NOT_UNIQUE);
    }

    @Test
    void editsInPlainSqlLeaveASoundStore() throws SQLException {
        fill();
        try (Connection connection =
                        DriverManager.getConnection(location.replace(PostgresCluster.PROGRAM, PostgresCluster.EDITOR));
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = ruralmap, public");
            connection.setAutoCommit(false);
            statement.execute("UPDATE communes SET name = 'D' WHERE fid = 1");
            statement.execute("UPDATE communes SET name = 'E' WHERE fid = 1");
            statement.execute("DELETE FROM communes WHERE fid = 3");
            statement.execute(
                    "INSERT INTO communes (fid, code, name, geom) SELECT 3, '3', 'C', geom FROM communes_history"
                            + " WHERE fid = 3 AND version = 1");
            statement.execute("INSERT INTO sites (name, geom) VALUES ('new', ST_SetSRID(ST_Point(105, 9), 4326))");
            statement.execute("DELETE FROM sites WHERE name = 'new'");
            connection.commit();
        }
        assertThat(codes()).isEmpty();
        assertThat(check().revision()).isEqualTo(8);
    }
}
