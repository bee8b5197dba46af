package vn.ruralmap.server.wms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.server.render.HitFinder;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * A checked GetFeatureInfo request (OGC 06-042 §7.4).
 *
 * @param map the map that was clicked on
 * @param layers to ask, top first: what lies on top answers first
 * @param column pixels from the left
 * @param row pixels from the top
 * @param featureCount at most so many features of each layer
 * @param tolerance how far beside a feature a click still means it
 * @param format of the answer
 */
record FeatureInfoRequest(
        MapRequest map,
        List<StyledLayer> layers,
        int column,
        int row,
        int featureCount,
        HitFinder.Tolerance tolerance,
        InfoFormat format) {

    /** A fingertip is some 10 px wide. */
    private static final int DEFAULT_TOLERANCE_PX = 5;

    private static final int MAX_TOLERANCE_PX = 50;
    private static final int MAX_FEATURES = 1000;

    static FeatureInfoRequest parse(
            WmsVersion version, Parameters parameters, Snapshot snapshot, LocalDate today, WmsLimits limits) {
        parameters.get("query_layers");
        Parameters forMap = parameters.with("format", "image/png");
        if (parameters.find("layers").isEmpty() && parameters.find("sld_body").isEmpty()) {
            forMap = forMap.with("layers", parameters.get("query_layers"));
        }
        MapRequest map = MapRequest.parse(version, forMap, snapshot, today, limits);
        return new FeatureInfoRequest(
                map,
                queried(parameters, map, new LayerNames(snapshot.catalogue())),
                position(parameters, version.columnParameter(), map.size().widthPx()),
                position(parameters, version.rowParameter(), map.size().heightPx()),
                featureCount(parameters),
                tolerance(parameters),
                InfoFormat.parse(parameters.find("info_format").orElse("text/plain")));
    }

    /** GeoServer's clients send one for all, QGIS one for each kind of geometry. */
    private static HitFinder.Tolerance tolerance(Parameters parameters) {
        int all = parameters.findInteger("buffer", 0, MAX_TOLERANCE_PX).orElse(DEFAULT_TOLERANCE_PX);
        return new HitFinder.Tolerance(
                parameters
                        .findInteger("fi_point_tolerance", 0, MAX_TOLERANCE_PX)
                        .orElse(all),
                parameters.findInteger("fi_line_tolerance", 0, MAX_TOLERANCE_PX).orElse(all),
                parameters
                        .findInteger("fi_polygon_tolerance", 0, MAX_TOLERANCE_PX)
                        .orElse(all));
    }

    private static List<StyledLayer> queried(Parameters parameters, MapRequest map, LayerNames names) {
        List<StyledLayer> layers = new ArrayList<>();
        for (String name : parameters.list("query_layers")) {
            for (Layer layer : names.list(name, "QUERY_LAYERS")) {
                List<StyledLayer> shown = map.layers().stream()
                        .filter(each -> each.view().layer().equals(layer))
                        .toList();
                if (shown.isEmpty()) {
                    throw RequestException.of(
                            "LayerNotDefined",
                            "QUERY_LAYERS",
                            "Mỗi lớp của QUERY_LAYERS phải có trong LAYERS",
                            "each layer of QUERY_LAYERS must be among LAYERS");
                }
                shown.stream().filter(each -> !layers.contains(each)).forEach(each -> layers.add(0, each));
            }
        }
        return layers;
    }

    /** What is no positive number means 1 (OGC 06-042 §7.4.3.6). */
    private static int featureCount(Parameters parameters) {
        return parameters
                .find("feature_count")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Math.max(1, Math.min(MAX_FEATURES, Integer.parseInt(text))))
                .orElse(1);
    }

    private static int position(Parameters parameters, String name, int size) {
        String text = parameters.get(name);
        try {
            // some clients send fractions; NaN is in no range
            double value = Double.parseDouble(text);
            if (value >= 0 && value < size) {
                return (int) value;
            }
        } catch (NumberFormatException e) {
            throw invalidPoint(name, size);
        }
        throw invalidPoint(name, size);
    }

    private static RequestException invalidPoint(String name, int size) {
        return RequestException.of(
                "InvalidPoint", name, name + " phải từ 0 đến " + (size - 1), name + " must be from 0 to " + (size - 1));
    }
}
