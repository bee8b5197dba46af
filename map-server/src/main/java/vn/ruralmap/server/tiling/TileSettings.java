package vn.ruralmap.server.tiling;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What tiles may cost.
 *
 * @param cache memory for made tiles; null: an eighth of the heap, at most 256 MB
 */
@ConfigurationProperties("ruralmap.tiles")
record TileSettings(@Nullable DataSize cache) {

    private static final DataSize MOST = DataSize.ofMegabytes(256);

    long cacheBytes() {
        return cache == null ? Math.min(Runtime.getRuntime().maxMemory() / 8, MOST.toBytes()) : cache.toBytes();
    }
}
