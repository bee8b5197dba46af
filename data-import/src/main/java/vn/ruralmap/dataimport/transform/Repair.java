package vn.ruralmap.dataimport.transform;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * An invalid geometry made valid, and what that changed.
 *
 * <p>The gentlest way that works is taken: first only spikes without area are dropped, which moves no vertex; then JTS
 * {@link GeometryFixer}, which keeps vertices and adds the points where lines cross; then the same with the result forced
 * onto the grid.
 *
 * @param geometry valid and on the grid
 * @param note for people
 */
record Repair(Geometry geometry, LocalizedText note) {

    /** @param invalid WGS84, on the grid */
    static Optional<Repair> of(Geometry invalid) {
        Geometry gentle = Spikes.drop(invalid);
        if (!gentle.isEmpty() && gentle.isValid()) {
            return Optional.of(describe(invalid, gentle));
        }
        Geometry fixed = GeometryFixer.fix(invalid);
        Geometry snapped = CoordinateGrid.snap(fixed);
        if (!snapped.isValid()) {
            // rounding the new crossing points broke it again; the reducer nodes until it holds
            snapped = CoordinateGrid.snap(
                    GeometryPrecisionReducer.reduce(fixed, CoordinateGrid.FACTORY.getPrecisionModel()));
        }
        boolean usable = !snapped.isEmpty() && snapped.getDimension() == invalid.getDimension() && snapped.isValid();
        return usable ? Optional.of(describe(invalid, snapped)) : Optional.empty();
    }

    private static Repair describe(Geometry before, Geometry after) {
        Set<Coordinate> old = new HashSet<>(List.of(before.getCoordinates()));
        Set<Coordinate> now = new HashSet<>(List.of(after.getCoordinates()));
        long added = now.stream().filter(at -> !old.contains(at)).count();
        List<Coordinate> lost = old.stream().filter(at -> !now.contains(at)).toList();
        // a dropped tip may lie inside, so the outline is what it is measured from
        Geometry outline = after.getDimension() == 2 ? after.getBoundary() : after;
        double metresPerDegree = Math.toRadians(1) * Ground.RADIUS_METRES;
        double lostMetres = lost.stream()
                .mapToDouble(at -> outline.distance(CoordinateGrid.FACTORY.createPoint(at)) * metresPerDegree)
                .max()
                .orElse(0);
        String vertices = lost.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", lostMetres);
        String areas = String.format(
                Locale.ROOT, "%.1f m² → %.1f m²", Ground.squareMetres(before), Ground.squareMetres(after));
        String parts = before.getNumGeometries() + " → " + after.getNumGeometries();
        return new Repair(
                after,
                new LocalizedText(
                        "Đã tự sửa: diện tích " + areas + ", số phần " + parts + ", thêm " + added + " đỉnh, bỏ "
                                + lost.size() + " đỉnh"
                                + (lost.isEmpty() ? "" : " (cách hình mới nhiều nhất " + vertices + " m)") + ".",
                        "Repaired: area " + areas + ", parts " + parts + ", " + added + " vertices added, "
                                + lost.size() + " dropped"
                                + (lost.isEmpty() ? "" : " (at most " + vertices + " m from the new shape)") + "."));
    }
}
