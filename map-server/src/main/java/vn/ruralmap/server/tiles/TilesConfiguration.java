package vn.ruralmap.server.tiles;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.StoreAvailability;
import vn.ruralmap.server.tiling.RasterFormats;
import vn.ruralmap.server.tiling.TileAnswers;
import vn.ruralmap.server.tiling.vector.VectorFormat;

/** Where the service sits. */
@Configuration(proxyBeanMethods = false)
class TilesConfiguration {

    @Bean
    ServletRegistrationBean<TilesServlet> tilesServlet(
            StoreAvailability availability,
            Snapshots snapshots,
            RasterFormats raster,
            VectorFormat vector,
            TileAnswers answers,
            PublicUrl publicUrl) {
        return new ServletRegistrationBean<>(
                new TilesServlet(
                        availability,
                        snapshots,
                        new TilePath.Formats(raster, vector),
                        answers,
                        new TileJson(snapshots, publicUrl)),
                "/tiles/*");
    }
}
