package vn.ruralmap.server.wmts;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.support.ClickedFeatures;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.StoreAvailability;
import vn.ruralmap.server.tiling.RasterFormats;
import vn.ruralmap.server.tiling.TileAnswers;
import vn.ruralmap.server.tiling.vector.VectorFormat;

/** Where the service sits. */
@Configuration(proxyBeanMethods = false)
class WmtsConfiguration {

    @Bean
    TileChoice tileChoice(RasterFormats raster, VectorFormat vector) {
        return new TileChoice(raster, vector);
    }

    @Bean
    ServletRegistrationBean<WmtsServlet> wmtsServlet(
            StoreAvailability availability,
            Snapshots snapshots,
            PublicUrl publicUrl,
            TileChoice choice,
            TileAnswers answers,
            ClickedFeatures clicks) {
        return new ServletRegistrationBean<>(
                new WmtsServlet(availability, new WmtsServlet.Parts(snapshots, publicUrl, choice, answers, clicks)),
                "/wmts",
                "/wmts/*");
    }
}
