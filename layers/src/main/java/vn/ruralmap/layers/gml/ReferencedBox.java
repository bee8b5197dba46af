package vn.ruralmap.layers.gml;

import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.SystemReference;

/**
 * A box along the axes of a coordinate system. Not a polygon in degrees, since one that is wider than what its projection
 * can do still has a meaning where the data are.
 *
 * @param box x eastward, y northward, in the units of {@code system}
 */
public record ReferencedBox(Envelope box, CoordinateSystem system) {

    /** @param corners the four numbers of the lower and the upper corner, in the order of the reference */
    public static ReferencedBox of(double[] corners, SystemReference reference) {
        int x = reference.northingFirst() ? 1 : 0;
        int y = 1 - x;
        return new ReferencedBox(
                new Envelope(corners[x], corners[2 + x], corners[y], corners[2 + y]), reference.system());
    }
}
