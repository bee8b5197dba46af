package vn.ruralmap.dataimport.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** The texts of a drawing and the smallest polygon that each lies in. */
final class DrawingTexts {
    private final List<Text> texts = new ArrayList<>();
    private final Map<Long, List<String>> byRow = new HashMap<>();
    private STRtree index = new STRtree();

    private static final class Text {
        private final Coordinate place;
        private final String text;
        private double area = Double.POSITIVE_INFINITY;
        private long row;

        private Text(Coordinate place, String text) {
            this.place = place;
            this.text = text;
        }
    }

    void add(Coordinate place, String text) {
        texts.add(new Text(place, text));
    }

    /** To be called between the last text and the first polygon. */
    void index() {
        index = new STRtree();
        for (Text text : texts) {
            index.insert(new Envelope(text.place), text);
        }
    }

    /** Gives a polygon the texts within it, unless a smaller one has them. */
    void claim(Geometry polygon, long row) {
        double area = polygon.getArea();
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(polygon);
        index.query(polygon.getEnvelopeInternal(), item -> {
            if (item instanceof Text text && area < text.area && locator.locate(text.place) != Location.EXTERIOR) {
                text.area = area;
                text.row = row;
            }
        });
    }

    int size() {
        return texts.size();
    }

    long countWithin() {
        return texts.stream().filter(text -> text.row > 0).count();
    }

    /** The texts of a polygon in the order of the drawing; null: none. */
    @Nullable
    String within(long row) {
        if (byRow.isEmpty()) {
            for (Text text : texts) {
                byRow.computeIfAbsent(text.row, key -> new ArrayList<>()).add(text.text);
            }
        }
        List<String> found = row == 0 ? null : byRow.get(row);
        return found == null ? null : String.join("; ", found);
    }
}
