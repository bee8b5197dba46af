package vn.ruralmap.conformance;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.net.spi.URLStreamHandlerProvider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a suite on this machine: addresses of loopback hosts are asked, all others are answered from the class path, where the
 * schemas of the OGC and the W3C are, or not at all.
 *
 * <p>Requests to the server carry a personal token ({@value #TOKEN}), since no suite can be told who it is.
 */
public final class LoopbackOnly extends URLStreamHandlerProvider {

    /** System property: the token for {@code Authorization: Bearer}. */
    static final String TOKEN = "conformance.token";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public @Nullable URLStreamHandler createURLStreamHandler(String protocol) {
        return switch (protocol) {
            case "http", "https" -> new Handler(protocol);
            default -> null;
        };
    }

    /** The JDK's own is made by name: code that is compiled for a release cannot see it. */
    private static URLStreamHandler ofTheJdk(String protocol) {
        try {
            return (URLStreamHandler) Class.forName("sun.net.www.protocol." + protocol + ".Handler")
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("--add-exports java.base/sun.net.www.protocol." + protocol, e);
        }
    }

    private static final class Handler extends URLStreamHandler {

        private final String protocol;

        Handler(String protocol) {
            this.protocol = protocol;
        }

        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            if (!LOOPBACK.contains(url.getHost())) {
                return new BundledDocument(url);
            }
            URLConnection connection =
                    new URL(null, url.toExternalForm(), ofTheJdk(protocol)).openConnection(Proxy.NO_PROXY);
            String token = System.getProperty(TOKEN);
            if (token != null && !token.isEmpty()) {
                connection.setRequestProperty("Authorization", "Bearer " + token);
            }
            return connection;
        }

        @Override
        protected URLConnection openConnection(URL url, Proxy proxy) throws IOException {
            return openConnection(url);
        }

        @Override
        protected int getDefaultPort() {
            return protocol.equals("http") ? 80 : 443;
        }
    }
}
