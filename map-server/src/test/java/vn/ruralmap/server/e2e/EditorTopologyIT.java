package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Editing keeps a coverage a coverage: what the browser makes is judged by JTS. */
class EditorTopologyIT {

    private static final String ACTIONS = "/js/test/editActions.js";
    /** In steps of the grid: a district of ten kilometres, in the middle of the delta. */
    private static final Envelope DISTRICT = new Envelope(10_590_000_000L, 10_600_000_000L, 970_000_000L, 980_000_000L);

    private static final String TWO =
            "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))" + "; POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))";

    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void openAPage() {
        browser = Browser.open();
        page = browser.window(400, 300);
        EditorModules.serveTests(page);
        page.navigate(DemoServer.get().url() + "/");
        page.setDefaultTimeout(300_000);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void tenThousandRandomEditsKeepTheCoverageValidAndAreUndoneExactly() throws ParseException {
        long seed = Long.getLong("ruralmap.seed", 20_250_701);
        int steps = 10_000;

        Map<?, ?> result = (Map<?, ?>) EditorModules.evaluate(
                page,
                "/js/test/randomEdits.js",
                "m.randomEdits(x)",
                Map.of("seed", (int) seed, "steps", steps, "every", 500, "cells", cells(seed)));

        assertThat(result.get("done"))
                .as("seed %s: %s", seed, result.get("refusals"))
                .isEqualTo(steps);
        assertThat(((Map<?, ?>) result.get("counts")).keySet())
                .as("seed %s: kinds of edits", seed)
                .hasSize(14);
        List<?> snapshots = (List<?>) result.get("snapshots");
        assertThat(snapshots).hasSize(20);
        for (int i = 0; i < snapshots.size(); i++) {
            isCoverage((List<?>) snapshots.get(i), "seed " + seed + ", after " + 500 * (i + 1));
        }
        assertThat(result.get("undone"))
                .as("seed %s: every state came back", seed)
                .isEqualTo(true);
        assertThat(result.get("isStart"))
                .as("seed %s: the start came back", seed)
                .isEqualTo(true);
    }

    private static void isCoverage(List<?> texts, String where) throws ParseException {
        Geometry[] polygons = new Geometry[texts.size()];
        double sum = 0;
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = new WKTReader().read((String) texts.get(i));
            assertThat(polygons[i].isValid()).as("%s: %s", where, texts.get(i)).isTrue();
            sum += polygons[i].getArea();
        }
        Geometry[] invalid = CoverageValidator.validate(polygons);
        for (int i = 0; i < invalid.length; i++) {
            if (invalid[i] != null) {
                isWrongAlarm(polygons[i], polygons, where + ": " + invalid[i]);
            }
        }
        assertThat(CoverageUnion.union(polygons).getArea()).as(where).isCloseTo(sum, within(sum * 1e-12));
    }

    /** JTS's validator takes a hole that touches its shell in a point for an overlap with whoever has that point, too; its overlay knows better. */
    private static void isWrongAlarm(Geometry polygon, Geometry[] polygons, String where) {
        Geometry[] around = Arrays.stream(polygons)
                .filter(other -> other != polygon && other.intersects(polygon))
                .toArray(Geometry[]::new);
        assertThat(Arrays.stream(around).anyMatch(EditorTopologyIT::hasATouchingHole))
                .as(where)
                .isTrue();
        for (Geometry other : around) {
            assertThat(other.intersection(polygon).getArea()).as(where).isZero();
        }
    }

