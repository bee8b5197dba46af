package vn.ruralmap.server.wms;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one request may ask for; an operator sets {@code RURALMAP_WMS_MAXSIDE} and {@code RURALMAP_WMS_DRAWING}.
 *
 * @param maxSide largest width and height of an image in pixels. An image takes 16 bytes a pixel while it is drawn and
 *     written, 256 MB at the default side
 * @param drawing time that an image may take
 */
@ConfigurationProperties("ruralmap.wms")
record WmsLimits(
        @DefaultValue("4096") int maxSide,
        @DefaultValue("30s") Duration drawing) {}
