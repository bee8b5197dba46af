package vn.ruralmap.layers.store.postgis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a server of this machine that may lead nowhere without a word, as behind a firewall that forgot a connection: what is
 * sent is swallowed, and nobody is told.
 */
final class SilentProxy implements AutoCloseable {

    private final int target;
    private final ServerSocket entrance;
    private final List<Way> ways = new CopyOnWriteArrayList<>();
    private volatile boolean swallowsNew;

    /** One connection. */
    private static final class Way {
        private final Socket client;
        private final Socket server;
        private volatile boolean silent;

        Way(Socket client, Socket server, boolean silent) {
            this.client = client;
            this.server = server;
            this.silent = silent;
        }
    }

    SilentProxy(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** From now on nothing goes through the connections that there are. */
    void forget() {
        ways.forEach(way -> way.silent = true);
    }

    /** Whether new connections lead nowhere either. */
    void swallowNew(boolean swallows) {
        swallowsNew = swallows;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Way way = new Way(client, server, swallowsNew);
                ways.add(way);
                start(() -> pump(way, client, server));
                start(() -> pump(way, server, client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void pump(Way way, Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!way.silent) {
                    out.write(buffer, 0, n);
                }
            }
            // not even the end of a silent connection is told
            while (way.silent && !to.isClosed()) {
                Thread.sleep(50);
            }
        } catch (IOException e) {
            // the other direction has ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "silent-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entrance.close();
            for (Way way : ways) {
                way.client.close();
                way.server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
