package vn.ruralmap.server.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator decides.
 *
 * @param store location of the store
 * @param catalogue directory laid over the shipped catalogue; null: none
 * @param publicUrl what documents name as the server's URL; null: see {@link vn.ruralmap.server.support.PublicUrl}
 */
@ConfigurationProperties("ruralmap")
record ServerSettings(
        String store, @Nullable Path catalogue, @Nullable String publicUrl) {}
