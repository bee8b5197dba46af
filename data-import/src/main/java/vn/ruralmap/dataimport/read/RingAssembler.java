package vn.ruralmap.dataimport.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Makes polygons of loose rings by how deep they lie in one another: outermost rings are shells, rings in them are
 * holes, rings in holes are islands. Orientation is not looked at, since real files have it either way.
 *
 * <p>A ring lies in another if most of its vertices do; a ring that equals another one is kept beside it, for the
 * geometry check to find.
 */
final class RingAssembler {
    /** Vertices looked at to decide where a ring lies. */
    private static final int SAMPLES = 64;
    /** Rings shorter than this are faster without an index. */
    private static final int INDEXED_FROM = 48;
    /** About two seconds; a lake with 10,000 islands needs a fifteenth of it. */
    private static final long WORK = 20_000_000;

    private final List<Node> nodes = new ArrayList<>();
    private final long row;
    private long work;

    private RingAssembler(long row) {
        this.row = row;
    }

    static List<Polygon> assemble(List<LinearRing> rings, long row) throws DamagedGeometryException {
        if (rings.size() == 1) {
            return List.of(GeometryParts.FACTORY.createPolygon(rings.get(0)));
        }
        return new RingAssembler(row).polygons(rings);
    }

    private List<Polygon> polygons(List<LinearRing> rings) throws DamagedGeometryException {
        STRtree index = new STRtree();
        for (LinearRing ring : rings) {
            Node node = new Node(ring);
            nodes.add(node);
            index.insert(node.envelope, node);
        }
        for (Node node : nodes) {
            List<Node> candidates = new ArrayList<>();
            index.query(node.envelope, item -> {
                work++;
                if (item instanceof Node other && other.area > node.area && other.envelope.covers(node.envelope)) {
                    candidates.add(other);
                }
            });
            for (Node other : candidates) {
                if ((node.parent == null || other.area < node.parent.area) && contains(other, node)) {
                    node.parent = other;
                }
                if (work > WORK) {
                    throw new DamagedGeometryException(ReadIssues.tooManyNestedRings(row, rings.size()));
                }
            }
        }
        return build();
    }

    private boolean contains(Node outer, Node inner) {
        Coordinate[] points = inner.ring.getCoordinates();
        int step = Math.max(1, points.length / SAMPLES);
        int balance = 0;
        for (int i = 0; i < points.length; i += step) {
            balance += side(outer.locate(points[i]));
        }
        if (balance == 0) {
            for (int i = 1; i < points.length; i += step) {
                Coordinate middle =
                        new Coordinate((points[i - 1].x + points[i].x) / 2, (points[i - 1].y + points[i].y) / 2);
                balance += side(outer.locate(middle));
            }
        }
        work += 2L * SAMPLES;
        return balance > 0;
    }

    private static int side(int location) {
        return location == Location.INTERIOR ? 1 : location == Location.EXTERIOR ? -1 : 0;
    }

    private List<Polygon> build() {
        // A parent is always larger, so its depth is known before its children's.
        nodes.stream().sorted((a, b) -> Double.compare(b.area, a.area)).forEach(node -> {
            node.depth = node.parent == null ? 0 : node.parent.depth + 1;
        });
        for (Node node : nodes) {
            if (node.depth % 2 == 1 && node.parent != null) {
                node.parent.holes.add(node.ring);
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        for (Node node : nodes) {
            if (node.depth % 2 == 0) {
                polygons.add(GeometryParts.FACTORY.createPolygon(node.ring, node.holes.toArray(LinearRing[]::new)));
            }
        }
        return polygons;
    }

    private static final class Node {
        final LinearRing ring;
        final Envelope envelope;
        final double area;
        final List<LinearRing> holes = new ArrayList<>();
        int depth;

        @Nullable
        Node parent;

        private @Nullable IndexedPointInAreaLocator locator;

        Node(LinearRing ring) {
            this.ring = ring;
            this.envelope = ring.getEnvelopeInternal();
            this.area = Area.ofRing(ring.getCoordinateSequence());
        }

        int locate(Coordinate point) {
            if (ring.getNumPoints() < INDEXED_FROM) {
                return PointLocation.locateInRing(point, ring.getCoordinates());
            }
            if (locator == null) {
                locator = new IndexedPointInAreaLocator(ring);
            }
            return locator.locate(point);
        }
    }
}
