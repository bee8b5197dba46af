package vn.ruralmap.layers.store.geopackage;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.concurrent.LookAhead;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.ChangeCheck;

/**
 * A change that was found to fit its layer, with its geometry as the file holds it: all that is done before SQLite is needed,
 * so it is done ahead, while SQLite writes.
 *
 * @param shape null: the change has no geometry
 */
record EncodedChange(Layer layer, Change change, @Nullable Shape shape) {

    /** What a point of a geometry and a value weigh at most, in bytes. */
    private static final int UNIT = 16;

    /**
     * A geometry on its way into a table.
     *
     * @param box in degrees
     */
    record Shape(byte[] blob, Envelope box) {

        static Shape of(Geometry geometry, GeometryBlob blobs) {
            return new Shape(blobs.encode(geometry), geometry.getEnvelopeInternal());
        }
    }

    /** All changes of a draft, in order. To be closed. */
    static LookAhead<EncodedChange> ahead(ChangesetDraft draft, ChangeCheck check) {
        GeometryBlob blobs = new GeometryBlob();
        return LookAhead.over(
                draft.changes(),
                change -> {
                    Layer layer = check.check(change);
                    Geometry geometry =
                            change.content() == null ? null : change.content().geometry();
                    return new EncodedChange(layer, change, geometry == null ? null : Shape.of(geometry, blobs));
                },
                encoded -> encoded.shape() == null ? 1 : encoded.shape().blob().length / UNIT);
    }
}
