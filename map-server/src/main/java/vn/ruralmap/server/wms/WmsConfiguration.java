package vn.ruralmap.server.wms;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ruralmap.server.render.MapRenderer;

/** Settings of this package. */
@Configuration
@EnableConfigurationProperties(WmsLimits.class)
class WmsConfiguration {

    /** One for all, since it keeps what it has prepared. */
    @Bean
    MapRenderer wmsRenderer() {
        return new MapRenderer();
    }
}
