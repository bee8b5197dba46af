package vn.ruralmap.dataimport.write;

import java.io.IOException;
import vn.ruralmap.layers.model.LocalizedText;

/** The data does not fit into a shapefile; another format must be chosen. */
public final class ShapefileLimitException extends IOException {

    private final transient LocalizedText text;

    ShapefileLimitException(String whatVi, String whatEn) {
        super("Not possible as a shapefile: " + whatEn + ". Choose GeoPackage instead.");
        text = new LocalizedText(
                "Không ghi được dạng shapefile: " + whatVi + ". Hãy chọn GeoPackage.",
                "Not possible as a shapefile: " + whatEn + ". Choose GeoPackage instead.");
    }

    /** What to tell people. */
    public LocalizedText text() {
        return text;
    }
}
