package vn.ruralmap.server.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.crs.Spheroid;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.StoredShape;
import vn.ruralmap.layers.model.Validity;

/** Borders of a random coverage of cells with four corners each, of which every one is shared by up to four cells. */
class BorderRulesTest {

    private static final int SIDE = 8;
    private static final double CELL = 0.01;
    private static final int EDITS = Integer.getInteger("ruralmap.test.edits", 300);
    private static final Validity ALWAYS = Validity.since(LocalDate.of(2025, 7, 1));

    private static final Catalogue CATALOGUE = CatalogueReader.readDefault();
    private static final Layer COMMUNES = CATALOGUE.getLayer("communes");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final long seed = Long.getLong("ruralmap.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Coordinate[][] corners = new Coordinate[SIDE + 1][SIDE + 1];

    private void build() {
        for (int i = 0; i <= SIDE; i++) {
            for (int j = 0; j <= SIDE; j++) {
                corners[i][j] = corner(i, j);
            }
        }
    }

    private Coordinate corner(int i, int j) {
        return new Coordinate(
                grid(105.5 + (i + 0.6 * (random.nextDouble() - 0.5)) * CELL),
                grid(9.5 + (j + 0.6 * (random.nextDouble() - 0.5)) * CELL));
    }

    private static double grid(double degrees) {
        return Math.round(degrees * CoordinateGrid.SCALE) / CoordinateGrid.SCALE;
    }

    /** @param moved takes the place of a corner; null: none does */
    private Geometry cell(int x, int y, int i, int j, @Nullable Coordinate moved) {
        List<Coordinate> ring = new ArrayList<>();
        for (int[] at : new int[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}) {
            boolean isMoved = moved != null && x + at[0] == i && y + at[1] == j;
            ring.add(new Coordinate(isMoved ? moved : corners[x + at[0]][y + at[1]]));
        }
        return StoredShape.of(FACTORY.createPolygon(ring.toArray(Coordinate[]::new)));
    }

    private static Change.Content content(Geometry land) {
        List<@Nullable Object> values = new ArrayList<>();
        COMMUNES.attributes().forEach(attribute -> values.add(null));
        values.set(COMMUNES.indexOf("name"), "Xã");
        return new Change.Content(ALWAYS, null, values, land);
    }

    /** All cells after a corner has moved in some of them. @param in which of the four around it */
    private List<Land> lands(int i, int j, Coordinate moved, boolean[] in) {
        List<Land> lands = new ArrayList<>();
        int around = 0;
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                boolean touches = (x == i || x == i - 1) && (y == j || y == j - 1);
                boolean isMoved = touches && in[around++];
                Change.Content before = content(cell(x, y, i, j, null));
                Change.Content after = isMoved ? content(cell(x, y, i, j, moved)) : before;
                lands.add(new Land("communes." + (x * SIDE + y + 1), x + "/" + y, isMoved ? 1 : 0, before, after));
            }
        }
        return lands;
    }

    private List<Finding> check(List<Land> all) {
        EditIssues issues = new EditIssues();
        List<Land> moved = all.stream().filter(Land::isMoved).toList();
        new OverlapRule(COMMUNES, issues).check(moved, new LandIndex(all));
        new GapRule(COMMUNES, issues).check(moved, new LandIndex(all));
        return issues.findings();
    }

    @Test
    void a_corner_that_moves_in_all_cells_around_it_is_right_and_in_some_of_them_is_not() {
        build();
        for (int edit = 0; edit < EDITS; edit++) {
            int i = 1 + random.nextInt(SIDE - 1);
            int j = 1 + random.nextInt(SIDE - 1);
            Coordinate moved = corner(i, j);
            String reason = String.format(Locale.ROOT, "seed %d, edit %d", seed, edit);
            double area = total(lands(i, j, moved, new boolean[4]));
            List<Land> whole = lands(i, j, moved, new boolean[] {true, true, true, true});

            assertThat(check(whole)).as(reason).isEmpty();
            // areas add up: what one cell loses another one gains
            assertThat(total(whole)).as(reason).isCloseTo(area, org.assertj.core.data.Offset.offset(1.0));
            List<Finding> torn = check(lands(i, j, moved, new boolean[] {true, false, false, false}));
            double difference = torn.stream()
                    .mapToDouble(finding ->
                            finding.size() == null ? 0 : finding.size().value())
                    .sum();
            assertThat(torn).as(reason).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.isError()).isTrue();
                assertThat(finding.features()).hasSize(2);
            });
            assertThat(difference).as(reason).isPositive();
            corners[i][j] = moved;
        }
    }

    private static double total(List<Land> lands) {
        return lands.stream()
                .mapToDouble(land -> Spheroid.squareMetres(land.land()))
                .sum();
    }

    @Test
    void what_was_wrong_before_is_not_held_against_who_edits_elsewhere() {
        build();
        List<Land> torn = lands(3, 3, new Coordinate(105.5345, 9.5345), new boolean[] {true, false, false, false});
        List<Land> edited = new ArrayList<>();
        for (Land land : torn) {
            Change.Content stored = land.after();
            edited.add(new Land(land.id(), land.name(), 0, stored, stored));
        }
        // the cell that overlaps its neighbours moves another corner, and its neighbours there follow
        Coordinate far = corners[2][2];
        Coordinate moved = new Coordinate(grid(far.x + 0.0005), grid(far.y + 0.0005));
        List<Land> next = new ArrayList<>();
        for (Land land : edited) {
            Geometry replaced = replaced(java.util.Objects.requireNonNull(land.land()), far, moved);
            next.add(new Land(land.id(), land.name(), 1, land.before(), content(replaced)));
        }

        assertThat(check(next)).as("seed " + seed).isEmpty();
    }

    private static Geometry replaced(Geometry shape, Coordinate from, Coordinate to) {
        Coordinate[] ring = shape.getGeometryN(0).getCoordinates();
        for (int i = 0; i < ring.length; i++) {
            ring[i] = ring[i].equals2D(from) ? new Coordinate(to) : new Coordinate(ring[i]);
        }
        return StoredShape.of(FACTORY.createPolygon(ring));
    }

    @Test
    void a_cell_within_another_one_and_a_strip_beside_one_are_found() {
        build();
        List<Land> all = new ArrayList<>(lands(1, 1, corners[1][1], new boolean[4]));
        Geometry first = java.util.Objects.requireNonNull(all.get(0).land());
        Geometry within =
                StoredShape.of(CoordinateGrid.snap(first.getInteriorPoint().buffer(CELL / 20)));
        all.add(new Land(null, "Trong", 1, null, content(within)));
        assertThat(check(all)).extracting(Finding::code).containsExactly("COVERAGE_CONTAINS");
        assertThat(check(all).get(0).text().vi()).startsWith("Trong nằm trọn trong 0/0");

        // five metres beside the eastern rim, as long as a cell
        double east = 105.5 + (SIDE + 1) * CELL;
        Geometry square = box(east, 9.5, east + CELL, 9.5 + CELL);
        Geometry beside = box(east + CELL + 4.5e-5, 9.5, east + 2 * CELL, 9.5 + CELL);
        List<Land> pair = new ArrayList<>();
        pair.add(new Land("communes.900", "Cũ", 0, content(square), content(square)));
        pair.add(new Land(null, "Mới", 1, null, content(beside)));
        assertThat(check(pair)).extracting(Finding::code).containsExactly("COVERAGE_GAP");
        assertThat(check(pair).get(0).size().value()).isBetween(5_300.0, 5_600.0);
    }

    /** What two shapes have in common may be land and a line at once. */
    @Test
    void a_neighbour_that_ends_where_strips_are_sought_is_no_failure() {
        double east = 105.8;
        double edge = grid(east - 3 * GapRule.WIDTH_DEGREES);
        Coordinate[] comb = {
            new Coordinate(105.79, 9.5),
            new Coordinate(edge, 9.5),
            new Coordinate(edge, 9.502),
            new Coordinate(105.795, 9.502),
            new Coordinate(105.795, 9.506),
            new Coordinate(east, 9.506),
            new Coordinate(east, 9.51),
            new Coordinate(105.79, 9.51),
            new Coordinate(105.79, 9.5)
        };
        Geometry old = StoredShape.of(CoordinateGrid.snap(FACTORY.createPolygon(comb)));
        Geometry beside = box(east, 9.5, east + CELL, 9.5 + CELL);

        List<Land> both = List.of(
                new Land("communes.900", "Cũ", 0, content(old), content(old)),
                new Land(null, "Mới", 1, null, content(beside)));
        assertThatCode(() -> check(both)).doesNotThrowAnyException();
    }

    private static Geometry box(double west, double south, double east, double north) {
        return StoredShape.of(CoordinateGrid.snap(
                FACTORY.toGeometry(new org.locationtech.jts.geom.Envelope(west, east, south, north))));
    }
}
