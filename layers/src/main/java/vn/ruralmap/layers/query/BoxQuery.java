package vn.ruralmap.layers.query;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.filter.BoxArea;
import vn.ruralmap.layers.gml.ReferencedBox;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.snapshot.LayerView;

/**
 * Features whose geometry, not only its box, meets a box (OGC 09-026r2 §7.8.3.2: not disjoint; OGC 17-069r4 §7.15.3).
 *
 * @param parts one, or two where the box goes across the date line; x eastward, y northward, in {@code system}
 */
public record BoxQuery(List<Envelope> parts, CoordinateSystem system) {

    /** @param west of a box in degrees it may lie east of {@code east}: the box goes across the date line */
    public static BoxQuery of(double west, double south, double east, double north, CoordinateSystem system) {
        return new BoxQuery(
                west <= east
                        ? List.of(new Envelope(west, east, south, north))
                        : List.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north)),
                system);
    }

    /** In the order of their fids. */
    public List<Feature> select(LayerView view) {
        if (parts.size() == 1) {
            return select(view, parts.get(0)).toList();
        }
        return parts.stream()
                .flatMap(part -> select(view, part))
                .distinct()
                .sorted(Comparator.comparingLong(Feature::fid))
                .toList();
    }

    private Stream<Feature> select(LayerView view, Envelope part) {
        return BoxArea.of(new ReferencedBox(part, system), view.bounds()).stream()
                .flatMap(area -> select(view, area));
    }

    private Stream<Feature> select(LayerView view, Geometry area) {
        Envelope around = area.getEnvelopeInternal();
        boolean isRectangle = system.isGeographic() && area.isRectangle();
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
        return view.query(around).stream().filter(feature -> {
            Geometry geometry = Objects.requireNonNull(feature.geometry());
            return isRectangle && around.contains(geometry.getEnvelopeInternal()) || prepared.intersects(geometry);
        });
    }
}
