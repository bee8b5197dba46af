package vn.ruralmap.server.tiling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class TileSettingsTest {

    @Test
    void the_cache_is_an_eighth_of_the_heap_at_most() {
        long bytes = new TileSettings(null).cacheBytes();

        assertThat(bytes)
                .isPositive()
                .isLessThanOrEqualTo(256L * 1024 * 1024)
                .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory() / 8);
    }

    @Test
    void the_operator_may_say_another_size() {
        TileSettings settings = new Binder(new MapConfigurationPropertySource(Map.of("ruralmap.tiles.cache", "10MB")))
                .bindOrCreate("ruralmap.tiles", TileSettings.class);

        assertThat(settings.cacheBytes()).isEqualTo(10L * 1024 * 1024);
    }

    @Test
    void also_in_the_environment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("RURALMAP_TILES_CACHE", "512MB")));

        assertThat(Binder.get(environment)
                        .bindOrCreate("ruralmap.tiles", TileSettings.class)
                        .cacheBytes())
                .isEqualTo(512L * 1024 * 1024);
    }
}
