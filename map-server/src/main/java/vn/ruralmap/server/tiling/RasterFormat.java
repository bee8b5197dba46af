package vn.ruralmap.server.tiling;

import java.awt.Color;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.server.render.CrsProjection;
import vn.ruralmap.server.render.ImageEncoder;
import vn.ruralmap.server.render.ImageFormat;
import vn.ruralmap.server.render.MapRenderer;
import vn.ruralmap.server.render.MapView;
import vn.ruralmap.server.render.RenderedMap;
import vn.ruralmap.server.render.ViewLayer;

/** Tiles as images. PNG is transparent where nothing is drawn, JPEG white. */
final class RasterFormat implements TileFormat {

    /** Tiles show no text but the data's. */
    private static final String LANGUAGE = "vi";

    private static final int TILE_PX = 256;

    private final MapRenderer renderer;
    private final ImageEncoder encoder;
    private final ImageFormat format;
    private final int density;
    private final byte[] empty;

    /** @param density 1, or 2 for twice the pixels with lines and letters twice as large */
    RasterFormat(MapRenderer renderer, ImageEncoder encoder, ImageFormat format, int density) {
        this.renderer = renderer;
        this.encoder = encoder;
        this.format = format;
        this.density = density;
        int side = TILE_PX * density;
        this.empty = encoder.encode(RenderedMap.ofColor(side, side, 0), format);
    }

    @Override
    public String name() {
        return format + "@" + density;
    }

    @Override
    public String mediaType() {
        return format.mediaType();
    }

    @Override
    public List<Envelope> areas(TileAddress address, List<StyledView> layers) {
        return renderer.areas(view(address), drawn(layers));
    }

    @Override
    public void describe(StyledView layer, Fingerprint into) {
        into.add(layer.style().source());
        new TreeMap<>(layer.style().symbols())
                .forEach((name, picture) -> into.add(name).add(picture));
    }

    @Override
    public byte[] make(TileAddress address, List<StyledView> layers) {
        return encoder.encode(renderer.draw(view(address), drawn(layers)), format);
    }

    @Override
    public byte[] empty() {
        return empty;
    }

    private static List<ViewLayer> drawn(List<StyledView> layers) {
        return layers.stream()
                .map(layer -> new ViewLayer(layer.view(), layer.style()))
                .toList();
    }

    private MapView view(TileAddress address) {
        int side = address.matrix().tilePx() * density;
        @Nullable Color background = format == ImageFormat.JPEG ? Color.WHITE : null;
        return new MapView(
                side,
                side,
                address.bounds(),
                new CrsProjection(address.set().crs()),
                address.matrix().scaleDenominator(),
                MapView.STANDARD_DPI * density,
                background,
                LANGUAGE);
    }
}
