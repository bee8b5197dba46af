package vn.ruralmap.server.config;

import jakarta.servlet.ServletConnection;
import java.io.IOException;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import vn.ruralmap.server.support.ClientConnection;

/**
 * Tomcat's HTTP/1.1 whose connections can be asked whether the client is still there. The servlet API has no such question:
 * a container learns that a client is gone only when it reads or writes, and does neither while a request is answered.
 */
public final class ClientWatch extends Http11NioProtocol {

    @Override
    protected Processor createProcessor() {
        return new Watched(this, getAdapter());
    }

    private static final class Watched extends Http11Processor {

        private Watched(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        @Override
        protected ServletConnection getServletConnection() {
            return new Connection(super.getServletConnection());
        }

        private final class Connection implements ClientConnection {

            private final ServletConnection plain;

            private Connection(ServletConnection plain) {
                this.plain = plain;
            }

            @Override
            public boolean isOpen() {
                try {
                    // reads what has come, without waiting, into the buffer from which the next request is read; its
                    // end throws
                    getSocketWrapper().isReadyForRead();
                    return true;
                } catch (IOException e) {
                    return false;
                }
            }

            @Override
            public String getConnectionId() {
                return plain.getConnectionId();
            }

            @Override
            public String getProtocol() {
                return plain.getProtocol();
            }

            @Override
            public String getProtocolConnectionId() {
                return plain.getProtocolConnectionId();
            }

            @Override
            public boolean isSecure() {
                return plain.isSecure();
            }
        }
    }
}
