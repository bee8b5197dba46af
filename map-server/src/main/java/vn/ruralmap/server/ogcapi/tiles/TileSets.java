package vn.ruralmap.server.ogcapi.tiles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.server.ogcapi.common.ApiDescription;
import vn.ruralmap.server.ogcapi.common.CrsUri;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Link;
import vn.ruralmap.server.tiling.TileMatrix;
import vn.ruralmap.server.tiling.TileMatrixSet;
import vn.ruralmap.server.tiling.TileMatrixSets;

/** Tile matrix sets and tile sets as documents (OGC 17-083r4 §7, OGC 20-057 §8). */
final class TileSets {

    static final String SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
    private static final String WEB_MERCATOR_QUAD = "WebMercatorQuad";
    private static final String REGISTER = "http://www.opengis.net/def/tilematrixset/OGC/1.0/";

    private TileSets() {}

    /** The name of OGC 17-083r4; WMTS knows Web Mercator by an older one. */
    static String id(TileMatrixSet set) {
        return set == TileMatrixSets.WEB_MERCATOR
                ? WEB_MERCATOR_QUAD
                : set.name().id();
    }

    static Optional<TileMatrixSet> find(String id) {
        return id.equals(WEB_MERCATOR_QUAD) ? Optional.of(TileMatrixSets.WEB_MERCATOR) : TileMatrixSets.find(id);
    }

    private static boolean isRegistered(TileMatrixSet set) {
        return !id(set).toUpperCase(Locale.ROOT).startsWith("VN2000");
    }

    static ObjectNode definition(Exchange exchange, TileMatrixSet set) {
        ObjectNode node = summary(exchange, set);
        node.remove("links");
        boolean isSwapped = set.crs().axisOrder().isSwapped();
        ArrayNode axes = node.putArray("orderedAxes");
        for (String axis : set.crs().isGeographic() ? List.of("Lon", "Lat") : List.of("E", "N")) {
            axes.add(axis);
        }
        ArrayNode matrices = node.putArray("tileMatrices");
        for (TileMatrix matrix : set.matrices()) {
            ObjectNode level = matrices.addObject();
            level.put("id", matrix.id());
            level.put("scaleDenominator", matrix.scaleDenominator());
            level.put("cellSize", matrix.cellSize());
            level.put("cornerOfOrigin", "topLeft");
            level.putArray("pointOfOrigin")
                    .add(isSwapped ? set.top() : set.left())
                    .add(isSwapped ? set.left() : set.top());
            level.put("tileWidth", matrix.tilePx()).put("tileHeight", matrix.tilePx());
            level.put("matrixWidth", matrix.columns()).put("matrixHeight", matrix.rows());
        }
        return node;
    }

    static ObjectNode summary(Exchange exchange, TileMatrixSet set) {
        ObjectNode node = ApiDescription.node();
        node.put("id", id(set));
        node.put("title", exchange.text(set.name().title()));
        if (isRegistered(set)) {
            node.put("uri", REGISTER + id(set));
        }
        node.put("crs", CrsUri.of(set.crs()));
        Link.write(
                node,
                List.of(Link.of(exchange.url("/tileMatrixSets/" + id(set)), "self", "application/json", id(set))));
        return node;
    }

    /** One tile set of some layers. @param kind of the tiles. @param path of the list of tile sets */
    static ObjectNode tileSet(Exchange exchange, TileMatrixSet set, TileKind kind, String path, Envelope bounds) {
        ObjectNode node = ApiDescription.node();
        node.put("title", exchange.text(set.name().title()));
        node.put("dataType", kind.dataType());
        node.put("crs", CrsUri.of(set.crs()));
        if (isRegistered(set)) {
            node.put("tileMatrixSetURI", REGISTER + id(set));
        }
        if (!bounds.isNull()) {
            ObjectNode box = node.putObject("boundingBox");
            box.putArray("lowerLeft").add(bounds.getMinX()).add(bounds.getMinY());
            box.putArray("upperRight").add(bounds.getMaxX()).add(bounds.getMaxY());
            box.put("crs", CrsUri.CRS84);
        }
        String self = path + "/" + id(set);
        Link.write(
                node,
                List.of(
                        Link.of(exchange.url(self), "self", "application/json", id(set)),
                        Link.of(exchange.url("/tileMatrixSets/" + id(set)), SCHEME, "application/json", id(set)),
                        Link.template(
                                exchange.plainUrl(self) + "/{tileMatrix}/{tileRow}/{tileCol}?as-of=" + exchange.date(),
                                "item",
                                kind.mediaType(),
                                exchange.text("Các ô", "Tiles"))));
        return node;
    }
}
