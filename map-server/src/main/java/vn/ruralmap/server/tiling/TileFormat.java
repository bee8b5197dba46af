package vn.ruralmap.server.tiling;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** A kind of tile. A new one is a new implementation; it is compared by identity. For any number of threads. */
public interface TileFormat {

    /** Different for each format, also those of one media type. */
    String name();

    String mediaType();

    /** True if the bytes are compressed by gzip; whoever cannot take that gets them unpacked. */
    default boolean isGzipped() {
        return false;
    }

    /**
     * Where the features lie that decide about a tile.
     *
     * @return for each layer a box in degrees, null envelope if the layer is not in the tile at all
     */
    List<Envelope> areas(TileAddress address, List<StyledView> layers);

    /** All of a layer that decides about a tile beside its features: how it is drawn, how its attributes are described. */
    void describe(StyledView layer, Fingerprint into);

    /** The bytes of a tile. Whoever gets them must not change them. */
    byte[] make(TileAddress address, List<StyledView> layers);

    /** What {@link #make} gives where there is nothing, without making it. */
    byte[] empty();
}
