package vn.ruralmap.server.wms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.render.ImageEncoder;
import vn.ruralmap.server.render.ImageFormat;
import vn.ruralmap.server.render.LegendOptions;
import vn.ruralmap.server.render.LegendRenderer;
import vn.ruralmap.server.render.MapRenderer;
import vn.ruralmap.server.render.RenderedMap;
import vn.ruralmap.server.support.EntityTag;

/** Answers GetLegendGraphic. */
@Component
class LegendDrawing {

    private final Catalogue catalogue;
    private final JsonMapper json;
    private final LegendRenderer legends = new LegendRenderer(new MapRenderer());
    private final ImageEncoder encoder = new ImageEncoder();
    private final Map<String, MapRequest.Size> sizes = new ConcurrentHashMap<>();

    LegendDrawing(Catalogue catalogue, JsonMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    void answer(LegendRequest legend, HttpServletRequest request, HttpServletResponse response) throws IOException {
        // styles change with the process only, and so does the tag
        if (EntityTag.isFresh(request, response, "legend")) {
            return;
        }
        MapStyle style = catalogue.style(legend.layer());
        if (legend.json()) {
            response.setContentType("application/json");
            json.writeValue(response.getOutputStream(), legends.items(style, legend.scaleDenominator()));
            return;
        }
        LegendOptions options =
                new LegendOptions(legend.scaleDenominator(), legend.dpi(), LegendOptions.STANDARD.background());
        RenderedMap image = legends.draw(style, legend.language(), options);
        MapDrawing.write(response, ImageFormat.PNG, encoder.encode(image, ImageFormat.PNG));
    }

    /** As large as the legend without further parameters, which is the one that capabilities refer to. */
    MapRequest.Size size(Layer layer, String language) {
        return sizes.computeIfAbsent(layer.name() + '/' + language, key -> {
            RenderedMap image = legends.draw(catalogue.style(layer), language, LegendOptions.STANDARD);
            return new MapRequest.Size(image.widthPx(), image.heightPx());
        });
    }
}
