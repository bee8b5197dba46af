package vn.ruralmap.layers.store.postgis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.ruralmap.layers.store.ContractCatalogue;

/**
 * A PostgreSQL with PostGIS of the tests' own: a temporary data directory, a free port of this machine. It ends with this
 * process, however that ends, because the script that keeps it waits on a pipe from here.
 */
public final class PostgresCluster implements AutoCloseable {

    /** The login of the program under test: may become the owner of the tables and a writer, nothing else. */
    public static final String PROGRAM = "ruralmap_test";

    /** A person who edits in plain SQL or QGIS. */
    public static final String EDITOR = "lan";
    /** A node that may write rows and not make tables. */
    public static final String WRITER = "ruralmap_node";
    /** One that may read. */
    public static final String READER = "ruralmap_guest";

    private static final String MISSING =
            "These tests need PostgreSQL 15 or newer with PostGIS 3. On Debian: apt-get install postgresql-postgis"
                    + " (./test does it).";
    private static final int ATTEMPTS = 5;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final class Shared {
        private static final PostgresCluster CLUSTER =
                create("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off");
    }

    private final Process keeper;
    private final BufferedReader answers;
    private final Writer commands;
    private final int port;
    private final String password;
    private int replicaPort;

    private PostgresCluster(Process keeper, int port, String password) {
        this.keeper = keeper;
        this.answers = keeper.inputReader(StandardCharsets.UTF_8);
        this.commands = keeper.outputWriter(StandardCharsets.UTF_8);
        this.port = port;
        this.password = password;
    }

    /** The cluster that all tests of this process share, without syncs to the disk. Nobody may stop it. */
    public static PostgresCluster shared() {
        return Shared.CLUSTER;
    }

    /** A cluster of one's own. @param options of the server, for example {@code -c max_connections=20} */
    public static PostgresCluster create(String... options) {
        String refusal = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            PostgresCluster cluster = launch(options);
            String answer = cluster.answer();
            if (answer.equals("done")) {
                cluster.prepare();
                return cluster;
            }
            cluster.close();
            if (answer.startsWith("missing")) {
                throw new AssertionError(MISSING);
            }
            // somebody else may have taken the port in between
            refusal = answer;
        }
        throw new AssertionError("PostgreSQL does not start: " + refusal);
    }

    private static PostgresCluster launch(String... options) {
        try (InputStream script = PostgresCluster.class.getResourceAsStream("cluster.sh")) {
            int port = freePort();
            String password = UUID.randomUUID().toString();
            List<String> command = new ArrayList<>();
            if (System.getProperty("user.name").equals("root")) {
                // PostgreSQL refuses root
                command.addAll(List.of("runuser", "-u", "postgres", "--"));
            }
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            command.addAll(List.of("sh", "-c", text, "cluster.sh", Integer.toString(port), password));
            command.addAll(List.of(options));
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.directory(new java.io.File("/"));
            return new PostgresCluster(builder.start(), port, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What an administrator does once for a database: see the setup in the documentation. */
    private void prepare() {
        execute(
                "postgres",
                "CREATE ROLE ruralmap_owner NOLOGIN",
                "CREATE ROLE ruralmap_writer NOLOGIN",
                "CREATE ROLE ruralmap_editor NOLOGIN",
                "CREATE ROLE ruralmap_reader NOLOGIN",
                login(PROGRAM, "ruralmap_owner, ruralmap_writer"),
                login(EDITOR, "ruralmap_editor"),
                login(WRITER, "ruralmap_writer"),
                login(READER, "ruralmap_reader"),
                "CREATE DATABASE prepared");
        execute("prepared", "CREATE EXTENSION postgis", "CREATE SCHEMA ruralmap AUTHORIZATION ruralmap_owner");
    }

    private String login(String name, String roles) {
        return "CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "' IN ROLE " + roles;
    }

    /** A new empty database, prepared for a store. @return its name */
    public String createDatabase() {
        String name = "map" + DATABASES.incrementAndGet();
        createDatabase(name, "prepared");
        return name;
    }

    /** The location of a store in a new empty database. */
    public String createLocation() {
        return url(createDatabase());
    }

    /** The location of an empty store that has the tables of {@link ContractCatalogue} already, which is quicker. */
    public synchronized String createContractLocation() {
        if (!holds("SELECT 1 FROM pg_database WHERE datname = 'contract'")) {
            createDatabase("contract", "prepared");
            PostgisStore.open(url("contract"), ContractCatalogue.create()).close();
        }
        String name = "map" + DATABASES.incrementAndGet();
        createDatabase(name, "contract");
        return url(name);
    }

    void createDatabaseIfMissing(String name) {
        if (!holds("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            createDatabase(name, "prepared");
        }
    }

    private void createDatabase(String name, String template) {
        execute("postgres", "CREATE DATABASE \"" + name + "\" TEMPLATE " + template);
    }

    private boolean holds(String query) {
        return !ask("postgres", query).isEmpty();
    }

    /** The location of a store, as {@code --store} takes it. */
    public String url(String database) {
        return url(database, PROGRAM);
    }

    /** The same for another login; all have the same password. */
    public String url(String database, String user) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + user + "&password=" + password;
    }

    public String password() {
        return password;
    }

    /** Runs statements as the administrator, or whoever a {@code SET ROLE} among them names. */
    public void execute(String database, String... statements) {
        try (Connection connection = DriverManager.getConnection(url(database, "postgres"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** Stops it as an administrator does; its data stay. */
    public void stop() {
        demand("stop");
    }

    /** Starts it again on the same port. */
    public void start() {
        demand("start");
    }

    /** Kills all its processes; what was not on the disk is lost. */
    public void crash() {
        demand("crash");
    }

    /** Starts a streaming replica of it, which lasts as long. One cluster has one. */
    public void startReplica() {
        try {
            replicaPort = freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        demand("replica " + replicaPort);
    }

    public void stopReplica() {
        demand("stop-replica");
    }

    public void restartReplica() {
        demand("start-replica");
    }

    /** Makes the replica a primary. */
    public void promoteReplica() {
        demand("promote");
    }

    /** The location of a store that is written on the primary and loaded from the replica. */
    public String replicatedUrl(String database) {
        return url(database).replace("127.0.0.1:" + port + "/", "127.0.0.1:" + port + ",127.0.0.1:" + replicaPort + "/")
                + "&targetServerType=preferSecondary";
    }

    /** The location of the replica as if it were a store of its own. */
    public String replicaUrl(String database) {
        return onReplica(url(database));
    }

    private String onReplica(String url) {
        return url.replace(":" + port + "/", ":" + replicaPort + "/");
    }

    /** Asks the replica, as the administrator. @return the first value of the first row; empty: none */
    public String askReplica(String database, String query) {
        return answerOf(onReplica(url(database, "postgres")), query);
    }

    /** Asks the server, as the administrator. @return the first value of the first row; empty: none */
    public String ask(String database, String query) {
        return answerOf(url(database, "postgres"), query);
    }

    private static String answerOf(String url, String query) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private void demand(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String answer = answer();
        if (!answer.equals("done")) {
            throw new AssertionError("PostgreSQL cannot " + command + ": " + answer);
        }
    }

    private String answer() {
        try {
            String line = answers.readLine();
            return line == null ? "missing: " + MISSING : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops and removes it. */
    @Override
    public void close() {
        try {
            commands.close();
            keeper.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
