package vn.ruralmap.layers.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The database that tests start is there, and goes with them. */
class PostgresClusterTest {

    @Test
    void aDatabaseOfTheSharedClusterHasPostGis() throws SQLException {
        PostgresCluster cluster = PostgresCluster.shared();
        try (Connection connection = DriverManager.getConnection(cluster.url(cluster.createDatabase()));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT postgis_lib_version()")) {
            rows.next();
            assertThat(rows.getString(1)).startsWith("3.");
        }
    }

    @Test
    void aClusterEndsWithAProcessThatIsKilled() throws IOException, InterruptedException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int port = Integer.parseInt(holder.inputReader().readLine());
        assertThat(listens(port)).isTrue();
        holder.destroyForcibly().waitFor();
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (listens(port) && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        assertThat(listens(port)).isFalse();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** A process that starts a cluster, prints its port and waits to be killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            String url = PostgresCluster.shared().url("prepared");
            new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true)
                    .println(url.replaceFirst("^.*:(\\d+)/.*$", "$1"));
            Thread.sleep(600_000);
        }
    }
}
