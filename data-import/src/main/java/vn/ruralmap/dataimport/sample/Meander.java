package vn.ruralmap.dataimport.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** Makes a line of cell sides look like a stream or a field path: rounded, then bent at every scale. */
final class Meander {

    private static final int ROUNDING_STEPS = 3;
    private static final double MAX_SEGMENT_DEGREES = 0.0014;
    private static final double BEND = 0.22;

    private Meander() {}

    /** @param strength 1 as usual; less: straighter; 0: the line as it is. The ends stay. */
    static Coordinate[] draw(Coordinate[] line, double strength, Random random) {
        if (strength == 0) {
            return line;
        }
        Coordinate[] round = line;
        for (int i = 0; i < ROUNDING_STEPS; i++) {
            round = rounded(round);
        }
        List<Coordinate> bent = new ArrayList<>();
        bent.add(line[0]);
        for (int i = 1; i < round.length; i++) {
            bend(round[i - 1], round[i], BEND * strength, random, bent);
        }
        bent.set(bent.size() - 1, line[line.length - 1]);
        return bent.toArray(Coordinate[]::new);
    }

    private static Coordinate[] rounded(Coordinate[] line) {
        Coordinate[] result = line.clone();
        for (int i = 1; i < line.length - 1; i++) {
            result[i] = new Coordinate(
                    (line[i - 1].x + 2 * line[i].x + line[i + 1].x) / 4,
                    (line[i - 1].y + 2 * line[i].y + line[i + 1].y) / 4);
        }
        return result;
    }

    private static void bend(Coordinate a, Coordinate b, double bend, Random random, List<Coordinate> out) {
        double offset = bend * random.nextGaussian() / 1.5;
        if (a.distance(b) <= MAX_SEGMENT_DEGREES) {
            Coordinate end = Grid.snap(b);
            if (!end.equals2D(out.get(out.size() - 1))) {
                out.add(end);
            }
            return;
        }
        double limited = Math.max(-bend, Math.min(bend, offset));
        Coordinate middle =
                new Coordinate((a.x + b.x) / 2 - limited * (b.y - a.y), (a.y + b.y) / 2 + limited * (b.x - a.x));
        bend(a, middle, bend, random, out);
        bend(middle, b, bend, random, out);
    }
}
