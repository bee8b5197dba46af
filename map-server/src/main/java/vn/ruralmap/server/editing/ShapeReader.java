package vn.ruralmap.server.editing;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.ShapeFault;
import vn.ruralmap.layers.model.SimpleRing;
import vn.ruralmap.layers.model.StoredShape;
import vn.ruralmap.layers.model.Vietnam;

/**
 * Brings a drawn geometry into the form that is stored: on the grid, valid after rounding, shells counter-clockwise, single parts as
 * their multi type. What was drawn wrong is refused with its place, since who draws can mend it; what only rounding broke is mended.
 */
final class ShapeReader {

    private final EditIssues issues;

    ShapeReader(EditIssues issues) {
        this.issues = issues;
    }

    /** @param drawn WGS84, x longitude. @return null: there is an issue */
    @Nullable
    Geometry read(int row, Layer layer, @Nullable Geometry drawn) {
        if (drawn == null || drawn.isEmpty()) {
            issues.shape(row, "GEOMETRY_MISSING", null, "thiếu hình học", "the geometry is missing");
            return null;
        }
        if (!takes(row, layer, drawn) || !isInVietnam(row, drawn)) {
            return null;
        }
        Geometry snapped = CoordinateGrid.snap(drawn);
        if (!isValid(snapped)) {
            TopologyValidationError error = new IsValidOp(drawn).getValidationError();
            if (error != null) {
                refuse(row, error);
                return null;
            }
            // valid as drawn: only rounding to a millimetre made corners touch
            snapped = GeometryPrecisionReducer.reduce(drawn, CoordinateGrid.FACTORY.getPrecisionModel());
            if (snapped.isEmpty()) {
                issues.shape(
                        row,
                        ShapeFault.TOO_FEW_POINTS.name(),
                        drawn.getCoordinate(),
                        "hình nhỏ hơn một milimét",
                        "the shape is smaller than a millimetre");
                return null;
            }
        }
        return StoredShape.of(snapped);
    }

    private static boolean isValid(Geometry snapped) {
        return SimpleRing.isCertain(snapped) || new IsValidOp(snapped).isValid();
    }

    private boolean takes(int row, Layer layer, Geometry drawn) {
        boolean isMixed = drawn.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        boolean takes = !isMixed
                && layer.geometryKinds().contains(GeometryKind.of(drawn))
                // points have one part in stores
                && (GeometryKind.of(drawn) != GeometryKind.POINT || drawn.getNumGeometries() == 1);
        if (!takes) {
            String kinds = layer.geometryKinds().stream()
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                    .sorted()
                    .collect(Collectors.joining(", "));
            issues.shape(
                    row,
                    isMixed ? "GEOMETRY_MIXED" : "GEOMETRY_KIND",
                    drawn.getCoordinate(),
                    "lớp " + layer.name() + " không nhận " + drawn.getGeometryType() + ", chỉ nhận " + kinds,
                    "the layer " + layer.name() + " does not take a " + drawn.getGeometryType() + ", only " + kinds);
        }
        return takes;
    }

    private boolean isInVietnam(int row, Geometry drawn) {
        for (Coordinate at : drawn.getCoordinates()) {
            if (!Vietnam.contains(at)) {
                issues.shape(
                        row,
                        "OUTSIDE_VIETNAM",
                        at,
                        "nằm ngoài Việt Nam; kiểm tra hệ tọa độ và thứ tự trục",
                        "lies outside Vietnam; check the coordinate system and the order of axes");
                return false;
            }
        }
        return true;
    }

    private void refuse(int row, TopologyValidationError error) {
        ShapeFault fault = ShapeFault.of(error);
        issues.shape(
                row,
                fault.name(),
                error.getCoordinate(),
                fault.text().vi(),
                fault.text().en());
    }
}
