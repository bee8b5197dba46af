package vn.ruralmap.server.tiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.support.EntityTag;
import vn.ruralmap.server.support.LegalDate;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.tiling.LayerChoice;
import vn.ruralmap.server.tiling.StyledView;
import vn.ruralmap.server.tiling.TileMatrixSets;
import vn.ruralmap.server.tiling.vector.FeatureAttributes;
import vn.ruralmap.server.tiling.vector.VectorFormat;

/**
 * TileJSON 3.0.0: {@code /tiles/communes.json} describes vector tiles, {@code /tiles/communes.png.json} images. Where the
 * request has a date the addresses in it have the same.
 */
final class TileJson {

    private static final String END = ".json";
    private static final String RASTER_END = ".png.json";
    /** West, south, east, north of where Web Mercator tiles are. */
    private static final double[] WORLD = {-180, -85.05112877980659, 180, 85.0511287798066};

    private final Snapshots snapshots;
    private final PublicUrl publicUrl;
    private final JsonMapper json = JsonMapper.shared();

    TileJson(Snapshots snapshots, PublicUrl publicUrl) {
        this.snapshots = snapshots;
        this.publicUrl = publicUrl;
    }

    /** @param path after {@code /tiles}, with {@code .json} at its end */
    void answer(String path, Parameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean isRaster = path.endsWith(RASTER_END);
        String names = path.substring(1, path.length() - (isRaster ? RASTER_END : END).length());
        if (names.contains("/")) {
            throw TilePath.noSuchPath();
        }
        Snapshot snapshot = snapshots.current();
        LocalDate date = LegalDate.of(parameters, snapshots.today());
        List<StyledView> layers = LayerChoice.find(snapshot, TilePath.layers(names), parameters.list("style"), date);
        String state = layers.stream()
                .map(layer -> layer.view().revision() + "/" + layer.view().periodStart())
                .collect(Collectors.joining(","));
        String base = publicUrl.of(request) + "/tiles/";
        if (EntityTag.isFresh(request, response, base + state)) {
            return;
        }
        String query = parameters.find("as-of").map(asOf -> "?as-of=" + date).orElse("");
        String language = parameters.language();
        Map<String, Object> tileJson = new LinkedHashMap<>();
        tileJson.put("tilejson", "3.0.0");
        tileJson.put("name", titles(layers, language));
        tileJson.put("description", descriptions(snapshot, layers, language));
        tileJson.put("scheme", "xyz");
        tileJson.put("tiles", List.of(base + names + "/{z}/{x}/{y}" + (isRaster ? ".png" : ".mvt") + query));
        tileJson.put("minzoom", 0);
        tileJson.put(
                "maxzoom",
                isRaster ? TileMatrixSets.WEB_MERCATOR.matrices().size() - 1 : VectorFormat.COMPLETE_FROM_LEVEL);
        tileJson.put("bounds", bounds(layers));
        if (!isRaster) {
            tileJson.put("vector_layers", vectorLayers(layers, language));
        }
        response.setContentType("application/json");
        response.getOutputStream().write(json.writeValueAsBytes(tileJson));
    }

    private static String titles(List<StyledView> layers, String language) {
        return layers.stream()
                .map(layer -> layer.view().layer().title().in(language))
                .collect(Collectors.joining("; "));
    }

    private static String descriptions(Snapshot snapshot, List<StyledView> layers, String language) {
        String texts = layers.stream()
                .map(layer -> layer.view().layer().description().in(language))
                .collect(Collectors.joining(" "));
        return snapshot.isIllustrative()
                ? texts + " " + snapshot.catalogue().service().illustrative().in(language)
                : texts;
    }

    private static double[] bounds(List<StyledView> layers) {
        Envelope box = new Envelope();
        layers.forEach(layer -> box.expandToInclude(layer.view().bounds()));
        return box.isNull() ? WORLD : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }

    private static List<Map<String, Object>> vectorLayers(List<StyledView> layers, String language) {
        List<Map<String, Object>> described = new ArrayList<>();
        for (StyledView layer : layers) {
            LayerView view = layer.view();
            String title = view.layer().title().in(language);
            described.add(describe(view.layer().name(), title, FeatureAttributes.list(view)));
            described.add(
                    describe(VectorFormat.labelLayer(view.layer()), title, FeatureAttributes.listForLabels(view)));
        }
        return described;
    }

    /** @param fields names and types, as other makers of vector tiles fill this field and GDAL reads it */
    private static Map<String, Object> describe(String id, String description, Map<String, String> fields) {
        Map<String, Object> layer = new LinkedHashMap<>();
        layer.put("id", id);
        layer.put("description", description);
        layer.put("fields", fields);
        layer.put("minzoom", 0);
        layer.put("maxzoom", VectorFormat.COMPLETE_FROM_LEVEL);
        return layer;
    }
}
