package vn.ruralmap.dataimport.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;

/** Finds lines that meet another one, or themselves, elsewhere than at their ends. */
final class Crossings implements SegmentIntersector {

    private final LineIntersector intersector = new RobustLineIntersector();
    private final Set<Integer> lines = new TreeSet<>();

    private Crossings() {}

    /** The numbers of the lines that cross. */
    static Set<Integer> find(List<Coordinate[]> lines) {
        List<SegmentString> strings = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            strings.add(new BasicSegmentString(lines.get(i), i));
        }
        Crossings crossings = new Crossings();
        new MCIndexNoder(crossings).computeNodes(strings);
        return crossings.lines;
    }

    @Override
    public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
        if (a == b && i == j) {
            return;
        }
        intersector.computeIntersection(
                a.getCoordinate(i), a.getCoordinate(i + 1), b.getCoordinate(j), b.getCoordinate(j + 1));
        if (intersector.hasIntersection() && (intersector.isInteriorIntersection() || isInnerVertex(a, b))) {
            lines.add((Integer) a.getData());
            lines.add((Integer) b.getData());
        }
    }

    /** Two lines may share a vertex only where both end; neighbouring segments of one line share one by nature. */
    private boolean isInnerVertex(SegmentString a, SegmentString b) {
        Coordinate at = intersector.getIntersection(0);
        return a != b && !(isEnd(a, at) && isEnd(b, at));
    }

    private static boolean isEnd(SegmentString line, Coordinate at) {
        return line.getCoordinate(0).equals2D(at)
                || line.getCoordinate(line.size() - 1).equals2D(at);
    }

    @Override
    public boolean isDone() {
        return false;
    }
}
