package vn.ruralmap.layers.model;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Where the data of this map can lie. */
public final class Vietnam {

    /** Mainland, Hoàng Sa and Trường Sa, with a margin. */
    private static final Envelope BOX = new Envelope(101, 119, 5, 24);
    /** Narrower: where numbers without a coordinate system are believed to be degrees. */
    private static final Envelope DEGREES = new Envelope(102, 118, 6, 24);

    private Vietnam() {}

    public static boolean contains(Coordinate lonLat) {
        return BOX.contains(lonLat);
    }

    public static boolean looksLikeDegrees(Coordinate numbers) {
        return DEGREES.contains(numbers);
    }
}
