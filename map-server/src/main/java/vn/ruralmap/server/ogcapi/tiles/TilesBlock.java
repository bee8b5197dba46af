package vn.ruralmap.server.ogcapi.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.ogcapi.common.ApiDescription;
import vn.ruralmap.server.ogcapi.common.BuildingBlock;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Exchanges;
import vn.ruralmap.server.ogcapi.common.Link;
import vn.ruralmap.server.tiling.TileMatrixSets;

/** Tiles, by what the documents on top say of them. */
@Component
class TilesBlock implements BuildingBlock {

    private static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
    private static final Map<String, String> REFUSALS = Map.of("400", "Problem", "404", "Problem", "406", "Problem");
    private static final List<String> TILE = List.of("tileMatrixSetId", "tileMatrix", "tileRow", "tileCol");

    @Override
    public List<String> conformance() {
        List<String> classes = new ArrayList<>();
        for (String name : List.of(
                "core", "tileset", "tilesets-list", "dataset-tilesets", "geodata-tilesets", "mvt", "png", "jpeg")) {
            classes.add(TILES + name);
        }
        classes.add("http://www.opengis.net/spec/tms/2.0/conf/tilematrixset");
        classes.add("http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset");
        return classes;
    }

    @Override
    public List<Link> landingLinks(Exchange exchange) {
        List<Link> links = new ArrayList<>();
        links.add(Link.of(
                exchange.url("/tiles"),
                TileKind.VECTOR.relation(),
                "application/json",
                exchange.text("Ô bản đồ véc-tơ", "Vector tiles")));
        links.add(Link.of(
                exchange.url("/map/tiles"),
                TileKind.MAP.relation(),
                "application/json",
                exchange.text("Ô bản đồ ảnh", "Map tiles")));
        links.add(Link.of(
                exchange.url("/tileMatrixSets"),
                "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
                "application/json",
                exchange.text("Các lưới ô", "Tile matrix sets")));
        return links;
    }

    @Override
    public void describe(ApiDescription api, Exchange exchange) {
        var set = api.sharedParameter("tileMatrixSetId", "path", exchange.text("Lưới ô", "Tile matrix set"));
        var ids = set.put("type", "string").putArray("enum");
        TileMatrixSets.list().forEach(each -> ids.add(TileSets.id(each)));
        for (String name : TILE.subList(1, TILE.size())) {
            api.sharedParameter(name, "path", exchange.text("Ô", "Tile")).put("type", "string");
        }
        String grids = exchange.text("Các lưới ô", "Tile matrix sets");
        document(api, "/tileMatrixSets", "getTileMatrixSets", grids, List.of());
        document(api, "/tileMatrixSets/{tileMatrixSetId}", "getTileMatrixSet", grids, TILE.subList(0, 1));
        describe(api, "", "", exchange.text("Cả bản đồ", "The whole map"));
        for (Layer layer : exchange.snapshot().catalogue().layers()) {
            describe(api, "/collections/" + layer.name(), layer.name() + ".", exchange.text(layer.title()));
        }
    }

    private static void describe(ApiDescription api, String start, String id, String title) {
        for (TileKind kind : TileKind.values()) {
            String path = start + (kind == TileKind.MAP ? "/map/tiles" : "/tiles");
            String name = id + kind.dataType();
            document(api, path, name + ".getTileSetsList", title, List.of());
            document(api, path + "/{tileMatrixSetId}", name + ".getTileSet", title, TILE.subList(0, 1));
            Map<String, String> types =
                    kind == TileKind.MAP ? Map.of("image/png", "", "image/jpeg", "") : Map.of(kind.mediaType(), "");
            api.operation(
                            path + "/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
                            "get",
                            name + ".getTile",
                            "Tiles",
                            title)
                    .parameters(with(TILE))
                    .answer("200", title, types)
                    .answers(REFUSALS);
        }
    }

    private static void document(ApiDescription api, String path, String id, String title, List<String> parameters) {
        api.operation(path, "get", id, "Tiles", title)
                .parameters(with(parameters))
                .answer("200", title, Map.of("application/json", ""))
                .answers(REFUSALS);
    }

    private static List<String> with(List<String> parameters) {
        List<String> all = new ArrayList<>(parameters);
        all.addAll(Exchanges.COMMON);
        return all;
    }
}
