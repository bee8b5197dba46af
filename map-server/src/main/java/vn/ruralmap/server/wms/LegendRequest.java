package vn.ruralmap.server.wms;

import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * A checked GetLegendGraphic request (OGC 05-078r4 §12).
 *
 * @param layer whose legend
 * @param json true for a description instead of a picture
 * @param scaleDenominator only what is drawn at this scale; null: everything
 * @param dpi of the client's screen
 * @param language of the titles
 */
record LegendRequest(Layer layer, boolean json, @Nullable Double scaleDenominator, double dpi, String language) {

    static LegendRequest parse(Parameters parameters, Catalogue catalogue) {
        String format = parameters.find("format").orElse("image/png");
        boolean json = format.equals("application/json");
        if (!json && !format.equals("image/png")) {
            throw RequestException.of(
                    "InvalidFormat",
                    "FORMAT",
                    "Chỉ có image/png, application/json",
                    "offered are image/png, application/json");
        }
        Layer layer = MapRequest.layer(catalogue, parameters.get("layer"), "LAYER");
        MapRequest.checkStyle(layer, parameters.find("style").orElse(""), "STYLE");
        return new LegendRequest(layer, json, scale(parameters), MapRequest.dpi(parameters), parameters.language());
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
