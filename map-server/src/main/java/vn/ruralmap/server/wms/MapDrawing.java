package vn.ruralmap.server.wms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.render.CrsProjection;
import vn.ruralmap.server.render.ImageEncoder;
import vn.ruralmap.server.render.ImageFormat;
import vn.ruralmap.server.render.LegendItem;
import vn.ruralmap.server.render.LegendOptions;
import vn.ruralmap.server.render.LegendRenderer;
import vn.ruralmap.server.render.MapRenderer;
import vn.ruralmap.server.render.MapView;
import vn.ruralmap.server.render.MessageImage;
import vn.ruralmap.server.render.ViewLayer;
import vn.ruralmap.server.support.EntityTag;
import vn.ruralmap.server.support.Parameters;

/** Answers GetMap and GetLegendGraphic. */
@Component
class MapDrawing {

    private final Catalogue catalogue;
    private final JsonMapper json;
    private final MapRenderer renderer = new MapRenderer();
    private final LegendRenderer legends = new LegendRenderer(renderer);
    private final ImageEncoder encoder = new ImageEncoder();

    MapDrawing(Catalogue catalogue, JsonMapper json) {
        this.catalogue = catalogue;
        this.json = json;
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
        write(response, map.format(), encoder.encode(renderer.draw(view, layers), map.format()));
    }

    void legend(LegendRequest legend, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (EntityTag.isFresh(request, response, legend.toString())) {
            return;
        }
        MapStyle style = catalogue.style(legend.layer());
        if (legend.json()) {
            response.setContentType("application/json");
            List<LegendItem> items = legends.items(style, null);
            json.writeValue(response.getOutputStream(), items);
            return;
        }
        LegendOptions options = new LegendOptions(null, MapView.STANDARD_DPI, null);
        write(
                response,
                ImageFormat.PNG,
                encoder.encode(legends.draw(style, legend.language(), options), ImageFormat.PNG));
    }

    /** EXCEPTIONS=INIMAGE and BLANK (OGC 06-042 §7.3.3.11): an image of the asked size, with or without the text. */
    void refusal(Parameters parameters, String message, HttpServletResponse response) throws IOException {
        int width = side(parameters, "width");
        int height = side(parameters, "height");
        boolean transparent =
                parameters.find("transparent").filter("true"::equalsIgnoreCase).isPresent();
        ImageFormat format = parameters
                        .find("format")
                        .filter(text -> text.startsWith("image/jp"))
                        .isPresent()
                ? ImageFormat.JPEG
                : ImageFormat.PNG;
        response.setHeader("Cache-Control", "no-store");
        Color background = transparent ? null : Color.WHITE;
        write(response, format, encoder.encode(MessageImage.draw(width, height, background, message), format));
    }

    private static int side(Parameters parameters, String name) {
        String text = parameters
                .find(name)
                .filter(value -> value.matches("[1-9]\\d{0,3}"))
                .orElse("256");
        return Math.min(MapRequest.MAX_PIXELS, Integer.parseInt(text));
    }

    private static void write(HttpServletResponse response, ImageFormat format, byte[] image) throws IOException {
        response.setContentType(format == ImageFormat.PNG8 ? "image/png" : format.mediaType());
        response.setContentLength(image.length);
        response.getOutputStream().write(image);
    }
}
