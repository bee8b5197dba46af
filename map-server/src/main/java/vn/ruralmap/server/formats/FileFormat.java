package vn.ruralmap.server.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.encoding.SpatialReference;

/** One file format. A bean of this type is offered by every service that gives features as files. */
public interface FileFormat {

    /** For people and URLs, at the same time the file name's extension: {@code geojson}, {@code shp.zip}. */
    String name();

    /** Further names under which services know it, media types among them; the order is that of preference. */
    List<String> aliases();

    /** The header {@code Content-Type} of a file. */
    String mediaType();

    LocalizedText title();

    /** False for a form that some layers only have; services for all layers do not offer it. */
    default boolean isGeneral() {
        return true;
    }

    /** True for a form that others prescribe, whose fields are public ones whoever asks. */
    default boolean isPublic() {
        return false;
    }

    /** Whether a layer can be written in it. */
    default boolean isFor(Layer layer) {
        return true;
    }

    /** True for a format of texts, which is worth compressing on its way. */
    default boolean isText() {
        return true;
    }

    /** The one coordinate system that the format has; most take any. */
    default SpatialReference reference(SpatialReference asked) {
        return asked;
    }

    /**
     * Writes a file. Whatever the number of features, only a few of them are in memory.
     *
     * @param out is left open
     * @throws FormatLimitException if the format cannot hold the table; thrown before the first byte
     */
    void write(FeatureTable table, OutputStream out) throws IOException;
}
