package vn.ruralmap.dataimport.transform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Issue;

/**
 * One geometry in its stored form.
 *
 * @param geometry WGS84 on the grid; null: none, or there is an ERROR
 * @param issues what was found
 */
public record PlacedGeometry(@Nullable Geometry geometry, List<Issue> issues) {

    public PlacedGeometry {
        issues = List.copyOf(issues);
    }

    static PlacedGeometry refused(Issue issue) {
        return new PlacedGeometry(null, List.of(issue));
    }
}
