package vn.ruralmap.server.tiling.vector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.render.LabelPoint;
import vn.ruralmap.server.tiling.Fingerprint;
import vn.ruralmap.server.tiling.StyledView;
import vn.ruralmap.server.tiling.TileAddress;
import vn.ruralmap.server.tiling.TileFormat;

/**
 * Vector tiles (MVT 2.1), compressed. Ids are fids; styles do not matter.
 *
 * <p>Below {@link #COMPLETE_FROM_LEVEL} a tile that would be too large loses long attributes, then small features that lie
 * beside others (see {@link Thinning}), until it fits.
 */
@Component
public final class VectorFormat implements TileFormat {

    /** From here on every feature is there with all its attributes; clients need no finer tiles. */
    public static final int COMPLETE_FROM_LEVEL = 14;

    private static final int MAX_BYTES = 500_000;
    /** So many features would be too large; no need to try. */
    private static final int MAX_FEATURES = 10_000;

    /** What may be left out, tried one after the other. */
    private static final List<Detail> DETAILS = details();

    /** Of these, the first that leaves out features. */
    private static final int FIRST_THINNED = 2;

    private final LabelPoint.Cache labelPoints = new LabelPoint.Cache();

    /**
     * How much goes into a tile.
     *
     * @param isBrief only the attributes that styles and labels need
     * @param cell of {@link Thinning}, in units; 0: all features
     */
    record Detail(boolean isBrief, int cell) {}

    private static List<Detail> details() {
        List<Detail> details = new ArrayList<>(List.of(new Detail(false, 0), new Detail(true, 0)));
        for (int cellPx = 1; cellPx <= 64; cellPx *= 2) {
            details.add(new Detail(true, (int) (cellPx * TileGrid.UNITS_PER_PIXEL)));
        }
        return details;
    }

    /** The layer of points on which labels of areas are put: {@code communes_labels}. */
    public static String labelLayer(Layer layer) {
        return layer.name() + "_labels";
    }

    @Override
    public String name() {
        return "mvt";
    }

    @Override
    public String mediaType() {
        return "application/vnd.mapbox-vector-tile";
    }

    @Override
    public boolean isGzipped() {
        return true;
    }

    @Override
    public List<Envelope> areas(TileAddress address, List<StyledView> layers) {
        return Collections.nCopies(layers.size(), new TileGrid(address).lonLat());
    }

    @Override
    public void describe(StyledView layer, Fingerprint into) {
        FeatureAttributes.schema(layer.view()).forEach(into::add);
    }

    @Override
    public byte[] make(TileAddress address, List<StyledView> layers) {
        TileGrid grid = new TileGrid(address);
        List<LayerEncoder> encoders = layers.stream()
                .map(layer -> new LayerEncoder(layer.view(), grid, labelPoints))
                .toList();
        if (address.level() >= COMPLETE_FROM_LEVEL) {
            return gzipped(encode(encoders, DETAILS.get(0)));
        }
        int features = encoders.stream().mapToInt(LayerEncoder::count).sum();
        int step = features <= MAX_FEATURES ? 0 : FIRST_THINNED;
        ProtoBuffer tile = encode(encoders, DETAILS.get(step));
        while (tile.length() > MAX_BYTES && step + 1 < DETAILS.size()) {
            step++;
            tile = encode(encoders, DETAILS.get(step));
        }
        return gzipped(tile);
    }

    private static ProtoBuffer encode(List<LayerEncoder> encoders, Detail detail) {
        ProtoBuffer tile = new ProtoBuffer();
        encoders.forEach(encoder -> encoder.write(tile, detail));
        return tile;
    }

    /** Nothing for nothing. */
    private static byte[] gzipped(ProtoBuffer tile) {
        if (tile.length() == 0) {
            return new byte[0];
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(tile.length() / 2);
        try (OutputStream gzip = new GZIPOutputStream(bytes, 4096)) {
            gzip.write(tile.toBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public byte[] empty() {
        return new byte[0];
    }
}
