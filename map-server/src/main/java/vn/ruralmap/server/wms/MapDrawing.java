package vn.ruralmap.server.wms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.render.CrsProjection;
import vn.ruralmap.server.render.ImageEncoder;
import vn.ruralmap.server.render.ImageFormat;
import vn.ruralmap.server.render.MapRenderer;
import vn.ruralmap.server.render.MapView;
import vn.ruralmap.server.render.MessageImage;
import vn.ruralmap.server.render.RenderedMap;
import vn.ruralmap.server.render.ViewLayer;
import vn.ruralmap.server.support.EntityTag;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.support.WorkLimit;

/** Answers GetMap. */
@Component
class MapDrawing {

    private final Catalogue catalogue;
    private final WorkLimit limit;
    private final MapRenderer renderer = new MapRenderer();
    private final ImageEncoder encoder = new ImageEncoder();

    MapDrawing(Catalogue catalogue, WorkLimit limit) {
        this.catalogue = catalogue;
        this.limit = limit;
    }

    void map(MapRequest map, HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder state = new StringBuilder();
        for (LayerView view : map.layers()) {
            state.append(view.layer().name()).append(view.revision()).append(view.periodStart());
        }
        if (EntityTag.isFresh(request, response, state.toString())) {
            return;
        }
        List<ViewLayer> layers = map.layers().stream()
                .map(view -> new ViewLayer(view, catalogue.style(view.layer())))
                .toList();
        MapView view = new MapView(
                map.size().widthPx(),
                map.size().heightPx(),
                map.bounds(),
                new CrsProjection(map.crs()),
                map.scaleDenominator(),
                map.dpi(),
                map.background(),
                map.language());
        byte[] image = limit.run(() -> encoder.encode(renderer.draw(view, layers), map.format()));
        write(response, map.format(), image);
    }

    /**
     * EXCEPTIONS=INIMAGE and BLANK (OGC 06-042 §7.3.3.11): an image of the asked size and background, with or without the
     * text.
     */
    void refusal(Parameters parameters, RequestException e, boolean blank, HttpServletResponse response)
            throws IOException {
        int width = side(parameters, "width");
        int height = side(parameters, "height");
        ImageFormat format = parameters
                        .find("format")
                        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("image/jp"))
                        .isPresent()
                ? ImageFormat.JPEG
                : ImageFormat.PNG;
        WmsExceptions.prepare(e, response);
        String message = blank ? "" : e.bilingual();
        RenderedMap image = MessageImage.draw(width, height, background(parameters), message);
        write(response, format, encoder.encode(image, format));
    }

    /** The one that the map would have had, unless it is what is wrong. */
    private static @Nullable Color background(Parameters parameters) {
        try {
            return MapRequest.background(parameters);
        } catch (RequestException e) {
            return Color.WHITE;
        }
    }

    private static int side(Parameters parameters, String name) {
        String text = parameters
                .find(name)
                .filter(value -> value.matches("[1-9]\\d{0,3}"))
                .orElse("256");
        return Math.min(MapRequest.MAX_PIXELS, Integer.parseInt(text));
    }

    static void write(HttpServletResponse response, ImageFormat format, byte[] image) throws IOException {
        response.setContentType(format == ImageFormat.PNG8 ? "image/png" : format.mediaType());
        response.setContentLength(image.length);
        response.getOutputStream().write(image);
    }
}
