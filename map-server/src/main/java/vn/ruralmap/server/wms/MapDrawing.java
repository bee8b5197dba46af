package vn.ruralmap.server.wms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.render.Deadline;
import vn.ruralmap.server.render.ImageEncoder;
import vn.ruralmap.server.render.ImageFormat;
import vn.ruralmap.server.render.MapRenderer;
import vn.ruralmap.server.render.MessageImage;
import vn.ruralmap.server.render.RenderedMap;
import vn.ruralmap.server.render.ViewLayer;
import vn.ruralmap.server.support.ClientConnection;
import vn.ruralmap.server.support.EntityTag;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.support.WorkLimit;

/** Answers GetMap. */
@Component
class MapDrawing {

    private final WorkLimit limit;
    private final WmsLimits limits;
    private final MapRenderer renderer;
    private final ImageEncoder encoder = new ImageEncoder();

    MapDrawing(WorkLimit limit, WmsLimits limits, MapRenderer renderer) {
        this.limit = limit;
        this.limits = limits;
        this.renderer = renderer;
    }

    void map(MapRequest map, HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder state = new StringBuilder();
        for (StyledLayer layer : map.layers()) {
            LayerView view = layer.view();
            state.append(view.layer().name()).append(view.revision()).append(view.periodStart());
        }
        if (EntityTag.isFresh(request, response, state.toString())) {
            return;
        }
        List<ViewLayer> layers = map.layers().stream().map(StyledLayer::drawn).toList();
        Runnable presence = ClientConnection.presence(request);
        byte[] image = limit.run(presence, () -> {
            Deadline deadline = Deadline.in(limits.drawing(), presence);
            return encoder.encode(renderer.draw(map.view(), layers, deadline), map.format());
        });
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
        ImageFormat format = format(parameters);
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

    private static ImageFormat format(Parameters parameters) {
        try {
            return MapRequest.format(parameters);
        } catch (RequestException e) {
            return ImageFormat.PNG;
        }
    }

    private int side(Parameters parameters, String name) {
        String text = parameters
                .find(name)
                .filter(value -> value.matches("[1-9]\\d{0,4}"))
                .orElse("256");
        return Math.min(limits.maxSide(), Integer.parseInt(text));
    }

    static void write(HttpServletResponse response, ImageFormat format, byte[] image) throws IOException {
        response.setContentType(format == ImageFormat.PNG8 ? "image/png" : format.mediaType());
        response.setContentLength(image.length);
        response.getOutputStream().write(image);
    }
}
