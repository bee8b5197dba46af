package vn.ruralmap.layers.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.communeContent;
import static vn.ruralmap.layers.store.Changes.draft;
import static vn.ruralmap.layers.store.Changes.site;
import static vn.ruralmap.layers.store.Changes.square;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.check.StoreCheck;
import vn.ruralmap.layers.copy.ContentDigest;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.store.ContractCatalogue;
import vn.ruralmap.layers.store.StoreContents;

/** The commands of docs/operations.md bring a database back, as they stand there. */
class RecoveryRecipesTest {

    private static final Path PAGE = Path.of("../docs/operations.md");
    private static final Catalogue CATALOGUE = ContractCatalogue.create();
    private static final int LONGEST_WAIT_MS = 60_000;

    private static List<ContentDigest.TableSum> demandSound(String url) {
        try (StoreContents contents = PostgisContents.open(url, CATALOGUE)) {
            assertThat(StoreCheck.run(contents).findings()).isEmpty();
            return ContentDigest.of(contents, contents.layers());
        }
    }

    @Test
    void aDumpBecomesTheSameStoreInAnotherDatabase() throws Exception {
        PostgresCluster cluster = PostgresCluster.shared();
        String old = cluster.createDatabase();
        cluster.execute("postgres", "CREATE DATABASE dumped TEMPLATE template0");
        List<ContentDigest.TableSum> before;
        try (PostgisStore store = PostgisStore.open(cluster.url(old), CATALOGUE)) {
            edit(store);
            before = demandSound(cluster.url(old));
            Path folder = Files.createTempDirectory("ruralmap-dump");
            try {
                run(
                        "dump",
                        folder,
                        Map.of("OLD", uri(cluster, old), "NEW", uri(cluster, "dumped")),
                        cluster.password());
            } finally {
                Files.deleteIfExists(folder.resolve("ruralmap.dump"));
                Files.delete(folder);
            }
            store.publish(draft(site("later", "POINT (3 3)")));
        }

        assertThat(demandSound(cluster.url("dumped"))).isEqualTo(before);
        // roles, grants and triggers came along: the program and people go on there
        try (PostgisStore store = PostgisStore.open(cluster.url("dumped", PostgresCluster.WRITER), CATALOGUE)) {
            assertThat(store.revision()).isEqualTo(4);
            store.publish(draft(commune("9", "Z", square(108, 9))));
            cluster.execute(
                    "dumped",
                    "SET ROLE " + PostgresCluster.EDITOR,
                    "UPDATE ruralmap.communes SET name = 'Y' WHERE code = '9'");
            assertThat(store.revision()).isEqualTo(6);
        }
        demandSound(cluster.url("dumped"));
    }

    private static void edit(PostgisStore store) {
        store.publish(draft(commune("1", "A", square(105, 9)), site("S", "POINT (1 1)")));
        store.publish(draft(new Change.Update("communes", 1, 1, communeContent("1", "B", "xã", square(105, 9)))));
        store.publish(draft(new Change.Delete("sites", 1, 1)));
        store.revert(3, "minh");
    }

