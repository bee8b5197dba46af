package vn.ruralmap.server.ogcapi.tiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.ogcapi.common.ApiDescription;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Exchanges;
import vn.ruralmap.server.ogcapi.common.Link;
import vn.ruralmap.server.ogcapi.common.Representation;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.tiling.LayerChoice;
import vn.ruralmap.server.tiling.RasterFormats;
import vn.ruralmap.server.tiling.TileAddress;
import vn.ruralmap.server.tiling.TileAnswers;
import vn.ruralmap.server.tiling.TileFormat;
import vn.ruralmap.server.tiling.TileMatrixSet;
import vn.ruralmap.server.tiling.TileMatrixSets;
import vn.ruralmap.server.tiling.Tiles;
import vn.ruralmap.server.tiling.vector.VectorFormat;

/** Tiles of one collection and of the whole map, and the sets they lie in; the bytes are those of {@code /tiles}. */
@Controller
class TilesController {

    private static final List<Representation> DOCUMENT = List.of(Representation.JSON);
    private static final List<Representation> VECTOR = List.of(new Representation(
            "mvt",
            TileKind.VECTOR.mediaType(),
            List.of(TileKind.VECTOR.mediaType(), "application/x-protobuf"),
            LocalizedText.same("Mapbox Vector Tile")));
    private static final List<Representation> IMAGES = List.of(
            new Representation("png", "image/png", List.of("image/png"), LocalizedText.same("PNG")),
            new Representation("jpeg", "image/jpeg", List.of("image/jpeg"), LocalizedText.same("JPEG")));
    private static final String TILE = "/{set}/{level}/{row}/{column}";

    private final Exchanges exchanges;
    private final TileAnswers answers;
    private final RasterFormats raster;
    private final VectorFormat vector;

    TilesController(Exchanges exchanges, TileAnswers answers, RasterFormats raster, VectorFormat vector) {
        this.exchanges = exchanges;
        this.answers = answers;
        this.raster = raster;
        this.vector = vector;
    }

    @GetMapping("/ogc/tileMatrixSets")
    void sets(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = exchanges.begin(request, response, DOCUMENT, List.of());
        if (exchange.isFresh("sets")) {
            return;
        }
        ObjectNode document = ApiDescription.node();
        ArrayNode sets = document.putArray("tileMatrixSets");
        TileMatrixSets.list().forEach(set -> sets.add(TileSets.summary(exchange, set)));
        Link.write(document, exchange.selfLinks());
        exchange.send(document);
    }

    @GetMapping("/ogc/tileMatrixSets/{set}")
    void set(@PathVariable String set, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = exchanges.begin(request, response, DOCUMENT, List.of());
        ObjectNode document = TileSets.definition(exchange, find(set));
        if (!exchange.isFresh("set")) {
            exchange.send(document);
        }
    }

    @GetMapping({"/ogc/collections/{layer}/tiles", "/ogc/collections/{layer}/map/tiles"})
    void ofCollection(@PathVariable String layer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        list(layer, request, response);
    }

    @GetMapping({"/ogc/tiles", "/ogc/map/tiles"})
    void ofMap(HttpServletRequest request, HttpServletResponse response) throws IOException {
        list("", request, response);
    }

    @GetMapping({"/ogc/collections/{layer}/tiles/{set}", "/ogc/collections/{layer}/map/tiles/{set}"})
    void setOfCollection(
            @PathVariable String layer,
            @PathVariable String set,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        one(layer, set, request, response);
    }

    @GetMapping({"/ogc/tiles/{set}", "/ogc/map/tiles/{set}"})
    void setOfMap(@PathVariable String set, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        one("", set, request, response);
    }

    @GetMapping({"/ogc/collections/{layer}/tiles" + TILE, "/ogc/collections/{layer}/map/tiles" + TILE})
    void tileOfCollection(
            @PathVariable String layer,
            @PathVariable String set,
            @PathVariable String level,
            @PathVariable String row,
            @PathVariable String column,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        tile(layer, address(set, level, row, column), request, response);
    }

