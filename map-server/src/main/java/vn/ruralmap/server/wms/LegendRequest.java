package vn.ruralmap.server.wms;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.layers.style.SldDocument;
import vn.ruralmap.server.render.ImageFormat;
import vn.ruralmap.server.render.LegendOptions;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * A checked GetLegendGraphic request (OGC 05-078r4 §12).
 *
 * @param styles to explain: one, or the default ones of a group's layers
 * @param format of the picture; null: JSON, a description instead
 * @param rule only its symbol, without a text; null: all rules that have a title
 * @param options scale, density, ground, and the size of a symbol
 * @param language of the titles
 */
record LegendRequest(
        List<MapStyle> styles,
        @Nullable ImageFormat format,
        @Nullable String rule,
        LegendOptions options,
        String language) {

    private static final String JSON = "application/json";
    private static final int MAX_SYMBOL_PX = 512;

    static LegendRequest parse(Parameters parameters, Snapshot snapshot) {
        String format = parameters.find("format").orElse("image/png");
        return new LegendRequest(
                styles(parameters, snapshot),
                format.equals(JSON) ? null : picture(format),
                parameters.find("rule").orElse(null),
                new LegendOptions(
                        scale(parameters),
                        MapRequest.dpi(parameters),
                        background(parameters),
                        parameters.findInteger("width", 1, MAX_SYMBOL_PX).orElse(LegendOptions.WIDTH),
                        parameters.findInteger("height", 1, MAX_SYMBOL_PX).orElse(LegendOptions.HEIGHT)),
                parameters.language());
    }

    private static ImageFormat picture(String format) {
        try {
            return MapRequest.format(Parameters.NONE.with("format", format));
        } catch (RequestException e) {
            throw RequestException.of(
                    "InvalidFormat",
                    "FORMAT",
                    e.text().vi() + ", " + JSON,
                    e.text().en() + ", " + JSON);
        }
    }

    private static List<MapStyle> styles(Parameters parameters, Snapshot snapshot) {
        LayerNames names = new LayerNames(snapshot.catalogue());
        String style = parameters.find("style").orElse("");
        Optional<SldDocument> sld = LayerSelection.readSld(parameters, names, snapshot);
        List<Layer> layers = names.list(parameters.get("layer"), "LAYER");
        if (layers.size() > 1) {
            return layers.stream()
                    .map(layer -> names.style(layer, style, "STYLE"))
                    .toList();
        }
        Layer layer = layers.get(0);
        return List.of(sld.flatMap(document -> given(document, layer, style))
                .orElseGet(() -> names.style(layer, style, "STYLE")));
    }

    private static Optional<MapStyle> given(SldDocument document, Layer layer, String style) {
        return document.layers().stream()
                .filter(named -> LayerNames.bare(named.name()).equals(layer.name()))
                .flatMap(named -> named.styles().stream())
                .filter(choice -> style.isEmpty() || choice.name().equals(style))
                .flatMap(choice -> Optional.ofNullable(choice.given()).stream())
                .findFirst();
    }

    /** Unlike a map's, a legend's ground is transparent unless asked otherwise. */
    private static @Nullable Color background(Parameters parameters) {
        boolean asked = parameters.find("bgcolor").isPresent()
                || parameters
                        .find("transparent")
                        .filter("false"::equalsIgnoreCase)
                        .isPresent();
        return asked ? MapRequest.background(parameters) : null;
    }

    private static @Nullable Double scale(Parameters parameters) {
        String text = parameters.find("scale").orElse(null);
        if (text == null) {
            return null;
        }
        try {
            double scale = Double.parseDouble(text);
            if (scale > 0) {
                return scale;
            }
        } catch (NumberFormatException e) {
            throw badScale();
        }
        throw badScale();
    }

    private static RequestException badScale() {
        return RequestException.invalid("SCALE", "cần mẫu số lớn hơn 0", "a denominator greater than 0");
    }
}
