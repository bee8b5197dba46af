package vn.ruralmap.dataimport.inspect;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Where the outer rim of land faces itself over a short way of what is no land. */
final class Facing {

    /** Cosine of the angle up to which two edges count as parallel: 25°. */
    private static final double PARALLEL = 0.9;

    private final double width;
    private final STRtree edges = new STRtree();
    private final List<LineSegment> all = new ArrayList<>();

    private Facing(double width) {
        this.width = width;
    }

    /** @param width in the units of the coordinates. @return boxes that do not meet */
    static List<Envelope> places(Geometry land, double width) {
        Facing facing = new Facing(width);
        for (int i = 0; i < land.getNumGeometries(); i++) {
            if (land.getGeometryN(i) instanceof Polygon polygon) {
                facing.add(polygon.getExteriorRing());
            }
        }
        facing.edges.build();
        List<Envelope> places = new ArrayList<>();
        facing.all.forEach(edge -> facing.look(edge, places));
        return merge(places);
    }

    /** How many edges {@link #places} looks at. */
    static int edges(Geometry land) {
        int edges = 0;
        for (int i = 0; i < land.getNumGeometries(); i++) {
            if (land.getGeometryN(i) instanceof Polygon polygon) {
                edges += polygon.getExteriorRing().getNumPoints() - 1;
            }
        }
        return edges;
    }

    /** Edges with the land on their left. */
    private void add(LinearRing ring) {
        Coordinate[] points = ring.getCoordinates();
        boolean landOnLeft = Orientation.isCCW(points);
        for (int i = 1; i < points.length; i++) {
            LineSegment edge =
                    landOnLeft ? new LineSegment(points[i - 1], points[i]) : new LineSegment(points[i], points[i - 1]);
            all.add(edge);
            edges.insert(new Envelope(edge.p0, edge.p1), edge);
        }
    }

    private void look(LineSegment edge, List<Envelope> places) {
        Envelope around = new Envelope(edge.p0, edge.p1);
        around.expandBy(width);
        for (Object item : edges.query(around)) {
            if (item != edge && item instanceof LineSegment other && isFacing(edge, other)) {
                Envelope place = new Envelope(other.p0, other.p1);
                place.expandBy(width);
                places.add(place.intersection(around));
            }
        }
    }

    private boolean isFacing(LineSegment edge, LineSegment other) {
        double along = (edge.p1.x - edge.p0.x) * (other.p1.x - other.p0.x)
                + (edge.p1.y - edge.p0.y) * (other.p1.y - other.p0.y);
        return along < -PARALLEL * edge.getLength() * other.getLength()
                && edge.orientationIndex(other.midPoint()) <= 0
                && edge.distance(other) < width;
    }

    /** Boxes that meet become one. */
    private static List<Envelope> merge(List<Envelope> boxes) {
        List<Envelope> merged = boxes;
        int before;
        do {
            before = merged.size();
            merged = mergeOnce(merged);
        } while (merged.size() < before);
        return merged;
    }

    private static List<Envelope> mergeOnce(List<Envelope> boxes) {
        STRtree index = new STRtree();
        for (int i = 0; i < boxes.size(); i++) {
            index.insert(boxes.get(i), i);
        }
        boolean[] taken = new boolean[boxes.size()];
        List<Envelope> merged = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            if (!taken[i]) {
                taken[i] = true;
                Envelope box = new Envelope(boxes.get(i));
                for (Object item : index.query(boxes.get(i))) {
                    int other = (Integer) item;
                    if (!taken[other]) {
                        taken[other] = true;
                        box.expandToInclude(boxes.get(other));
                    }
                }
                merged.add(box);
            }
        }
        return merged;
    }
}
