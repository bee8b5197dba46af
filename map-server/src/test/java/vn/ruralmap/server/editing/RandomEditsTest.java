package vn.ruralmap.server.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.ServerFixture;

/**
 * Ten thousand edits of communes, as an officer draws them: vertices moved, put in and taken out, communes split and merged, some
 * at a time in each changeset. {@code -Druralmap.test.seed=} repeats a failure.
 */
class RandomEditsTest {

    private static final ServerFixture SERVER = ServerFixture.join(Map.of());
    private static final int EDITS = Integer.getInteger("ruralmap.test.edits", 10_000);
    private static final int EDITS_PER_CHANGESET = 100;
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final Writer OFFICER =
            new Writer("Lan", "Lan@127.0.0.1", EnumSet.of(Role.OFFICER, Role.APPROVER), List.of());

    private final long seed = Long.getLong("ruralmap.test.seed", System.nanoTime());
    private final Mesh mesh = new Mesh(7, new Random(seed));
    private final FeatureStore store = SERVER.bean(FeatureStore.class);
    private final Snapshots snapshots = SERVER.bean(Snapshots.class);
    private final Editing editing = SERVER.bean(Editing.class);

    /** What was published of a cell. */
    private record Published(long fid, int version, Geometry land) {}

    private final Map<Integer, Published> published = new TreeMap<>();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_coverage_stays_one_and_undoing_everything_gives_back_every_bit() {
        List<Long> changesets = new ArrayList<>();
        publish();
        Map<Long, String> start = contents();
        long land = area();

        for (int done = 0; done < EDITS; ) {
            for (int i = 0; i < EDITS_PER_CHANGESET; ) {
                i += mesh.change() ? 1 : 0;
            }
            done += EDITS_PER_CHANGESET;
            changesets.add(publish());
            assertThat(area()).as("seed %d, land after %d edits", seed, done).isEqualTo(land);
            // without overlaps and with all the land that there was there is no gap either
            assertThat(CoverageValidator.isValid(lands()))
                    .as("seed %d, borders after %d edits", seed, done)
                    .isTrue();
        }
        assertThat(contents()).isNotEqualTo(start);

        for (int i = changesets.size() - 1; i >= 0; i--) {
            store.revert(changesets.get(i), "Lan");
        }
        snapshots.refresh();
        assertThat(contents()).as("seed %d", seed).isEqualTo(start);
    }

    /** What the mesh has become since the last time, as one changeset. */
    private long publish() {
        List<Edit> edits = new ArrayList<>();
        List<Integer> cells = new ArrayList<>();
        Map<Integer, Published> gone = new HashMap<>(published);
        for (int cell : mesh.cells()) {
            Geometry land = mesh.polygon(cell);
            Published old = gone.remove(cell);
            if (old == null) {
                edits.add(new Edit.Insert("communes", draft(cell, land)));
                cells.add(cell);
            } else if (!old.land().equalsExact(land)) {
                edits.add(new Edit.Update("communes", old.fid(), old.version(), new Draft(Map.of(), true, land)));
                cells.add(cell);
            }
        }
        for (Map.Entry<Integer, Published> old : gone.entrySet()) {
            edits.add(new Edit.Delete(
                    "communes", old.getValue().fid(), old.getValue().version()));
            published.remove(old.getKey());
        }
        EditOutcome outcome = apply(edits);
        for (int i = 0; i < cells.size(); i++) {
            EditOutcome.Edited edited = outcome.features().get(i);
            int cell = cells.get(i);
            published.put(cell, new Published(edited.fid(), edited.version(), mesh.polygon(cell)));
        }
        return outcome.changeset();
    }

    private EditOutcome apply(List<Edit> edits) {
        try {
            return editing.apply(new EditRequest(OFFICER, Changeset.Source.OGC_API, "", DAY, edits, true, null, null));
        } catch (EditRefusedException e) {
            throw new AssertionError("seed " + seed + ": " + e.issues(), e);
        }
    }

    private static Draft draft(int cell, Geometry land) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("code", Integer.toString(10_000 + cell));
        properties.put("name", "Xã " + cell);
        properties.put("kind", "xã");
        properties.put("valid_from", DAY.toString());
        return new Draft(properties, true, land);
    }

    private Geometry[] lands() {
        return snapshots.current().view("communes", DAY).features().stream()
                .map(feature -> feature.geometry().getGeometryN(0))
                .toArray(Geometry[]::new);
    }

    /** Twice the area of all communes, in square steps of the grid: exact. */
    private long area() {
        return Arrays.stream(lands())
                .mapToLong(land -> Math.abs(area(land.getCoordinates())))
                .sum();
    }

    private static long area(Coordinate[] ring) {
        long sum = 0;
        for (int i = 0; i + 1 < ring.length; i++) {
            sum += steps(ring[i].x, ring[0].x) * steps(ring[i + 1].y, ring[0].y)
                    - steps(ring[i + 1].x, ring[0].x) * steps(ring[i].y, ring[0].y);
        }
        return sum;
    }

    private static long steps(double degrees, double origin) {
        return Math.round(degrees * CoordinateGrid.SCALE) - Math.round(origin * CoordinateGrid.SCALE);
    }

    /** Each commune with its attributes and every bit of its geometry. */
    private Map<Long, String> contents() {
        Map<Long, String> contents = new TreeMap<>();
        for (Feature feature : snapshots.current().rows("communes")) {
            contents.put(
                    feature.fid(),
                    feature.values() + " " + feature.validity() + " "
                            + WKBWriter.toHex(new WKBWriter().write(feature.geometry())));
        }
        return contents;
    }
}
