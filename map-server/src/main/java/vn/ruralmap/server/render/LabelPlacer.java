package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses which labels are drawn, so that none covers another.
 *
 * <p>Two neighbouring images must come to the same answer although each looks only at its own surroundings. The usual
 * way, going through all labels by importance, does not give that: whether a label fits then depends on others any
 * number of steps away. Here there are two rounds (Luby's way to a maximal independent set): in each, a label that is
 * more important than all it touches is placed, and those it touches are dropped. So an answer depends on labels at
 * most three steps away, and an image that looks {@link #REACH_IN_LABELS} label widths beyond its edges sees them all.
 */
final class LabelPlacer {

    /** Three steps of one label width, plus the half label that reaches into the image. */
    static final double REACH_IN_LABELS = 3.5;

    private static final int ROUNDS = 2;

    private enum State {
        OPEN,
        PLACED,
        DROPPED
    }

    /** A label that wants to be drawn, with its box in pixels of the image. */
    static final class Candidate {
        final LabelPicture picture;
        final int x;
        final int y;
        private final double minX;
        private final double minY;
        private final double maxX;
        private final double maxY;
        private final boolean yields;
        private final int layer;
        private final double priority;
        private final double size;
        private final long fid;
        private int rank;
        private State state = State.OPEN;
        private final List<Candidate> touching = new ArrayList<>(4);

        /**
         * @param x of the label's centre
         * @param layer higher: drawn later, so more important
         * @param size of what is labelled; among equal priorities the larger wins, then the older
         */
        Candidate(
                LabelPicture picture,
                TextPaint paint,
                int x,
                int y,
                int layer,
                double priority,
                double size,
                long fid) {
            this.picture = picture;
            this.x = x;
            this.y = y;
            double space = paint.place().spacePx() + paint.look().haloPx();
            this.minX = x - picture.widthPx() / 2 - space;
            this.maxX = x + picture.widthPx() / 2 + space;
            this.minY = y - picture.heightPx() / 2 - space;
            this.maxY = y + picture.heightPx() / 2 + space;
            this.yields = paint.yields();
            this.layer = layer;
            this.priority = priority;
            this.size = size;
            this.fid = fid;
        }

        boolean reaches(MapView view) {
            return maxX >= -2 && minX <= view.widthPx() + 2 && maxY >= -2 && minY <= view.heightPx() + 2;
        }

        private boolean touches(Candidate other) {
            return minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY;
        }

        private boolean isFirstOfOpen() {
            for (Candidate other : touching) {
                if (other.state == State.OPEN && other.rank < rank) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final Comparator<Candidate> IMPORTANCE = Comparator.<Candidate>comparingInt(each -> -each.layer)
            .thenComparingDouble(each -> -each.priority)
            .thenComparingDouble(each -> -each.size)
            .thenComparingLong(each -> each.fid)
            .thenComparingInt(each -> each.y)
            .thenComparingInt(each -> each.x);

    private LabelPlacer() {}

    /** @return the labels to draw, the least important first */
    static List<Candidate> place(List<Candidate> candidates) {
        List<Candidate> ranked = new ArrayList<>(candidates);
        ranked.sort(IMPORTANCE);
        for (int i = 0; i < ranked.size(); i++) {
            ranked.get(i).rank = i;
        }
        link(ranked.stream().filter(each -> each.yields).toList());
        for (int round = 0; round < ROUNDS; round++) {
            List<Candidate> first = ranked.stream()
                    .filter(each -> each.state == State.OPEN && each.isFirstOfOpen())
                    .toList();
            for (Candidate each : first) {
                each.state = State.PLACED;
                each.touching.forEach(other -> other.state = State.DROPPED);
            }
        }
        List<Candidate> placed = new ArrayList<>();
        for (int i = ranked.size() - 1; i >= 0; i--) {
            if (ranked.get(i).state == State.PLACED) {
                placed.add(ranked.get(i));
            }
        }
        return placed;
    }

    private static void link(List<Candidate> candidates) {
        List<Candidate> byX = new ArrayList<>(candidates);
        byX.sort(Comparator.comparingDouble(each -> each.minX));
        for (int i = 0; i < byX.size(); i++) {
            Candidate one = byX.get(i);
            for (int j = i + 1; j < byX.size() && byX.get(j).minX < one.maxX; j++) {
                Candidate other = byX.get(j);
                if (one.touches(other)) {
                    one.touching.add(other);
                    other.touching.add(one);
                }
            }
        }
    }
}
