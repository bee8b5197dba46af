package vn.ruralmap.server.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator decides.
 *
 * @param store location of the store
 * @param catalogue directory laid over the shipped catalogue; null: none
 * @param work folder for what is no map data; null: beside the file of the store, or {@code data} if that is a database
 * @param publicUrl what documents name as the server's URL; null: see {@link vn.ruralmap.server.support.PublicUrl}
 */
@ConfigurationProperties("ruralmap")
record ServerSettings(
        String store,
        @Nullable Path catalogue,
        @Nullable Path work,
        @Nullable String publicUrl) {

    /** A path for what stands beside the store. */
    Path beside() {
        if (StoreLocation.isDatabase(store)) {
            Path folder = work == null ? Path.of("data") : work;
            return folder.resolve(StoreLocation.fileName(store));
        }
        Path file = Path.of(store);
        return work == null ? file : work.resolve(file.getFileName());
    }
}
