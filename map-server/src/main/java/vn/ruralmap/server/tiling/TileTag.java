package vn.ruralmap.server.tiling;

/**
 * Names the content of a tile: two tiles with the same tag look the same.
 *
 * @param value letters and digits, for ETags and URLs
 * @param empty true if nothing is in the tile
 */
public record TileTag(String value, boolean empty) {}
