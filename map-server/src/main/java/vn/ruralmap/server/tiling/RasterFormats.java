package vn.ruralmap.server.tiling;

import vn.ruralmap.server.render.ImageEncoder;
import vn.ruralmap.server.render.ImageFormat;
import vn.ruralmap.server.render.MapRenderer;

/**
 * The formats of images.
 *
 * @param png 256 px
 * @param png2x the same area at twice the density, 512 px
 * @param jpeg 256 px
 */
public record RasterFormats(TileFormat png, TileFormat png2x, TileFormat jpeg) {

    static RasterFormats create() {
        MapRenderer renderer = new MapRenderer();
        ImageEncoder encoder = new ImageEncoder();
        return new RasterFormats(
                new RasterFormat(renderer, encoder, ImageFormat.PNG, 1),
                new RasterFormat(renderer, encoder, ImageFormat.PNG, 2),
                new RasterFormat(renderer, encoder, ImageFormat.JPEG, 1));
    }
}