    @GetMapping({"/ogc/tiles" + TILE, "/ogc/map/tiles" + TILE})
    void tileOfMap(
            @PathVariable String set,
            @PathVariable String level,
            @PathVariable String row,
            @PathVariable String column,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        tile("", address(set, level, row, column), request, response);
    }

    private void list(String layer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = exchanges.begin(request, response, DOCUMENT, List.of());
        Envelope bounds = bounds(exchange, layer);
        if (exchange.isFresh("tiles " + exchange.snapshot().revision())) {
            return;
        }
        ObjectNode document = ApiDescription.node();
        ArrayNode sets = document.putArray("tilesets");
        for (TileMatrixSet set : TileMatrixSets.list()) {
            sets.add(TileSets.tileSet(exchange, set, kind(request), path(layer, kind(request)), bounds));
        }
        Link.write(document, exchange.selfLinks());
        exchange.send(document);
    }

    private void one(String layer, String set, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Exchange exchange = exchanges.begin(request, response, DOCUMENT, List.of());
        TileKind kind = kind(request);
        ObjectNode document = TileSets.tileSet(exchange, find(set), kind, path(layer, kind), bounds(exchange, layer));
        if (!exchange.isFresh("tiles " + exchange.snapshot().revision())) {
            exchange.send(document);
        }
    }

    private void tile(String layer, TileAddress address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TileKind kind = kind(request);
        Exchange exchange =
                exchanges.begin(request, response, kind == TileKind.VECTOR ? VECTOR : IMAGES, List.of("style", "v"));
        List<String> names = layer.isEmpty() ? visible(exchange) : List.of(layer);
        TileFormat format =
                kind == TileKind.VECTOR ? vector : exchange.form().name().equals("png") ? raster.png() : raster.jpeg();
        answers.send(
                new Tiles.Request(
                        format,
                        address,
                        LayerChoice.find(
                                exchange.snapshot(),
                                names,
                                exchange.parameters().list("style"),
                                exchange.date())),
                exchange.parameters().find("v").orElse(null),
                request,
                response);
    }

    /** What the viewer shows when it opens, bottom first. */
    private static List<String> visible(Exchange exchange) {
        return exchange.snapshot().catalogue().layers().stream()
                .filter(each -> each.presentation().visible())
                .map(Layer::name)
                .toList();
    }

    private static Envelope bounds(Exchange exchange, String layer) {
        if (layer.isEmpty()) {
            return exchange.snapshot().bounds(exchange.date());
        }
        LayerChoice.find(exchange.snapshot(), List.of(layer), List.of(), exchange.date());
        return exchange.snapshot().view(layer, exchange.date()).bounds();
    }

    private static String path(String layer, TileKind kind) {
        return (layer.isEmpty() ? "" : "/collections/" + layer) + (kind == TileKind.MAP ? "/map/tiles" : "/tiles");
    }

    private static TileKind kind(HttpServletRequest request) {
        return request.getRequestURI().contains("/map/tiles") ? TileKind.MAP : TileKind.VECTOR;
    }

    private static TileMatrixSet find(String id) {
        return TileSets.find(id).orElseThrow(TilesController::noSuchTile);
    }

    private static TileAddress address(String id, String matrix, String row, String column) {
        TileMatrixSet set = find(id);
        int level = set.findLevel(matrix).orElseThrow(TilesController::noSuchTile);
        if (!row.matches("\\d{1,9}")
                || !column.matches("\\d{1,9}")
                || !TileAddress.exists(set, level, Long.parseLong(column), Long.parseLong(row))) {
            throw noSuchTile();
        }
        return new TileAddress(set, level, Integer.parseInt(column), Integer.parseInt(row));
    }

    private static RequestException noSuchTile() {
        return RequestException.of(
                404,
                "NotFound",
                "tileMatrixSetId",
                "Không có ô này; các lưới ở /ogc/tileMatrixSets",
                "There is no such tile; /ogc/tileMatrixSets lists the grids");
    }
}
