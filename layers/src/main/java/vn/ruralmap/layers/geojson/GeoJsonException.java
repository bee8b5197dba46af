package vn.ruralmap.layers.geojson;

import tools.jackson.core.TokenStreamLocation;
import vn.ruralmap.layers.model.LocalizedText;

/** GeoJSON that cannot be read: where, why, and what would be right. */
public final class GeoJsonException extends RuntimeException {

    private final transient LocalizedText reason;

    public GeoJsonException(TokenStreamLocation at, String vi, String en) {
        super(en);
        this.reason = new LocalizedText(
                "dòng " + at.getLineNr() + ", cột " + at.getColumnNr() + ": " + vi,
                "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + en);
    }

    public LocalizedText reason() {
        return reason;
    }
}
