package vn.ruralmap.layers.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.ruralmap.layers.store.Changes.draft;
import static vn.ruralmap.layers.store.Changes.site;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.store.ContractCatalogue;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreUnavailableException;

/** Which databases and logins are taken, and what is said to the others. */
class PreparedDatabaseTest {

    private static final PostgresCluster CLUSTER = PostgresCluster.shared();
    private static final Catalogue CATALOGUE = ContractCatalogue.create();

    private static StoreException refused(String url) {
        return refused(url, CATALOGUE);
    }

    private static StoreException refused(String url, Catalogue catalogue) {
        StoreException refused = catchThrowableOfType(
                StoreException.class, () -> PostgisStore.open(url, catalogue).close());
        assertThat(refused).isNotNull();
        assertThat(refused.text().vi()).isNotEqualTo(refused.text().en());
        assertThat(refused.text().vi() + refused.text().en()).doesNotContain(CLUSTER.password());
        return refused;
    }

    @Test
    void aSuperuserIsRefused() {
        assertThat(refused(CLUSTER.url("prepared", "postgres")))
                .hasMessageContaining("does not run as the superuser postgres")
                .hasMessageContaining("CREATE ROLE ruralmap_app LOGIN");
    }

    @Test
    void whatIsMissingIsSaidAsTheSqlThatMendsIt() {
        CLUSTER.execute("postgres", "CREATE DATABASE bare TEMPLATE template0");

        String sql = refused(CLUSTER.url("bare")).getMessage();

        assertThat(sql).contains("CREATE EXTENSION postgis;", "CREATE SCHEMA ruralmap AUTHORIZATION ruralmap_owner;");
        CLUSTER.execute("bare", sql.substring(sql.indexOf('\n')));
        PostgisStore.open(CLUSTER.url("bare"), CATALOGUE).close();
    }

    @Test
    void aLoginWithoutAnyRoleIsToldTheGrant() {
        CLUSTER.execute("postgres", "CREATE ROLE nobody LOGIN PASSWORD '" + CLUSTER.password() + "'");
        assertThat(refused(CLUSTER.url("prepared", "nobody"))).hasMessageContaining("GRANT ruralmap_writer TO nobody;");
    }

    @Test
    void aWriterUsesTheTablesThatTheOwnerMade() {
        String empty = CLUSTER.createDatabase();
        assertThat(refused(CLUSTER.url(empty, PostgresCluster.WRITER)))
                .hasMessageContaining("run ruralmap once with a login that has the role ruralmap_owner");
        PostgisStore.open(CLUSTER.url(empty), CATALOGUE).close();
        try (PostgisStore store = PostgisStore.open(CLUSTER.url(empty, PostgresCluster.WRITER), CATALOGUE)) {
            store.publish(draft(site("S", "POINT (1 1)")));
            store.revert(1, "minh");
            assertThat(store.revision()).isEqualTo(2);
        }
        assertThat(refused(CLUSTER.url(empty, PostgresCluster.WRITER), sitesWith(AttributeType.TEXT)))
                .hasMessageContaining("the table of layer sites does not fit the catalogue yet");
    }

