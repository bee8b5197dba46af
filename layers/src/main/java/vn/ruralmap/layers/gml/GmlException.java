package vn.ruralmap.layers.gml;

import javax.xml.stream.Location;
import vn.ruralmap.layers.model.LocalizedText;

/** Geometry that cannot be read: where, why, and what would be right. */
public final class GmlException extends RuntimeException {

    private final transient LocalizedText reason;

    GmlException(Location at, String vi, String en) {
        super(en);
        this.reason = new LocalizedText(
                "dòng " + at.getLineNumber() + ", cột " + at.getColumnNumber() + ": " + vi,
                "line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ": " + en);
    }

    public LocalizedText reason() {
        return reason;
    }
}
