package vn.ruralmap.server.wmts;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * RESTful addresses (OGC 07-057r7 §10), after {@code /wmts/1.0.0/}. The date is left out for today.
 *
 * <pre>
 * {Layer}/{Style}/{Time}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png
 * {Layer}/{Style}/{Time}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}/{J}/{I}.json
 * </pre>
 */
final class RestPath {

    /** Endings of tiles. */
    static final Map<String, String> TILES = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "mvt", "application/vnd.mapbox-vector-tile");

    /** Endings of answers to clicks. */
    static final Map<String, String> INFOS = Map.of(
            "json", "application/json",
            "html", "text/html",
            "gml", "application/vnd.ogc.gml",
            "txt", "text/plain");

    private static final int TILE_PARTS = 6;
    private static final String PNG = "image/png";

    private RestPath() {}

    /** The shortest ending for a media type. */
    static Optional<String> ending(Map<String, String> endings, String mediaType) {
        return endings.entrySet().stream()
                .filter(entry -> entry.getValue().equals(mediaType))
                .map(Map.Entry::getKey)
                .min(Comparator.comparingInt(String::length));
    }

    /** @return empty if it is no address of a tile or of a click on one */
    static Optional<TileCall> parse(String path) {
        String[] parts = path.split("/", -1);
        boolean hasTime = parts.length % 2 == 1;
        boolean isInfo = parts.length - (hasTime ? 1 : 0) == TILE_PARTS + 2;
        if (!isInfo && parts.length - (hasTime ? 1 : 0) != TILE_PARTS) {
            return Optional.empty();
        }
        String last = parts[parts.length - 1];
        int dot = last.lastIndexOf('.');
        String mediaType = dot < 0 ? null : (isInfo ? INFOS : TILES).get(last.substring(dot + 1));
        if (mediaType == null) {
            return Optional.empty();
        }
        parts[parts.length - 1] = last.substring(0, dot);
        int at = hasTime ? 3 : 2;
        // clients that know nothing of dimensions leave the place of the date as it is
        @Nullable String time = hasTime && !parts[2].equals("{Time}") ? parts[2] : null;
        TileCall.Place place = new TileCall.Place(parts[at], parts[at + 1], parts[at + 2], parts[at + 3]);
        return Optional.of(
                isInfo
                        ? new TileCall(
                                parts[0],
                                parts[1],
                                time,
                                place,
                                PNG,
                                new TileCall.Info(mediaType, parts[at + 4], parts[at + 5]))
                        : new TileCall(parts[0], parts[1], time, place, mediaType, null));
    }
}