    @Test
    void aReaderReadsAndDoesNotWrite() {
        String url = CLUSTER.createContractLocation();
        try (PostgisStore store = PostgisStore.open(url, CATALOGUE)) {
            store.publish(draft(site("S", "POINT (1 1)")));
        }
        String guest = url.replace(PostgresCluster.PROGRAM, PostgresCluster.READER);
        try (PostgisStore store = PostgisStore.open(guest, CATALOGUE)) {
            assertThat(store.readSince(0).layers()).containsOnlyKeys("sites");
            assertThatThrownBy(() -> store.publish(draft(site("T", "POINT (1 1)"))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("it needs the role ruralmap_writer");
        }
    }

    @Test
    void aFailureToLogInOrToConnectSaysWhatToLookAfter() {
        String url = CLUSTER.url("prepared");
        assertThat(refused(url.replace(CLUSTER.password(), "wrong"))).hasMessageContaining("check user and password");
        assertThat(refused(CLUSTER.url("nowhere"))).hasMessageContaining("/nowhere: CREATE DATABASE first");
        assertThat(refused("jdbc:postgresql://127.0.0.1:1/map?user=x&password=" + CLUSTER.password()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("postgresql://127.0.0.1:1/map cannot be reached");
        assertThat(refused("jdbc:postgresql://host:port/map"))
                .hasMessageContaining("jdbc:postgresql://HOST:PORT/DATABASE");
    }

    @Test
    void tablesOfANewerProgramAreRefused() {
        String database = CLUSTER.createDatabase();
        PostgisStore.open(CLUSTER.url(database), CATALOGUE).close();
        CLUSTER.execute(
                database,
                "INSERT INTO ruralmap.ruralmap_migrations SELECT 1000, '1000', 'later', type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success FROM ruralmap.ruralmap_migrations"
                        + " WHERE version = '1'");
        assertThat(refused(CLUSTER.url(database)))
                .hasMessageContaining("was made by a newer version of ruralmap (tables 1000)");
    }

    @Test
    void aForeignKeyOfAnEarlierVersionGivesWayToTheTriggersThatTookItsPlace() {
        String url = CLUSTER.createContractLocation();
        String database = url.replaceFirst("^.*/([a-z0-9]+)\\?.*$", "$1");
        PostgisStore.open(url, CATALOGUE).close();
        CLUSTER.execute(
                database,
                "SET search_path = ruralmap",
                "DROP TRIGGER \"sites.commune exists\" ON sites; DROP TRIGGER \"needed by sites.commune\" ON communes",
                "ALTER TABLE sites ADD CONSTRAINT \"sites.commune exists\" FOREIGN KEY (commune) REFERENCES communes (fid)"
                        + " DEFERRABLE INITIALLY DEFERRED NOT VALID",
                "UPDATE ruralmap_layers SET definition = 'of an earlier version'");

        PostgisStore.open(url, CATALOGUE).close();

        CLUSTER.execute(
                database,
                "DO $$ BEGIN ASSERT (SELECT array_agg(contype ORDER BY conname) FROM pg_constraint WHERE conname IN"
                        + " ('sites.commune exists', 'needed by sites.commune')) = '{t,t}'; END $$");
    }

    @Test
    void anAttributeThatTheCatalogueGainsBecomesAColumnAlsoWhereOthersBuiltOnTheView() {
        String url = CLUSTER.createContractLocation();
        String database = url.replaceFirst("^.*/([a-z0-9]+)\\?.*$", "$1");
        try (PostgisStore store = PostgisStore.open(url, CATALOGUE)) {
            store.publish(draft(site("S", "POINT (1 1)")));
        }
        CLUSTER.execute(database, "CREATE VIEW public.ours AS SELECT name FROM ruralmap.sites_current");
        try (PostgisStore store = PostgisStore.open(url, sitesWith(AttributeType.TEXT))) {
            Feature old = store.readSince(0).layers().get("sites").present().get(0);
            assertThat(old.value(8)).isNull();
            assertThat(store.history("sites", 1).get(0).feature()).isEqualTo(old);
            store.revert(1, "minh");
        }
        CLUSTER.execute(
                database,
                "SELECT beds FROM ruralmap.sites_current",
                "SELECT beds FROM ruralmap.sites_as_of(now()::date)");
        // and a program with the former catalogue still works on it
        try (PostgisStore store = PostgisStore.open(url, CATALOGUE)) {
            store.publish(draft(site("S", "POINT (1 1)")));
        }
    }

    @Test
    void anAttributeWhoseTypeWasChangedIsRefused() {
        String url = CLUSTER.createContractLocation();
        PostgisStore.open(url, sitesWith(AttributeType.TEXT)).close();
        assertThat(refused(url, sitesWith(AttributeType.INTEGER)))
                .hasMessageContaining(
                        "the catalogue says that 'beds' of layer sites is bigint, the store has it as text");
    }

    private static Catalogue sitesWith(AttributeType beds) {
        return ContractCatalogue.of(List.of(
                ContractCatalogue.communes(),
                ContractCatalogue.sites(List.of(ContractCatalogue.attribute("beds", beds)))));
    }
}