    private static boolean hasATouchingHole(Geometry geometry) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(i);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                if (polygon.getInteriorRingN(hole).intersects(polygon.getExteriorRing())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static org.assertj.core.data.Offset<Double> within(double value) {
        return org.assertj.core.data.Offset.offset(value);
    }

    /** Voronoi cells around random places, on the grid. */
    private static List<String> cells(long seed) {
        Random random = new Random(seed);
        List<Coordinate> places = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            places.add(new Coordinate(
                    DISTRICT.getMinX() + random.nextDouble() * DISTRICT.getWidth(),
                    DISTRICT.getMinY() + random.nextDouble() * DISTRICT.getHeight()));
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(places);
        builder.setClipEnvelope(DISTRICT);
        Geometry diagram = builder.getDiagram(new GeometryFactory());
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            Coordinate[] ring = Arrays.stream(diagram.getGeometryN(i).getCoordinates())
                    .map(place -> new Coordinate(Math.rint(place.x), Math.rint(place.y)))
                    .toArray(Coordinate[]::new);
            StringBuilder text = new StringBuilder("POLYGON ((");
            for (Coordinate place : ring) {
                text.append((long) place.x).append(' ').append((long) place.y).append(',');
            }
            cells.add(text.substring(0, text.length() - 1) + "))");
        }
        return cells;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a shared vertex moves in both | moveVertex | [[100, 100], [110, 105]]"
                        + "| POLYGON ((0 0, 100 0, 110 105, 0 100, 0 0))"
                        + "| POLYGON ((100 0, 200 0, 200 100, 110 105, 100 0))",
                "a vertex put onto another joins it | moveVertex | [[0, 100], [100, 100]]"
                        + "| POLYGON ((0 0, 100 0, 100 100, 0 0)) | POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))",
                "a new vertex is in both | insertVertex | [[100, 100], [100, 0], [105, 50]]"
                        + "| POLYGON ((0 0, 100 0, 105 50, 100 100, 0 100, 0 0))"
                        + "| POLYGON ((100 0, 200 0, 200 100, 100 100, 105 50, 100 0))",
                "a feature takes its neighbours' vertices along | moveFeature | [b, [10, 0]]"
                        + "| POLYGON ((0 0, 110 0, 110 100, 0 100, 0 0)) | POLYGON ((110 0, 210 0, 210 100, 110 100, 110 0))",
                "merged neighbours lose the border and its ends | mergeFeatures | [a, b]"
                        + "| POLYGON ((0 0, 200 0, 200 100, 0 100, 0 0)) | ",
                "a hole | addHole | [a, [[40, 40], [60, 40], [60, 60], [40, 60]]]"
                        + "| POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0), (40 40, 40 60, 60 60, 60 40, 40 40))"
                        + "| POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))",
            })
    void anActionKeepsNeighboursTogether(String sentence, String name, String args, String a, String b)
            throws ParseException {
        Map<?, ?> outcome = act(name, args, TWO);

        same(outcome.get("a"), a);
        same(outcome.get("b"), b);
    }

    @Test
    void aSplitGivesTheNeighbourTheSameVertex() throws ParseException {
        Map<?, ?> outcome = act("splitFeature", "[a, [[-10, 40], [110, 47]]]", TWO);

        same(outcome.get("a"), "POLYGON ((0 41, 100 46, 100 100, 0 100, 0 41))");
        same(outcome.get("n1"), "POLYGON ((0 0, 100 0, 100 46, 0 41, 0 0))");
        same(outcome.get("b"), "POLYGON ((100 0, 200 0, 200 100, 100 100, 100 46, 100 0))");
    }

    @Test
    void aPartThatIsMergedBackLeavesNothingBehind() throws ParseException {
        String parts =
                "POLYGON ((0 50, 100 50, 100 100, 0 100, 0 50)); POLYGON ((100 0, 200 0, 200 100, 100 100, 100 50, 100 0));"
                        + " POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0))";

        Map<?, ?> outcome = act("mergeFeatures", "[a, c]", parts);

        same(outcome.get("a"), "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))");
        same(outcome.get("b"), "POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))");
        assertThat(outcome.containsKey("c")).isFalse();
    }

    @Test
    void whatOverlapsIsCutAndTheBorderBecomesCommon() throws ParseException {
        String overlapping =
                "POLYGON ((0 0, 120 10, 120 90, 0 100, 0 0)); POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))";

        Map<?, ?> outcome = act("cutFeature", "[a, b]", overlapping);

        same(outcome.get("a"), "POLYGON ((0 0, 100 8, 100 92, 0 100, 0 0))");
        same(outcome.get("b"), "POLYGON ((100 0, 200 0, 200 100, 100 100, 100 92, 100 8, 100 0))");
    }

    @Test
    void whatIsDrawnOverNeighboursEndsAtTheirBorders() throws ParseException {
        Map<?, ?> outcome = act("drawFeature", "[[[50, 50], [150, 50], [150, 150], [50, 150]], true]", TWO);

        same(outcome.get("n1"), "POLYGON ((50 100, 100 100, 150 100, 150 150, 50 150, 50 100))");
        same(outcome.get("a"), "POLYGON ((0 0, 100 0, 100 100, 50 100, 0 100, 0 0))");
    }

    @Test
    void whatIsSimplifiedStaysCommonAndItsJunctionsStay() throws ParseException {
        String wavy = "POLYGON ((0 0, 100 0, 101 30, 99 60, 100 100, 0 100, 0 0));"
                + " POLYGON ((100 0, 200 0, 200 100, 100 100, 99 60, 101 30, 100 0))";

        Map<?, ?> outcome = act("simplifyFeature", "[a, 5]", wavy);

        same(outcome.get("a"), "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))");
        same(outcome.get("b"), "POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deleteVertex | [[100, 100]] | junction",
                "deleteVertex | [[7, 7]] | noVertex",
                "insertVertex | [[0, 0], [100, 100], [50, 50]] | noEdge",
                "splitFeature | [a, [[10, 10], [90, 90]]] | notThrough",
                "splitFeature | [a, [[10, 10]]] | shortLine",
                "addHole | [a, [[40, 40], [160, 40], [60, 60]]] | holeOutside",
                "cutFeature | [a, b] | noOverlap",
                "drawFeature | [[[300, 0], [400, 100], [400, 0], [300, 100]], true] | selfCross",
                "drawFeature | [[[10, 10], [20, 10], [20, 20]], true] | nothingLeft",
                "simplifyFeature | [a, 1] | nothingToSimplify",
            })
    void anActionThatCannotBeDoneSaysWhy(String name, String args, String why) {
        assertThat(act(name, args, TWO).get("refused")).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON ((0 0, 9 0, 9 9, 0 0)); POLYGON ((0 0, 9 9, 0 9, 0 0)) | ",
                "POLYGON ((0 0, 9 0, 0 9, 9 9, 0 0)) | selfCross a",
                "POLYGON ((0 0, 9 0, 9 9, 0 0)); POLYGON ((5 -5, 9 9, 0 9, 5 -5)) | overlap ab",
                "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0)); POLYGON ((2 2, 4 2, 4 4, 2 2)) | overlap ab",
                "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0)); POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0)) | overlap ab",
                "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0)); POLYGON ((9 2, 12 2, 12 4, 9 2)) | unmatched ab",
                "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (20 20, 20 22, 22 22, 20 20)) | holeOutside a",
                "POLYGON ((0 0, 9 0, 9 9, 5 0, 0 9, 0 0)) | selfCross a",
            })
    void whatIsWrongIsFound(String polygons, String codes) {
        assertThat(EditorModules.evaluate(page, ACTIONS, "m.wrong(x)", List.of(polygons.split("; *"))))
                .isEqualTo(codes == null ? "" : codes);
    }

    @Test
    void differencesThatFloatingPointLosesAreSeen() {
        Set<Object> answers = new HashSet<>();
        for (String third :
                List.of("[17999999999, 8999999999]", "[17999999999, 9000000000]", "[17999999997, 8999999999]")) {
            answers.add(EditorModules.evaluate(
                    page,
                    "/js/editor/topology/predicates.js",
                    "m.orient([-18000000001, -9000000001], [17999999998, 8999999999], " + third + ")",
                    null));
        }
        assertThat(answers).containsExactlyInAnyOrder(-1, 1);
    }

    private static Map<?, ?> act(String name, String args, String polygons) {
        String json = args.replaceAll("\\b([abc])\\b", "\"$1\"");
        return (Map<?, ?>) EditorModules.evaluate(
                page,
                ACTIONS,
                "m.act({ ...x, args: JSON.parse(x.args) })",
                Map.of("name", name, "polygons", List.of(polygons.split("; *")), "args", json));
    }

    private static void same(Object text, String expected) throws ParseException {
        if (expected == null) {
            assertThat(text).isNull();
            return;
        }
        Geometry geometry = new WKTReader().read((String) text);
        assertThat((Object) geometry.norm())
                .as("%s", text)
                .isEqualTo(new WKTReader().read(expected).norm());
    }
}
