package vn.ruralmap.layers.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;

/** What every adapter demands of a geometry: there or not, of the layer's kind, degrees, on the grid. */
public final class GeometryCheck {

    private GeometryCheck() {}

    /**
     * @param id of the feature, for the text of the refusal
     * @throws InvalidChangeException if the layer does not take it
     */
    public static void check(Layer layer, String id, @Nullable Geometry geometry) {
        if (layer.isDerived() != (geometry == null)) {
            throw geometry == null
                    ? ChangeCheck.invalid(id + ": thiếu hình học", id + ": the geometry is missing")
                    : ChangeCheck.invalid(
                            id + ": lớp này không có hình học riêng", id + ": this layer has no geometry of its own");
        }
        if (geometry == null) {
            return;
        }
        boolean hasEmptyPart = hasEmptyPart(geometry);
        if (hasEmptyPart || !takes(layer, geometry)) {
            throw ChangeCheck.invalid(
                    id + ": lớp " + layer.name() + " không nhận " + geometry.getGeometryType()
                            + (hasEmptyPart ? " rỗng hoặc có phần rỗng" : ""),
                    id + ": the layer " + layer.name() + " does not take a " + geometry.getGeometryType()
                            + (hasEmptyPart ? " that is empty or has an empty part" : ""));
        }
        checkCoordinates(id, geometry);
    }

    private static boolean hasEmptyPart(Geometry geometry) {
        if (geometry.isEmpty()) {
            return true;
        }
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean takes(Layer layer, Geometry geometry) {
        return switch (geometry.getGeometryType()) {
            case Geometry.TYPENAME_POINT -> layer.geometryKinds().contains(GeometryKind.POINT);
            case Geometry.TYPENAME_MULTILINESTRING -> layer.geometryKinds().contains(GeometryKind.LINE);
            case Geometry.TYPENAME_MULTIPOLYGON -> layer.geometryKinds().contains(GeometryKind.POLYGON);
            default -> false;
        };
    }

    private static void checkCoordinates(String id, Geometry geometry) {
        Optional<Coordinate> off = CoordinateGrid.findOff(geometry);
        if (off.isPresent()) {
            Coordinate bad = off.get();
            boolean degrees = Math.abs(bad.x) <= 180 && Math.abs(bad.y) <= 90;
            throw degrees
                    ? ChangeCheck.invalid(
                            id + ": tọa độ " + bad.x + " " + bad.y + " không nằm trên lưới 1e-8 độ",
                            id + ": the coordinates " + bad.x + " " + bad.y + " are off the 1e-8 degree grid")
                    : ChangeCheck.invalid(
                            id + ": " + bad.x + " " + bad.y
                                    + " không phải kinh độ, vĩ độ; hãy kiểm tra hệ tọa độ của dữ liệu",
                            id + ": " + bad.x + " " + bad.y
                                    + " is no longitude and latitude; check the coordinate system of the data");
        }
    }
}
