package vn.ruralmap.server.tiling.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/**
 * Brings polygons onto the grid of a tile: clipped, rounded, valid, shells clockwise on the screen and holes the other way
 * (MVT 2.1 §4.3.4.4: positive area by the surveyor's formula with y down).
 *
 * <p>Clipping and rounding ring by ring is quick and mostly right. Where the result is not valid, an overlay with snap
 * rounding ({@link OverlayNG}) does it again.
 */
final class PolygonTiler {

    private static final GeometryFactory UNITS = new GeometryFactory(new PrecisionModel(1));
    private static final Polygon CLIP = (Polygon) UNITS.toGeometry(new Envelope(
            -TileGrid.BUFFER, MvtLayer.EXTENT + TileGrid.BUFFER, -TileGrid.BUFFER, MvtLayer.EXTENT + TileGrid.BUFFER));

    private final TileGrid grid;
    private final Envelope visible;

    PolygonTiler(TileGrid grid) {
        this.grid = grid;
        this.visible = grid.lonLat();
    }

    /** A polygon in whole units. */
    private record Part(UnitRing shell, List<UnitRing> holes) {

        /** False: it may be valid or not. */
        boolean isPlain() {
            return holes.isEmpty() && shell.isSimple();
        }

        Polygon toJts() {
            return UNITS.createPolygon(
                    shell.toJts(UNITS),
                    holes.stream().map(hole -> hole.toJts(UNITS)).toArray(LinearRing[]::new));
        }

        void write(Commands out) {
            shell.write(true, out);
            holes.forEach(hole -> hole.write(false, out));
        }
    }

    /** Adds what of a geometry is in the tile. */
    void write(Geometry lonLat, Commands out) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < lonLat.getNumGeometries(); i++) {
            if (lonLat.getGeometryN(i) instanceof Polygon part && visible.intersects(part.getEnvelopeInternal())) {
                quick(part, parts);
            }
        }
        (isValid(parts) ? parts : exact(lonLat)).forEach(part -> part.write(out));
    }

    private static boolean isValid(List<Part> parts) {
        if (parts.stream().allMatch(Part::isPlain) && areApart(parts)) {
            return true;
        }
        return UNITS.buildGeometry(parts.stream().map(Part::toJts).toList()).isValid();
    }

    private static boolean areApart(List<Part> parts) {
        if (parts.size() < 2) {
            return true;
        }
        List<Envelope> boxes = parts.stream().map(part -> part.shell().box()).toList();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                if (boxes.get(i).intersects(boxes.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    private void quick(Polygon part, List<Part> parts) {
        UnitRing shell = round(part.getExteriorRing());
        if (shell == null) {
            return;
        }
        List<UnitRing> holes = new ArrayList<>();
        for (int i = 0; i < part.getNumInteriorRing(); i++) {
            UnitRing hole = round(part.getInteriorRingN(i));
            if (hole != null) {
                holes.add(hole);
            }
        }
        parts.add(new Part(shell, holes));
    }

    private @Nullable UnitRing round(LinearRing ring) {
        return UnitRing.round(RingClip.clip(grid.project(ring.getCoordinateSequence())));
    }

    private List<Part> exact(Geometry lonLat) {
        Geometry[] parts = new Geometry[lonLat.getNumGeometries()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = unclipped((Polygon) lonLat.getGeometryN(i));
        }
        Geometry whole = UNITS.buildGeometry(Arrays.asList(parts));
        Geometry rounded = OverlayNG.overlay(
                whole.isValid() ? whole : GeometryFixer.fix(whole),
                CLIP,
                OverlayNG.INTERSECTION,
                UNITS.getPrecisionModel());
        List<Part> exact = new ArrayList<>();
        for (int i = 0; i < rounded.getNumGeometries(); i++) {
            if (rounded.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                exact.add(part(polygon));
            }
        }
        return exact;
    }

    private static Part part(Polygon polygon) {
        List<UnitRing> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            holes.add(UnitRing.of(polygon.getInteriorRingN(i)));
        }
        return new Part(UnitRing.of(polygon.getExteriorRing()), holes);
    }

    private Polygon unclipped(Polygon part) {
        LinearRing[] holes = new LinearRing[part.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = unclipped(part.getInteriorRingN(i));
        }
        return UNITS.createPolygon(unclipped(part.getExteriorRing()), holes);
    }

    private LinearRing unclipped(LinearRing ring) {
        double[] xy = grid.project(ring.getCoordinateSequence());
        Coordinate[] points = new Coordinate[xy.length / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        return UNITS.createLinearRing(points);
    }
}
