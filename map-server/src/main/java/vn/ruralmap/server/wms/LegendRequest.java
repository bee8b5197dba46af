package vn.ruralmap.server.wms;

import java.time.LocalDate;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * A checked GetLegendGraphic request (OGC 05-078r4 §12).
 *
 * @param layer whose legend
 * @param json true for a description instead of a picture
 * @param language of the titles
 */
record LegendRequest(Layer layer, boolean json, String language) {

    static LegendRequest parse(Parameters parameters, Snapshot snapshot, LocalDate today) {
        String format = parameters.find("format").orElse("image/png");
        boolean json = format.equals("application/json");
        if (!json && !format.startsWith("image/png")) {
            throw RequestException.of(
                    "InvalidFormat",
                    "FORMAT",
                    "Chỉ có image/png, application/json",
                    "offered are image/png, application/json");
        }
        Layer layer = MapRequest.layer(snapshot, parameters.get("layer"), today, "LAYER")
                .layer();
        return new LegendRequest(layer, json, parameters.language());
    }
}
