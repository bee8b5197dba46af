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
import vn.ruralmap.layers.model.SimpleRing;

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

    /** Adds what of a geometry is in the tile. */
    void write(Geometry lonLat, Commands out) {
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < lonLat.getNumGeometries(); i++) {
            if (lonLat.getGeometryN(i) instanceof Polygon part && visible.intersects(part.getEnvelopeInternal())) {
                quick(part, parts);
            }
        }
        Geometry result = UNITS.buildGeometry(parts);
        for (Geometry part : polygons(SimpleRing.isCertain(result) || result.isValid() ? result : exact(lonLat))) {
            ring(((Polygon) part).getExteriorRing(), true, out);
            for (int i = 0; i < ((Polygon) part).getNumInteriorRing(); i++) {
                ring(((Polygon) part).getInteriorRingN(i), false, out);
            }
        }
    }

    private static List<Geometry> polygons(Geometry geometry) {
        List<Geometry> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            }
        }
        return polygons;
    }

    private void quick(Polygon part, List<Polygon> parts) {
        LinearRing shell =
                round(RingClip.clip(grid.project(part.getExteriorRing().getCoordinateSequence())));
        if (shell == null) {
            return;
        }
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < part.getNumInteriorRing(); i++) {
            LinearRing hole =
                    round(RingClip.clip(grid.project(part.getInteriorRingN(i).getCoordinateSequence())));
            if (hole != null) {
                holes.add(hole);
            }
        }
        parts.add(UNITS.createPolygon(shell, holes.toArray(new LinearRing[0])));
    }

    /** @return null if nothing of the ring is left */
    private static @Nullable LinearRing round(double[] xy) {
        Coordinate[] points = new Coordinate[xy.length / 2 + 1];
        int count = 0;
        for (int i = 0; i < xy.length; i += 2) {
            double x = Math.rint(xy[i]);
            double y = Math.rint(xy[i + 1]);
            if (count == 0 || points[count - 1].x != x || points[count - 1].y != y) {
                points[count++] = new Coordinate(x, y);
            }
        }
        if (count > 0 && !points[0].equals2D(points[count - 1])) {
            points[count++] = points[0].copy();
        }
        if (count < 4) {
            return null;
        }
        LinearRing ring = UNITS.createLinearRing(Arrays.copyOf(points, count));
        return area(ring.getCoordinates()) == 0 ? null : ring;
    }

    private Geometry exact(Geometry lonLat) {
        Geometry[] parts = new Geometry[lonLat.getNumGeometries()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = unclipped((Polygon) lonLat.getGeometryN(i));
        }
        Geometry whole = UNITS.buildGeometry(Arrays.asList(parts));
        return OverlayNG.overlay(
                whole.isValid() ? whole : GeometryFixer.fix(whole),
                CLIP,
                OverlayNG.INTERSECTION,
                UNITS.getPrecisionModel());
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

    private static void ring(LinearRing ring, boolean isShell, Commands out) {
        Coordinate[] points = ring.getCoordinates();
        int count = points.length - 1;
        boolean isForward = area(points) > 0 == isShell;
        int[] xy = new int[2 * count];
        for (int i = 0; i < count; i++) {
            Coordinate point = points[isForward ? i : count - i];
            xy[2 * i] = (int) point.x;
            xy[2 * i + 1] = (int) point.y;
        }
        out.ring(xy, count);
    }

    /** Twice the area by the surveyor's formula: positive if clockwise on the screen, where y grows downwards. */
    private static double area(Coordinate[] closed) {
        double area = 0;
        for (int i = 0; i + 1 < closed.length; i++) {
            area += closed[i].x * closed[i + 1].y - closed[i + 1].x * closed[i].y;
        }
        return area;
    }
}
