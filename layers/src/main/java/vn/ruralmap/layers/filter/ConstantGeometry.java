package vn.ruralmap.layers.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.ruralmap.layers.filter.FilterException.Fault;
import vn.ruralmap.layers.gml.ReferencedBox;
import vn.ruralmap.layers.model.CoordinateGrid;

/** Geometry of a condition that is the same for every feature. */
final class ConstantGeometry {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private ConstantGeometry() {}

    /**
     * In degrees, on the grid of the stored geometry, so that what was read here equals and touches what it did there.
     *
     * @param bounds of the features, in degrees
     * @return empty if it depends on the feature
     * @throws FilterException if it is not valid
     */
    static Optional<Geometry> find(Expression expression, Envelope bounds) {
        if (expression instanceof Expression.GeometryLiteral literal) {
            return Optional.of(onGrid(literal.lonLat()));
        } else if (expression instanceof Expression.BoxLiteral literal) {
            List<Geometry> areas = new ArrayList<>();
            for (ReferencedBox box : literal.boxes()) {
                BoxArea.of(box, bounds).ifPresent(areas::add);
            }
            return Optional.of(areas.size() == 1 ? areas.get(0) : FACTORY.buildGeometry(areas));
        } else if (expression instanceof Expression.Call call
                && call.function().result() == FilterFunction.Type.GEOMETRY) {
            return find(call.arguments().get(0), bounds)
                    .map(argument -> call.function().apply(new Object[] {argument}))
                    .map(Geometry.class::cast);
        }
        return Optional.empty();
    }

    private static Geometry onGrid(Geometry lonLat) {
        if (!lonLat.isValid()) {
            throw FilterException.of(
                    Fault.INVALID_VALUE,
                    "hình trong bộ lọc không hợp lệ, ví dụ vòng tự cắt; hãy sửa hình",
                    "a geometry of the filter is not valid, for example its ring crosses itself; mend it");
        }
        Geometry snapped = CoordinateGrid.snap(lonLat);
        return snapped.isValid() ? snapped : lonLat;
    }

    /** The box around what can be within a distance of a geometry, in degrees. @param metres not negative */
    static Envelope reach(Geometry geometry, double metres) {
        Envelope reach = geometry.getEnvelopeInternal().copy();
        if (reach.isNull()) {
            return reach;
        }
        // a degree of latitude has at least 110,574 m, one of longitude 111,319 m times the cosine or more
        double dy = metres / 110_000;
        double furthest = Math.min(89.9, Math.max(Math.abs(reach.getMinY()), Math.abs(reach.getMaxY())) + dy);
        reach.expandBy(dy / Math.cos(Math.toRadians(furthest)), dy);
        return reach;
    }
}
