package vn.ruralmap.server.ogcapi.tiles;

/** What tiles hold. */
enum TileKind {
    /** Features, as Mapbox Vector Tile 2.1. */
    VECTOR("vector", "application/vnd.mapbox-vector-tile", "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"),
    /** Images. */
    MAP("map", "image/png", "http://www.opengis.net/def/rel/ogc/1.0/tilesets-map");

    private final String dataType;
    private final String mediaType;
    private final String relation;

    TileKind(String dataType, String mediaType, String relation) {
        this.dataType = dataType;
        this.mediaType = mediaType;
        this.relation = relation;
    }

    String dataType() {
        return dataType;
    }

    String mediaType() {
        return mediaType;
    }

    String relation() {
        return relation;
    }
}
