package vn.ruralmap.server.support;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** The body of a request as it streams in: within limits of size and time, and with a digest of all of it. */
public final class RequestBody extends FilterInputStream {

    /** Who sends a letter every few seconds holds a thread all the same. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final MessageDigest digest;
    private final long maxBytes;
    private final String code;
    private final long started = System.nanoTime();
    private long bytes;

    private RequestBody(DigestInputStream in, long maxBytes, String code) {
        super(in);
        this.digest = in.getMessageDigest();
        this.maxBytes = maxBytes;
        this.code = code;
    }

    /**
     * @param code of the refusal in the service's protocol
     * @return reading it throws {@link RequestException} with status 413 if it is too large, 408 if it is too slow
     */
    public static RequestBody of(HttpServletRequest request, long maxBytes, String code) throws IOException {
        return new RequestBody(new DigestInputStream(request.getInputStream(), sha256()), maxBytes, code);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        bytes += Math.max(count, 0);
        demandSoon();
        if (bytes > maxBytes) {
            swallow();
            throw tooLarge();
        }
        return count;
    }

    private void demandSoon() {
        if (System.nanoTime() - started > LONGEST.toNanos()) {
            throw RequestException.of(
                    408,
                    code,
                    "body",
                    "Nội dung gửi lên quá chậm; chưa có gì thay đổi",
                    "The body came too slowly; nothing was changed");
        }
    }

    /** As much again: whoever still sends while the connection is closed sees that it broke, and not why. */
    private void swallow() throws IOException {
        byte[] rest = new byte[8_192];
        int count = 0;
        while (count >= 0 && bytes < 2 * maxBytes) {
            count = super.read(rest, 0, rest.length);
            bytes += Math.max(count, 0);
            demandSoon();
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Parsers close what they have read; the container needs it still. */
    @Override
    public void close() {
        // nothing is held
    }

    /**
     * Tells a request from all others; reads what is left.
     *
     * @param more what else decides about it: who, method, address, version seen
     */
    public String digest(String... more) throws IOException {
        transferTo(OutputStream.nullOutputStream());
        for (String text : more) {
            digest.update((text + '\n').getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private RequestException tooLarge() {
        return RequestException.of(
                413,
                code,
                "body",
                "Nội dung gửi lên có tối đa " + (maxBytes >> 20)
                        + " MB; hãy chia nhỏ, hoặc nhập tệp bằng ./ruralmap import",
                "A body has at most " + (maxBytes >> 20) + " MB; split it, or import a file with ./ruralmap import");
    }
}
