package vn.ruralmap.layers.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.layers.store.Changes.REFORM;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.communeContent;
import static vn.ruralmap.layers.store.Changes.content;
import static vn.ruralmap.layers.store.Changes.draft;
import static vn.ruralmap.layers.store.Changes.site;
import static vn.ruralmap.layers.store.Changes.siteContent;
import static vn.ruralmap.layers.store.Changes.square;
import static vn.ruralmap.layers.store.Changes.statusContent;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.store.ContractCatalogue;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.geopackage.GeoPackageStore;

class SnapshotTest {

    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate LATER = LocalDate.of(2026, 1, 1);

    @TempDir
    Path folder;

    private FeatureStore store;
    private Snapshots snapshots;

    @BeforeEach
    void open() {
        Catalogue catalogue = ContractCatalogue.create();
        store = GeoPackageStore.open(folder.resolve("store.gpkg"), catalogue);
        // late on 30 June in Greenwich is already 1 July in Vietnam
        snapshots = new Snapshots(store, catalogue, Clock.fixed(Instant.parse("2025-06-30T22:30:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        snapshots.close();
        store.close();
    }

    private Snapshot publish(Change... changes) {
        store.publish(draft(changes));
        snapshots.refresh();
        return snapshots.current();
    }

    @Test
    void todayIsTheDateInVietnam() {
        assertThat(snapshots.today()).isEqualTo(REFORM);
    }

    @Test
    void aViewShowsWhatIsInForceOnItsDay() {
        Snapshot snapshot = publish(
                new Change.Insert(
                        "communes",
                        content(new Validity(LocalDate.of(2008, 1, 1), REFORM), square(105, 9), "1", "Cũ", "xã")),
                commune("1", "Mới", square(105, 9)));

        assertThat(names(snapshot.view("communes", LocalDate.of(2007, 12, 31)))).isEmpty();
        assertThat(names(snapshot.view("communes", LocalDate.of(2008, 1, 1)))).containsExactly("Cũ");
        assertThat(names(snapshot.view("communes", BEFORE))).containsExactly("Cũ");
        assertThat(names(snapshot.view("communes", REFORM))).containsExactly("Mới");
        assertThat(snapshot.listChangeDates("communes")).containsExactly(LocalDate.of(2008, 1, 1), REFORM);
        assertThat(snapshot.listChangeDates("sites")).isEmpty();
    }

    @Test
    void allDaysBetweenTwoChangesShareOneView() {
        Snapshot snapshot = publish(commune("1", "A", square(105, 9)));
        assertThat(snapshot.view("communes", LATER)).isSameAs(snapshot.view("communes", REFORM));
        assertThat(snapshot.view("communes", BEFORE)).isNotSameAs(snapshot.view("communes", REFORM));
        assertThat(snapshot.view("communes", LATER).periodStart()).isEqualTo(REFORM);
    }

    @Test
    void aViewIsReusedWhenAnotherLayerChangesAndNotWhenItsOwnDoes() {
        Snapshot first = publish(commune("1", "A", square(105, 9)), site("S", "POINT (105 9)"));
        LayerView communes = first.view("communes", REFORM);
        LayerView sites = first.view("sites", REFORM);

        Snapshot second = publish(site("T", "POINT (105 9)"));
        assertThat(second.view("communes", REFORM)).isSameAs(communes);
        assertThat(second.view("sites", REFORM)).isNotSameAs(sites);
        assertThat(names(first.view("sites", REFORM)))
                .as("a request keeps its snapshot")
                .hasSize(1);
        assertThat(communes.revision()).isEqualTo(1);
        assertThat(second.view("sites", REFORM).revision()).isEqualTo(2);
    }

    @Test
    void aNewNameKeepsTheGeneralisedBordersAndANewBorderDoesNot() {
        Geometry drawn = drawn(publish(commune("1", "A", round(0.1))));
        assertThat(drawn.getNumPoints()).isLessThan(400);

        Snapshot renamed = publish(new Change.Update("communes", 1, 1, communeContent("1", "B", "xã", round(0.1))));
        assertThat(names(renamed.view("communes", REFORM))).containsExactly("B");
        assertThat(drawn(renamed) == drawn).as("not generalised again").isTrue();

        Snapshot moved = publish(new Change.Update("communes", 1, 2, communeContent("1", "B", "xã", round(0.2))));
        assertThat(drawn(moved).getEnvelopeInternal().getWidth()).isGreaterThan(0.35);
    }

    private static String round(double radius) {
        Geometry disc =
                CoordinateGrid.FACTORY.createPoint(new Coordinate(105, 9)).buffer(radius, 200);
        return CoordinateGrid.snap(disc).toText();
    }

    private static Geometry drawn(Snapshot snapshot) {
        return snapshot.view("communes", REFORM)
                .query(new Envelope(104, 106, 8, 10), 0.001)
                .get(0)
                .geometry();
    }

    @Test
    void aFeatureThatDidNotChangeStaysTheSameObject() {
        Feature before =
                publish(commune("1", "A", square(105, 9))).find("communes", 1).orElseThrow();
        assertThat(publish(commune("2", "B", square(106, 9)))
                        .find("communes", 1)
                        .orElseThrow())
                .isSameAs(before);
    }

    @Test
    void referencesGiveCodeAndNameAndFollowTheirTarget() {
        Snapshot snapshot = publish(
                commune("31153", "Ke Sach", square(105, 9)),
                new Change.Insert("sites", siteContent("Chợ", "POINT (105 9)", 1L)),
                site("Lẻ", "POINT (105 9)"));
        assertThat(value(snapshot, "sites", 1, "commune")).isEqualTo(1L);
        assertThat(value(snapshot, "sites", 1, "commune_code")).isEqualTo("31153");
        assertThat(value(snapshot, "sites", 1, "commune_name")).isEqualTo("Ke Sach");
        assertThat(value(snapshot, "sites", 2, "commune_name")).isNull();

        Snapshot renamed =
                publish(new Change.Update("communes", 1, 1, communeContent("31153", "Kế Sách", "xã", square(105, 9))));
        assertThat(value(renamed, "sites", 1, "commune_name")).isEqualTo("Kế Sách");
        assertThat(value(snapshot, "sites", 1, "commune_name")).isEqualTo("Ke Sach");
        assertThat(renamed.view("sites", REFORM).revision()).isEqualTo(2);
    }

    @Test
    void privatePropertiesAreUnknownToThePublicAndKnownToReaders() {
        LayerView sites = publish(site("S", "POINT (105 9)")).view("sites", REFORM);
        LayerView readers = sites.seenBy(Audience.READER);

        assertThat(sites.findProperty("phone")).isEmpty();
        assertThat(sites.properties())
                .extracting(Property::name)
                .contains("name")
                .doesNotContain("phone");
        assertThat(sites.showsPrivate()).isFalse();
        assertThat(readers.findProperty("phone")).get().matches(Property::isPrivate);
        assertThat(readers.showsPrivate()).isTrue();
        assertThat(readers.features()).isSameAs(sites.features());
    }

    @Test
    void eachAudienceHasOneViewAndAllHaveTheSameOneWhereNothingIsPrivate() {
        Snapshot snapshot = publish(site("S", "POINT (105 9)"), commune("1", "A", square(105, 9)));
        LayerView sites = snapshot.view("sites", REFORM);
        LayerView communes = snapshot.view("communes", REFORM);

        assertThat(sites.seenBy(Audience.PUBLIC)).isSameAs(sites);
        assertThat(sites.seenBy(Audience.READER)).isNotSameAs(sites).isSameAs(sites.seenBy(Audience.READER));
        assertThat(sites.seenBy(Audience.READER).seenBy(Audience.PUBLIC)).isSameAs(sites);
        assertThat(communes.seenBy(Audience.READER)).isSameAs(communes);
    }

    @Test
    void statusIsShownForRuralCommunesOnlyAndNoneWhereThereIsNoRecognition() {
        Snapshot snapshot = publish(
                commune("1", "A", square(105, 9)),
                commune("2", "B", square(106, 9)),
                new Change.Insert("communes", communeContent("3", "C", "phường", square(107, 9))),
                new Change.Insert("communes", communeContent("4", "D", null, square(108, 9))),
                new Change.Insert("status", statusContent(1, "ntm", Validity.since(REFORM))));
        LayerView status = snapshot.view("status", REFORM);

        assertThat(status.features()).extracting(Feature::fid).containsExactly(1L, 2L);
        assertThat(value(snapshot, "status", 1, "level")).isEqualTo("ntm");
        assertThat(value(snapshot, "status", 1, "decision")).isEqualTo("QĐ 1");
        assertThat(value(snapshot, "status", 2, "level")).isEqualTo("none");
        assertThat(value(snapshot, "status", 2, "commune_name")).isEqualTo("B");
        assertThat(status.label(status.features().get(1), "vi")).isEqualTo("B");
        assertThat(status.features().get(0).geometry()
                        == snapshot.find("communes", 1).orElseThrow().geometry())
                .as("the geometry is not copied")
                .isTrue();
    }

    @Test
    void theStatusFollowsTheDate() {
        Snapshot snapshot = publish(
                commune("1", "A", square(105, 9)),
                new Change.Insert("status", statusContent(1, "ntm", new Validity(LATER, LATER.plusYears(1)))),
                new Change.Insert("status", statusContent(1, "advanced", Validity.since(LATER.plusYears(1)))));
        assertThat(level(snapshot, REFORM))
                .as("nothing at all is known on that day, so nobody is said to have failed")
                .isNull();
        assertThat(level(snapshot, LATER)).isEqualTo("ntm");
        assertThat(level(snapshot, LATER.plusYears(1))).isEqualTo("advanced");
        assertThat(snapshot.view("status", BEFORE).features()).isEmpty();
        assertThat(snapshot.listChangeDates("status")).containsExactly(REFORM, LATER, LATER.plusYears(1));
    }

    private static Object level(Snapshot snapshot, LocalDate date) {
        LayerView view = snapshot.view("status", date);
        return view.value(view.features().get(0), view.findProperty("level").orElseThrow());
    }

    @Test
    void theVersionOfAStatusRisesWhenTheCommuneOrTheRecognitionChanges() {
        publish(commune("1", "A", square(105, 9)));
        int none = version();
        publish(new Change.Insert("status", statusContent(1, "ntm", Validity.since(REFORM))));
        int recognised = version();
        publish(new Change.Update("status", 1, 1, statusContent(1, "advanced", Validity.since(REFORM))));
        int advanced = version();
        publish(new Change.Update("communes", 1, 1, communeContent("1", "A", "xã", square(106, 9))));
        assertThat(List.of(none, recognised, advanced, version())).isSorted().doesNotHaveDuplicates();
    }

    private int version() {
        return snapshots.current().view("status", REFORM).features().get(0).version();
    }

    @Test
    void aQueryFindsByBoxInTheOrderOfFids() {
        LayerView view = publish(
                        commune("1", "A", square(105, 9)),
                        commune("2", "B", square(105.005, 9)),
                        commune("3", "C", square(108, 12)))
                .view("communes", REFORM);
        assertThat(view.query(new Envelope(105, 105.02, 9, 9.02)))
                .extracting(Feature::fid)
                .containsExactly(1L, 2L);
        assertThat(view.query(new Envelope(0, 1, 0, 1))).isEmpty();
        assertThat(view.query(new Envelope(0, 180, 0, 90), 0.01))
                .extracting(drawn -> drawn.feature().fid())
                .containsExactly(1L, 2L, 3L);
        assertThat((Object) view.bounds()).isEqualTo(new Envelope(105, 108.01, 9, 12.01));
        assertThat(view.find(3)).isPresent();
        assertThat(view.find(4)).isEmpty();
    }

    @Test
    void anEmptyLayerHasAnEmptyView() {
        LayerView view = snapshots.current().view("communes", REFORM);
        assertThat(view.features()).isEmpty();
        assertThat(view.bounds().isNull()).isTrue();
        assertThat(view.query(new Envelope(0, 180, 0, 90))).isEmpty();
        assertThat(view.query(new Envelope(0, 180, 0, 90), 0.1)).isEmpty();
        assertThat(snapshots.current().bounds(REFORM).isNull()).isTrue();
    }

    @Test
    void anUnknownLayerIsNamed() {
        assertThatThrownBy(() -> snapshots.current().view("villages", REFORM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no layer villages");
    }

    @Test
    void aChangeByAnotherInstanceIsShownWithinTwoSeconds() throws InterruptedException {
        try (FeatureStore other = GeoPackageStore.open(folder.resolve("store.gpkg"), ContractCatalogue.create())) {
            other.publish(draft(commune("1", "A", square(105, 9))));
        }
        long deadline = System.nanoTime() + 2_000_000_000L;
        while (snapshots.current().revision() == 0 && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(names(snapshots.current().view("communes", REFORM))).containsExactly("A");
    }

    private static List<Object> names(LayerView view) {
        return view.features().stream()
                .map(feature -> view.value(feature, view.findProperty("name").orElseThrow()))
                .toList();
    }

    private static Object value(Snapshot snapshot, String layer, long fid, String property) {
        LayerView view = snapshot.view(layer, REFORM);
        return view.value(
                view.find(fid).orElseThrow(), view.findProperty(property).orElseThrow());
    }
}
