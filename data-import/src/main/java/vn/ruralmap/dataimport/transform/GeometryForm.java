package vn.ruralmap.dataimport.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.SimpleRing;
import vn.ruralmap.layers.model.StoredShape;
import vn.ruralmap.layers.model.Vietnam;

/**
 * Brings geometry of a source into the form a layer stores.
 *
 * <p>WGS84 on the grid, Z and M dropped; polygons and lines as their multi type, a multi-point of one point as a point;
 * shells counter-clockwise and holes clockwise (RFC 7946 §3.1.6); valid, checked after rounding.
 */
public final class GeometryForm {

    private final Layer layer;
    private final CoordinateSystem system;
    private final boolean repairs;

    /**
     * @param layer whose form is wanted; a derived one has no geometry, and what the source has is ignored
     * @param system of the source
     * @param repairs true: invalid geometry is repaired with a note; false: it is refused
     */
    public GeometryForm(Layer layer, CoordinateSystem system, boolean repairs) {
        this.layer = layer;
        this.system = system;
        this.repairs = repairs;
    }

    public PlacedGeometry place(long row, @Nullable Geometry source) {
        if (layer.isDerived()) {
            return new PlacedGeometry(null, List.of());
        }
        if (source == null || source.isEmpty()) {
            return PlacedGeometry.refused(GeometryIssues.missing(row));
        }
        Optional<GeometryKind> kind = kind(source);
        if (kind.isEmpty()) {
            return PlacedGeometry.refused(GeometryIssues.mixed(row, source.getCoordinate()));
        }
        if (!layer.geometryKinds().contains(kind.get())) {
            return PlacedGeometry.refused(
                    GeometryIssues.wrongKind(row, source.getCoordinate(), kind.get(), layer.geometryKinds()));
        }
        Geometry lonLat = system.toLonLat(source);
        Coordinate[] targets = lonLat.getCoordinates();
        for (int i = 0; i < targets.length; i++) {
            if (!Double.isFinite(targets[i].x) || !Double.isFinite(targets[i].y)) {
                return PlacedGeometry.refused(GeometryIssues.notANumber(row, source.getCoordinates()[i]));
            }
            if (!Vietnam.contains(targets[i])) {
                return PlacedGeometry.refused(GeometryIssues.outside(row, source.getCoordinates()[i], targets[i]));
            }
        }
        Geometry snapped = CoordinateGrid.snap(lonLat);
        TopologyValidationError error =
                SimpleRing.isCertain(snapped) ? null : new IsValidOp(snapped).getValidationError();
        if (error == null) {
            Geometry stored = StoredShape.of(snapped);
            return new PlacedGeometry(stored, ShapeFindings.of(row, snapped, stored, this::sourcePlace));
        }
        return repair(row, snapped, error);
    }

    private Coordinate sourcePlace(Coordinate lonLat) {
        double[] point = {lonLat.x, lonLat.y};
        system.fromLonLat(point, 0, point, 0, 1);
        return new Coordinate(point[0], point[1]);
    }

    private static Optional<GeometryKind> kind(Geometry geometry) {
        return geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)
                ? Optional.empty()
                : Optional.of(GeometryKind.of(geometry));
    }

    private PlacedGeometry repair(long row, Geometry snapped, TopologyValidationError error) {
        Coordinate lonLat = error.getCoordinate();
        Coordinate place = sourcePlace(lonLat);
        Optional<Repair> repair = repairs ? Repair.of(snapped) : Optional.empty();
        if (repair.isEmpty()) {
            return PlacedGeometry.refused(GeometryIssues.notRepaired(row, error, lonLat, place));
        }
        Geometry stored = StoredShape.of(repair.get().geometry());
        List<Issue> issues = new ArrayList<>();
        issues.add(GeometryIssues.repaired(row, error, lonLat, place, repair.get()));
        issues.addAll(ShapeFindings.ofRepaired(row, stored, this::sourcePlace));
        return new PlacedGeometry(stored, issues);
    }
}
