package vn.ruralmap.server.editing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshot;

/** The land of administrative units by their codes, remembered for as long as the units stay as they are. */
final class Areas {

    static final String COMMUNES = "communes";

    private static final String PROVINCES = "provinces";
    private static final int MOST_REMEMBERED = 200;
    private static final int MOST_NAMED = 5;

    private final Map<Object, Area> remembered = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param codes of communes and provinces; a province means all communes that name it, or itself if none does
     * @param date on which the codes mean what they mean
     */
    Area of(Snapshot snapshot, List<String> codes, LocalDate date) {
        List<Feature> communes = units(snapshot, COMMUNES, "code", codes, date);
        communes.addAll(units(snapshot, COMMUNES, "province_code", codes, date));
        List<Feature> units = new ArrayList<>(communes);
        if (communes.isEmpty()) {
            units.addAll(units(snapshot, PROVINCES, "code", codes, date));
        }
        List<Object> key = List.of(
                codes,
                units.stream().map(unit -> List.of(unit.fid(), unit.version())).toList());
        synchronized (remembered) {
            Area area = remembered.get(key);
            if (area == null) {
                area = Area.of(snapshot.layer(communes.isEmpty() ? PROVINCES : COMMUNES), units, communes);
                remembered.put(key, area);
                if (remembered.size() > MOST_REMEMBERED) {
                    remembered.remove(remembered.keySet().iterator().next());
                }
            }
            return area;
        }
    }

    private static List<Feature> units(
            Snapshot snapshot, String layerName, String attribute, List<String> codes, LocalDate date) {
        Layer layer = snapshot.catalogue().findLayer(layerName).orElse(null);
        int index = layer == null ? -1 : layer.indexOf(attribute);
        return index < 0
                ? new ArrayList<>()
                : snapshot.rows(layerName).stream()
                        .filter(row ->
                                row.validity().contains(date) && codes.contains(Objects.toString(row.value(index))))
                        .collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * Some land.
     *
     * @param names of the units, for people, not too many
     * @param fids of the communes
     */
    record Area(@Nullable PreparedGeometry land, List<String> names, Set<Long> fids) {

        /**
         * How far over its border a feature may lie, in degrees, 11 cm: borders that are shared with a unit come back from the grid of
         * 1e-8 degree, and through other coordinate systems, a little off.
         */
        private static final double TOLERANCE = 1e-6;

        private static Area of(Layer layer, List<Feature> units, List<Feature> communes) {
            List<Geometry> parts = units.stream()
                    .map(Feature::geometry)
                    .filter(Objects::nonNull)
                    .map(Geometry.class::cast)
                    .toList();
            Geometry land = parts.isEmpty() ? null : OverlayNGRobust.union(parts);
            return new Area(
                    land == null ? null : PreparedGeometryFactory.prepare(land),
                    names(layer, units),
                    communes.stream().map(Feature::fid).collect(Collectors.toUnmodifiableSet()));
        }

        private static List<String> names(Layer layer, List<Feature> units) {
            List<String> names = units.stream()
                    .limit(MOST_NAMED)
                    .map(unit -> unit.text(layer, layer.labelAttribute().name()) + " " + unit.text(layer, "code"))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (units.size() > MOST_NAMED) {
                names.add("… " + units.size());
            }
            return Collections.unmodifiableList(names);
        }

        boolean containsUnit(long fid) {
            return fids.contains(fid);
        }

        boolean covers(Geometry geometry) {
            if (land == null) {
                return false;
            }
            return land.covers(geometry) || coversNearly(land.getGeometry(), geometry);
        }

        private static boolean coversNearly(Geometry land, Geometry geometry) {
            Envelope around = new Envelope(geometry.getEnvelopeInternal());
            around.expandBy(2 * TOLERANCE);
            if (!land.getEnvelopeInternal().intersects(around)) {
                return false;
            }
            Geometry near =
                    OverlayNGRobust.overlay(land, new GeometryFactory().toGeometry(around), OverlayNG.INTERSECTION);
            return near.buffer(TOLERANCE).covers(geometry);
        }
    }
}
