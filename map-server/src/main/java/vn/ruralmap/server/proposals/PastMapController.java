package vn.ruralmap.server.proposals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.PastSnapshots;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.LegalDate;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.tiling.LayerChoice;
import vn.ruralmap.server.tiling.RasterFormats;
import vn.ruralmap.server.tiling.TileAddress;
import vn.ruralmap.server.tiling.TileAnswers;
import vn.ruralmap.server.tiling.TileMatrixSets;
import vn.ruralmap.server.tiling.Tiles;

/**
 * {@code /api/history/.../at/...}: the map as it was published at a moment, as features and drawn. Mistakes that were corrected are in it,
 * so only accounts see it.
 */
@RestController
class PastMapController {

    /** More would not be read on one map. */
    private static final int MAX_LAYERS = 20;

    private final EditRights rights;
    private final PastSnapshots past;
    private final Snapshots snapshots;
    private final RasterFormats formats;
    private final TileAnswers answers;

    PastMapController(
            EditRights rights, PastSnapshots past, Snapshots snapshots, RasterFormats formats, TileAnswers answers) {
        this.rights = rights;
        this.past = past;
        this.snapshots = snapshots;
        this.formats = formats;
        this.answers = answers;
    }

    /** All of a layer whatever its legal time, or with {@code as-of} what was in force; within {@code bbox}. */
    @NeedsStore
    @GetMapping("/api/history/{layer}/at/{moment}.geojson")
    ResponseEntity<JsonNode> features(
            @PathVariable String layer,
            @PathVariable String moment,
            HttpServletRequest request,
            HttpServletResponse response) {
        Writer reader = rights.demandAccount(request, response);
        Parameters parameters = Parameters.of(request);
        Envelope box = Boxes.find(parameters);
        Snapshot then = past.at(instant(moment));
        Layer found = then.catalogue()
                .findLayer(layer)
                .orElseThrow(() ->
                        RequestException.of(404, "NotFound", "layer", "Không có lớp này", "There is no such layer"));
        Optional<LocalDate> date =
                parameters.find("as-of").map(text -> LegalDate.parse("as-of", text, snapshots.today()));
        Collection<Feature> features =
                date.isPresent() ? then.view(found.name(), date.get()).features() : then.rows(found.name());
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/geo+json"))
                .header("Cache-Control", "no-store")
                .body(collection(found, features, box, Visibility.of(then.catalogue(), reader)));
    }

    private static ObjectNode collection(
            Layer layer, Collection<Feature> features, @Nullable Envelope box, Visibility visibility) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "FeatureCollection");
        ArrayNode array = json.putArray("features");
        for (Feature feature : features) {
            if (Boxes.meets(box, feature.geometry())) {
                Change.Content content = Change.Content.of(feature);
                ObjectNode node = array.addObject();
                node.put("type", "Feature");
                node.put("id", feature.fid());
                ObjectNode properties = node.putObject("properties");
                properties.put("fid", feature.fid());
                properties.put("version", feature.version());
                FeatureText.values(layer, content).forEach((name, value) -> {
                    if (visibility.allows(layer.name(), name)) {
                        properties.set(name, JsonValue.of(value));
                    }
                });
                node.put("title", FeatureText.name(layer, content, feature.id(layer)));
                node.set("geometry", GeoJson.of(feature.geometry()));
            }
        }
        return json;
    }

    /** The same as an image, in the layers' own styles. @param row {@code 243}, or {@code 243@2x} for twice the pixels */
    @NeedsStore
    @GetMapping("/api/history/at/{moment}/{layers}/{z:\\d{1,2}}/{x:\\d{1,9}}/{row:\\d{1,9}(?:@2x)?}.png")
    void tile(
            @PathVariable String moment,
            @PathVariable String layers,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable String row,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        rights.demandAccount(request, response);
        boolean isDense = row.endsWith("@2x");
        int y = Integer.parseInt(isDense ? row.substring(0, row.length() - 3) : row);
        List<String> names = Arrays.asList(layers.split(",", -1));
        if (names.size() > MAX_LAYERS || !TileAddress.exists(TileMatrixSets.WEB_MERCATOR, z, x, y)) {
            throw RequestException.of(
                    404,
                    "NoSuchTile",
                    "path",
                    "Không có ô này, hoặc nhiều hơn " + MAX_LAYERS + " lớp",
                    "There is no such tile, or more than " + MAX_LAYERS + " layers");
        }
        Parameters parameters = Parameters.of(request);
        LocalDate date = LegalDate.of(parameters, snapshots.today());
        answers.send(
                new Tiles.Request(
                        isDense ? formats.png2x() : formats.png(),
                        new TileAddress(TileMatrixSets.WEB_MERCATOR, z, x, y),
                        LayerChoice.find(past.at(instant(moment)), names, parameters.list("style"), date)),
                null,
                request,
                response);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw RequestException.invalid(
                    "moment", "cần thời điểm dạng 2025-07-01T00:00:00Z", "a moment such as 2025-07-01T00:00:00Z");
        }
    }
}