    @Test
    void aClusterGoesBackToTheMomentBetweenTwoEdits() throws Exception {
        Path work = Files.createTempDirectory("ruralmap-recovery");
        work.toFile().setWritable(true, false);
        work.toFile().setReadable(true, false);
        work.toFile().setExecutable(true, false);
        // made by whom the server works as
        runAsServer(work, Map.of(), "mkdir archive", "");
        int port = freePort();
        Map<String, String> places = Map.of(
                "ARCHIVE", work.resolve("archive").toString(),
                "BASE", work.resolve("base").toString(),
                "DATA", work.resolve("data").toString(),
                "PORT", Integer.toString(port));
        try (PostgresCluster cluster = PostgresCluster.create(
                "-c",
                "archive_mode=on",
                "-c",
                "archive_command='test ! -f " + work + "/archive/%f && cp %p " + work + "/archive/%f'",
                "-c",
                "fsync=off")) {
            String database = cluster.createDatabase();
            List<ContentDigest.TableSum> before;
            String moment;
            try (PostgisStore store = PostgisStore.open(cluster.url(database), CATALOGUE)) {
                store.publish(draft(commune("1", "A", square(105, 9))));
                runAsServer(
                        work, with(places, "CLUSTER", uri(cluster, "postgres")), recipe("base"), cluster.password());
                store.publish(
                        draft(new Change.Update("communes", 1, 1, communeContent("1", "B", "xã", square(105, 9)))));
                store.publish(draft(site("S", "POINT (1 1)")));
                before = demandSound(cluster.url(database));
                moment = value(cluster, "SELECT clock_timestamp()");
                Thread.sleep(50);
                store.publish(draft(new Change.Delete("communes", 1, 2)));
                assertThat(store.revision()).isEqualTo(4);
                awaitArchived(cluster);
            }
            cluster.stop();
            try {
                runAsServer(work, with(places, "MOMENT", moment), recipe("recover"), "");
                String url = cluster.url(database).replaceFirst("127.0.0.1:\\d+", "127.0.0.1:" + port);
                awaitPromoted(url);

                assertThat(demandSound(url)).isEqualTo(before);
                try (PostgisStore store = PostgisStore.open(url, CATALOGUE)) {
                    assertThat(store.revision()).isEqualTo(3);
                    store.publish(draft(site("goes on", "POINT (2 2)")));
                }
            } finally {
                runAsServer(work, places, "pg_ctl -D \"$DATA\" -m immediate stop || true", "");
            }
        } finally {
            runAsServer(Path.of("/"), Map.of("WORK", work.toString()), "rm -rf \"$WORK\"/*", "");
            Files.deleteIfExists(work);
        }
    }

    private static void awaitArchived(PostgresCluster cluster) throws Exception {
        String last = value(cluster, "SELECT pg_walfile_name(pg_switch_wal())");
        for (int waited = 0; waited < LONGEST_WAIT_MS; waited += 100) {
            if (value(cluster, "SELECT coalesce(max(last_archived_wal), '') >= '" + last + "' FROM pg_stat_archiver")
                    .equals("t")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the server does not archive " + last);
    }

    /** It answers before it may be written to. */
    private static void awaitPromoted(String url) throws Exception {
        for (int waited = 0; waited < LONGEST_WAIT_MS; waited += 100) {
            if (query(url, "SELECT pg_is_in_recovery()").equals("f")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the recovery does not end");
    }

    private static String value(PostgresCluster cluster, String sql) throws SQLException {
        return query(cluster.url("postgres", "postgres"), sql);
    }

    private static String query(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Map<String, String> with(Map<String, String> places, String name, String value) {
        Map<String, String> all = new java.util.HashMap<>(places);
        all.put(name, value);
        return all;
    }

    /** As libpq takes it; the password goes by the environment. */
    private static String uri(PostgresCluster cluster, String database) {
        return cluster.url(database, "postgres")
                .replaceFirst("^jdbc:", "")
                .replaceFirst("\\?.*", "")
                .replace("postgresql://", "postgresql://postgres@");
    }

    private static String recipe(String name) throws IOException {
        Matcher block = Pattern.compile("<!-- recipe: " + name + " -->\n```bash\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).as("docs/operations.md has the recipe " + name).isTrue();
        return block.group(1);
    }

    private static void run(String recipe, Path folder, Map<String, String> variables, String password)
            throws IOException, InterruptedException {
        run(new ArrayList<>(), folder, variables, recipe(recipe), password);
    }

    /** As PostgreSQL wants it, never as root. */
    private static void runAsServer(Path folder, Map<String, String> variables, String script, String password)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        run(command, folder, variables, script, password);
    }

    private static void run(
            List<String> command, Path folder, Map<String, String> variables, String script, String password)
            throws IOException, InterruptedException {
        // servers' programs are on nobody's path on Debian; the newest version is the one that the cluster is of
        String path = "for bin in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin; do PATH=$bin:$PATH; done\nset -eu\n";
        command.addAll(List.of("bash", "-c", path + script));
        Path out = Files.createTempFile("ruralmap-recipe", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile());
        builder.environment().putAll(variables);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("PGPASSWORD", password);
        int code = builder.start().waitFor();
        assertThat(code).as(Files.readString(out, StandardCharsets.UTF_8)).isZero();
        Files.delete(out);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
