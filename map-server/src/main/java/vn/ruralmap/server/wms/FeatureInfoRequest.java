package vn.ruralmap.server.wms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
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
 * @param tolerancePx how far beside a feature a click still means it
 * @param format of the answer
 */
record FeatureInfoRequest(
        MapRequest map,
        List<LayerView> layers,
        int column,
        int row,
        int featureCount,
        double tolerancePx,
        InfoFormat format) {

    /** A fingertip is some 10 px wide. */
    private static final int DEFAULT_TOLERANCE_PX = 5;

    private static final int MAX_FEATURES = 1000;

    static FeatureInfoRequest parse(WmsVersion version, Parameters parameters, Snapshot snapshot, LocalDate today) {
        Map<String, String> forMap = new HashMap<>();
        for (String name :
                List.of("version", "layers", "styles", "bbox", "width", "height", "time", "as-of", "language")) {
            parameters.find(name).ifPresent(value -> forMap.put(name, value));
        }
        forMap.put("format", "image/png");
        parameters.find(version.crsParameter()).ifPresent(value -> forMap.put(version.crsParameter(), value));
        parameters.get("query_layers");
        forMap.putIfAbsent("layers", parameters.get("query_layers"));
        MapRequest map = MapRequest.parse(version, Parameters.of(forMap), snapshot, today);
        return new FeatureInfoRequest(
                map,
                queried(parameters, map),
                position(parameters, version.columnParameter(), map.size().widthPx()),
                position(parameters, version.rowParameter(), map.size().heightPx()),
                featureCount(parameters),
                parameters.findInteger("buffer", 0, 50).orElse(DEFAULT_TOLERANCE_PX),
                InfoFormat.parse(parameters.find("info_format").orElse("text/plain")));
    }

    private static List<LayerView> queried(Parameters parameters, MapRequest map) {
        List<LayerView> layers = new ArrayList<>();
        for (String name : new LinkedHashSet<>(parameters.list("query_layers"))) {
            String bare = name.startsWith("ntm:") ? name.substring(4) : name;
            layers.add(
                    0,
                    map.layers().stream()
                            .filter(view -> view.layer().name().equals(bare))
                            .findFirst()
                            .orElseThrow(() -> RequestException.of(
                                    "LayerNotDefined",
                                    "QUERY_LAYERS",
                                    "Mỗi lớp của QUERY_LAYERS phải có trong LAYERS",
                                    "each layer of QUERY_LAYERS must be among LAYERS")));
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

    /** The middle of the pixel, in units of the map's system. */
    Coordinate position() {
        double x = map.bounds().getMinX()
                + (column + 0.5) * map.bounds().getWidth() / map.size().widthPx();
        double y = map.bounds().getMaxY()
                - (row + 0.5) * map.bounds().getHeight() / map.size().heightPx();
        return new Coordinate(x, y);
    }
}
