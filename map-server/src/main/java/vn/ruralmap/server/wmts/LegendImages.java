package vn.ruralmap.server.wmts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.render.ImageEncoder;
import vn.ruralmap.server.render.ImageFormat;
import vn.ruralmap.server.render.LegendOptions;
import vn.ruralmap.server.render.LegendRenderer;
import vn.ruralmap.server.render.MapRenderer;
import vn.ruralmap.server.render.RenderedMap;

/** Legends of styles, drawn once: styles change with the process only. */
final class LegendImages {

    private final LegendRenderer renderer = new LegendRenderer(new MapRenderer());
    private final ImageEncoder encoder = new ImageEncoder();
    private final Map<Key, Legend> legends = new ConcurrentHashMap<>();

    private record Key(MapStyle style, String language) {}

    /** @param png its bytes, not to be changed */
    record Legend(int widthPx, int heightPx, byte[] png) {}

    Legend get(MapStyle style, String language) {
        return legends.computeIfAbsent(new Key(style, language), this::draw);
    }

    private Legend draw(Key key) {
        RenderedMap image = renderer.draw(key.style(), key.language(), LegendOptions.STANDARD);
        return new Legend(image.widthPx(), image.heightPx(), encoder.encode(image, ImageFormat.PNG));
    }
}
