package vn.ruralmap.server.support;

import jakarta.servlet.ServletConnection;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The connection by which a request came, where the container can look at it while the request is answered.
 *
 * <p>A map that is dragged gives up most of the images it has asked for. They are found out here, so that nobody draws for
 * somebody who is gone.
 */
public interface ClientConnection extends ServletConnection {

    /**
     * Whether the client still waits: it is gone once it has closed its side, as proxies see it, too. Costs one look at the socket
     * without waiting. Only for the thread that answers the request, and before it writes.
     */
    boolean isOpen();

    /**
     * Something to ask from time to time during long work for a request.
     *
     * @return throws {@link RequestException} with status 499 as soon as the client is gone; never, where that cannot be known
     */
    static Runnable presence(HttpServletRequest request) {
        // most answers are known and never ask
        return () -> {
            if (request.getServletConnection() instanceof ClientConnection connection && !connection.isOpen()) {
                throw RequestException.clientLeft();
            }
        };
    }
}
