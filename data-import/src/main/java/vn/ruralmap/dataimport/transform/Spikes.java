package vn.ruralmap.dataimport.transform;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Drops from polygons the repeated points and the spikes that go out and come back the same way (A, B, A). */
final class Spikes {

    private Spikes() {}

    static Geometry drop(Geometry geometry) {
        GeometryFactory factory = geometry.getFactory();
        if (geometry instanceof Polygon polygon) {
            return drop(polygon);
        }
        if (geometry instanceof MultiPolygon multi) {
            List<Polygon> parts = new ArrayList<>();
            for (int i = 0; i < multi.getNumGeometries(); i++) {
                Polygon part = drop((Polygon) multi.getGeometryN(i));
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
            return factory.createMultiPolygon(parts.toArray(Polygon[]::new));
        }
        return geometry;
    }

    private static Polygon drop(Polygon polygon) {
        GeometryFactory factory = polygon.getFactory();
        LinearRing shell = drop(polygon.getExteriorRing());
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            LinearRing hole = drop(polygon.getInteriorRingN(i));
            if (!hole.isEmpty()) {
                holes.add(hole);
            }
        }
        return shell.isEmpty()
                ? factory.createPolygon()
                : factory.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private static LinearRing drop(LinearRing ring) {
        List<Coordinate> kept = new ArrayList<>();
        Coordinate[] coordinates = ring.getCoordinates();
        for (int i = 0; i < coordinates.length - 1; i++) {
            push(kept, coordinates[i]);
        }
        // the ring's seam is a place like any other
        boolean changed = true;
        while (changed && kept.size() >= 3) {
            changed = false;
            int last = kept.size() - 1;
            if (kept.get(0).equals2D(kept.get(last))) {
                kept.remove(last);
                changed = true;
            } else if (kept.get(1).equals2D(kept.get(last))) {
                kept.remove(0);
                changed = true;
            } else if (kept.get(0).equals2D(kept.get(last - 1))) {
                kept.remove(last);
                changed = true;
            }
        }
        if (kept.size() < 3) {
            return ring.getFactory().createLinearRing();
        }
        kept.add(kept.get(0).copy());
        return ring.getFactory().createLinearRing(kept.toArray(Coordinate[]::new));
    }

    private static void push(List<Coordinate> kept, Coordinate next) {
        int size = kept.size();
        if (size > 0 && kept.get(size - 1).equals2D(next)) {
            return;
        }
        if (size > 1 && kept.get(size - 2).equals2D(next)) {
            kept.remove(size - 1);
            return;
        }
        kept.add(next);
    }
}
