package vn.ruralmap.layers.filter;

import java.util.Optional;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.gml.ReferencedBox;

/** The part of a box that matters, in degrees. */
public final class BoxArea {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** An edge of a box in metres is a curve in degrees; so many pieces leave less than a metre in 300 km. */
    private static final int STEPS = 32;

    private BoxArea() {}

    /**
     * The area of a box that lies around some bounds. Keeps a box of the whole world within what its projection can do.
     *
     * @param bounds of the data, in degrees
     * @return longitude, latitude; empty if the box lies elsewhere
     */
    public static Optional<Geometry> of(ReferencedBox box, Envelope bounds) {
        CoordinateSystem system = box.system();
        Envelope around = system.fromLonLat(bounds);
        if (!around.isNull()) {
            around.expandBy(system.isGeographic() ? 0.01 : 1000);
        }
        Envelope clipped = box.box().intersection(around);
        if (clipped.isNull()) {
            return Optional.empty();
        }
        Geometry area = FACTORY.toGeometry(clipped);
        double longest = Math.max(clipped.getWidth(), clipped.getHeight());
        if (!system.isGeographic() && longest > 0) {
            area = Densifier.densify(area, longest / STEPS);
        }
        return Optional.of(system.toLonLat(area));
    }
}
