package vn.ruralmap.server.wms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.render.ImageEncoder;
import vn.ruralmap.server.render.ImageFormat;
import vn.ruralmap.server.render.LegendItem;
import vn.ruralmap.server.render.LegendOptions;
import vn.ruralmap.server.render.LegendRenderer;
import vn.ruralmap.server.render.MapRenderer;
import vn.ruralmap.server.render.RenderedMap;
import vn.ruralmap.server.support.EntityTag;
import vn.ruralmap.server.support.RequestException;

/** Answers GetLegendGraphic. */
@Component
class LegendDrawing {

    private final JsonMapper json;
    private final LegendRenderer legends;
    private final ImageEncoder encoder = new ImageEncoder();
    private final Map<String, MapRequest.Size> sizes = new ConcurrentHashMap<>();

    LegendDrawing(JsonMapper json, MapRenderer renderer) {
        this.json = json;
        this.legends = new LegendRenderer(renderer);
    }

    void answer(LegendRequest legend, HttpServletRequest request, HttpServletResponse response) throws IOException {
        // styles change with the process only, and so does the tag
        if (EntityTag.isFresh(request, response, "legend")) {
            return;
        }
        ImageFormat format = legend.format();
        if (format == null) {
            response.setContentType("application/json");
            json.writeValue(response.getOutputStream(), items(legend));
        } else {
            MapDrawing.write(response, format, encoder.encode(draw(legend), format));
        }
    }

    private List<LegendItem> items(LegendRequest legend) {
        return legend.styles().stream()
                .flatMap(style -> legends.items(style, legend.options().scaleDenominator()).stream())
                .filter(item -> legend.rule() == null || item.rule().equals(legend.rule()))
                .toList();
    }

    private RenderedMap draw(LegendRequest legend) {
        String rule = legend.rule();
        if (rule == null) {
            return legends.draw(legend.styles(), legend.language(), legend.options());
        }
        return legend.styles().stream()
                .flatMap(style -> legends.rule(style, rule, legend.options()).stream())
                .findFirst()
                .orElseThrow(() ->
                        RequestException.invalid("RULE", "kiểu không có quy tắc này", "the style has no such rule"));
    }

    /** As large as the legend without further parameters, which is the one that capabilities refer to. */
    MapRequest.Size size(String style, MapStyle drawn, String language) {
        return sizes.computeIfAbsent(style + '/' + language, key -> {
            RenderedMap image = legends.draw(drawn, language, LegendOptions.STANDARD);
            return new MapRequest.Size(image.widthPx(), image.heightPx());
        });
    }
}
