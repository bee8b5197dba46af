package vn.ruralmap.server.proposals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** The parameter {@code bbox}. */
final class Boxes {

    private Boxes() {}

    /** In degrees; null: there is none. @throws RequestException if it cannot be read */
    static @Nullable Envelope find(Parameters parameters) {
        List<String> items = parameters.list("bbox");
        if (items.isEmpty()) {
            return null;
        }
        double[] box = Parameters.numbers(items, Boxes::malformed);
        if (box.length != 4) {
            throw malformed();
        }
        return new Envelope(box[0], box[2], box[1], box[3]);
    }

    /** Whether something lies in it; everything does in none. */
    static boolean meets(@Nullable Envelope box, @Nullable Geometry geometry) {
        return box == null || geometry != null && box.intersects(geometry.getEnvelopeInternal());
    }

    private static RequestException malformed() {
        return RequestException.invalid(
                "bbox", "cần tây,nam,đông,bắc theo độ", "west,south,east,north in degrees are needed");
    }
}
