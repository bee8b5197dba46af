package vn.ruralmap.server.support;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The URL that documents name as the server's own.
 *
 * <p>It comes from configuration. Without one, a Host header is believed only if it names this machine (one of its
 * addresses, its host name, localhost): any other would let a client write foreign URLs into cached documents.
 */
public final class PublicUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final @Nullable String configured;
    private final Set<String> ownNames;

    /** @param configured for example {@code https://bando.example.vn}, without path or with the proxy's; null: none */
    public PublicUrl(@Nullable String configured) {
        this.configured = configured == null || configured.isBlank() ? null : configured.replaceAll("/+$", "");
        this.ownNames = this.configured == null ? ownNames() : Set.of();
    }

    /** What the operator has written, without a slash at the end. */
    public Optional<String> configured() {
        return Optional.ofNullable(configured);
    }

    /** Without a slash at the end. */
    public String of(HttpServletRequest request) {
        if (configured != null) {
            return configured;
        }
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        String bare = host.replaceAll("^\\[|]$", "");
        return "http://" + (ownNames.contains(bare) ? host : "localhost") + ":" + request.getLocalPort();
    }

    /** True if the world reaches this machine under another name, so that a proxy stands before it. */
    public boolean isElsewhere() {
        if (configured == null) {
            return false;
        }
        try {
            String host = URI.create(configured).getHost();
            return host == null || !LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            // whatever it is, it is not this machine
            return true;
        }
    }

    private static Set<String> ownNames() {
        Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "::1"));
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(address -> address.getHostAddress().replaceAll("%.*$", ""))
                    .forEach(names::add);
            names.add(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
        } catch (SocketException | UnknownHostException e) {
            // a machine without network or name still serves localhost
            names.add("localhost");
        }
        return names;
    }
}
