package vn.ruralmap.server.wmts;

import org.jspecify.annotations.Nullable;
import vn.ruralmap.server.support.Parameters;

/**
 * What a request says about a tile, not looked up yet (OGC 07-057r7 tables 22 and 26).
 *
 * @param layer its identifier
 * @param style its identifier
 * @param time of the dimension; null: not given
 * @param place which tile
 * @param format media type of the tile
 * @param info of GetFeatureInfo; null for GetTile
 */
record TileCall(
        String layer,
        String style,
        @Nullable String time,
        Place place,
        String format,
        @Nullable Info info) {

    /** Which tile. */
    record Place(String set, String matrix, String row, String column) {}

    /**
     * Where in the tile.
     *
     * @param format media type of the answer
     * @param j pixels from the top
     * @param i pixels from the left
     */
    record Info(String format, String j, String i) {}

    /** @throws vn.ruralmap.server.support.RequestException MissingParameterValue */
    static TileCall of(Parameters parameters, boolean isInfo) {
        String layer = parameters.get("Layer");
        String style = parameters.get("Style");
        String format = parameters.get("Format");
        Place place = new Place(
                parameters.get("TileMatrixSet"),
                parameters.get("TileMatrix"),
                parameters.get("TileRow"),
                parameters.get("TileCol"));
        Info info = isInfo ? new Info(parameters.get("InfoFormat"), parameters.get("J"), parameters.get("I")) : null;
        String time = parameters.find("time").or(() -> parameters.find("as-of")).orElse(null);
        return new TileCall(layer, style, time, place, format, info);
    }
}
