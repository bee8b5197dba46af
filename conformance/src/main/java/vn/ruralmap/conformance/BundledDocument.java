package vn.ruralmap.conformance;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document of another host, from the jars of schemas; one that they lack is a 404 and is named on standard error. */
final class BundledDocument extends HttpURLConnection {

    /** Where each host's documents lie in the jars {@code ogc-schemas} and {@code w3c-schemas}. */
    private static final Map<String, String> FOLDERS = Map.of(
            "schemas.opengis.net", "ogc",
            "www.w3.org", "w3c",
            "www.isotc211.org", "isotc211",
            "docs.oasis-open.org", "oasis");

    private byte @Nullable [] body;

    BundledDocument(URL url) {
        super(url);
    }

    @Override
    public void connect() throws IOException {
        if (connected) {
            return;
        }
        connected = true;
        String folder = FOLDERS.get(url.getHost());
        if (folder != null) {
            String path = folder + url.getPath().replaceAll("/{2,}", "/");
            try (InputStream in = BundledDocument.class.getClassLoader().getResourceAsStream(path)) {
                body = in == null ? null : in.readAllBytes();
            }
        }
        if (body == null) {
            System.err.println("not bundled: " + url);
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        connect();
        if (body == null) {
            throw new FileNotFoundException("not bundled: " + url);
        }
        return new ByteArrayInputStream(body);
    }

    @Override
    public int getResponseCode() throws IOException {
        connect();
        return body == null ? HTTP_NOT_FOUND : HTTP_OK;
    }

    @Override
    public @Nullable String getHeaderField(int index) {
        return switch (index) {
            case 0 -> body == null ? "HTTP/1.1 404 Not Found" : "HTTP/1.1 200 OK";
            case 1 -> getContentType();
            default -> null;
        };
    }

    @Override
    public @Nullable String getHeaderFieldKey(int index) {
        return index == 1 ? "Content-Type" : null;
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        return name.equalsIgnoreCase("Content-Type") ? getContentType() : null;
    }

    @Override
    public String getContentType() {
        return "application/xml";
    }

    @Override
    public void disconnect() {
        // nothing is held
    }

    @Override
    public boolean usingProxy() {
        return false;
    }
}
