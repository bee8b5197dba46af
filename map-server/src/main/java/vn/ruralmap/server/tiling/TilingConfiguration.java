package vn.ruralmap.server.tiling;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ruralmap.server.support.WorkLimit;

/** The parts of this package and how they hang together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TileSettings.class)
class TilingConfiguration {

    @Bean
    RasterFormats rasterFormats() {
        return RasterFormats.create();
    }

    @Bean
    Tiles tiles(WorkLimit drawingLimit, TileSettings settings) {
        return new Tiles(drawingLimit, settings.cacheBytes(), new ProgramDigest());
    }

    @Bean
    TileAnswers tileAnswers(Tiles tiles) {
        return new TileAnswers(tiles);
    }

    @Bean
    MeterBinder tileMetrics(Tiles tiles) {
        return registry -> Gauge.builder("ruralmap.tiles.cached", tiles, Tiles::cachedBytes)
                .baseUnit("bytes")
                .description("Memory that made tiles take")
                .register(registry);
    }
}
