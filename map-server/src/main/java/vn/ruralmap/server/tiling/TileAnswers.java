package vn.ruralmap.server.tiling;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.server.support.ClientConnection;
import vn.ruralmap.server.support.EntityTag;

/** Sends tiles: tag first, then 304 or the bytes. */
public final class TileAnswers {

    /** A year, the longest that RFC 9111 caches are used to. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Tiles tiles;

    TileAnswers(Tiles tiles) {
        this.tiles = tiles;
    }

    /**
     * @param named the tag that the URL carries, null: none. If it is the tile's the answer may be kept for ever, since
     *     another content has another URL; else clients ask each time
     */
    public void send(
            Tiles.Request tile, @Nullable String named, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Runnable presence = ClientConnection.presence(request);
        TileTag tag = tiles.tag(tile, presence);
        TileFormat format = tile.format();
        response.setHeader("Cache-Control", tag.value().equals(named) ? FOR_EVER : "no-cache");
        if (format.isGzipped()) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (EntityTag.isKnown(request, response, tag.value())) {
            return;
        }
        byte[] bytes = tiles.bytes(tile, tag, presence);
        if (format.isGzipped() && bytes.length > 0) {
            String accepted = request.getHeader("Accept-Encoding");
            if (accepted != null && accepted.contains("gzip")) {
                response.setHeader("Content-Encoding", "gzip");
            } else {
                bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
            }
        }
        response.setContentType(format.mediaType());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
