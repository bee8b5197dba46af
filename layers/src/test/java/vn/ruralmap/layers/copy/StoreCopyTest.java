package vn.ruralmap.layers.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.communeContent;
import static vn.ruralmap.layers.store.Changes.content;
import static vn.ruralmap.layers.store.Changes.site;
import static vn.ruralmap.layers.store.Changes.siteContent;
import static vn.ruralmap.layers.store.Changes.square;
import static vn.ruralmap.layers.store.Changes.statusContent;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.check.StoreCheck;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.store.AuditLog;
import vn.ruralmap.layers.store.Changes;
import vn.ruralmap.layers.store.ContractCatalogue;
import vn.ruralmap.layers.store.CopyRefusedException;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreFixture;
import vn.ruralmap.layers.store.StoreLoad;

/** A copy of a store of one kind in one of a kind. */
@ParameterizedClass(name = "from {0} to {1}")
@CsvSource({"GEOPACKAGE, GEOPACKAGE", "GEOPACKAGE, POSTGIS", "POSTGIS, GEOPACKAGE", "POSTGIS, POSTGIS"})
class StoreCopyTest extends StoreFixture {

    @Parameter(0)
    CopySide from;

    @Parameter(1)
    CopySide into;

    @TempDir
    Path folder;

    private String location = "";

    @Override
    protected Class<? extends Opener> opener() {
        return from.opener().getClass();
    }

    @Override
    protected String location() {
        if (location.isEmpty()) {
            location = from.newLocation(folder.resolve("source.gpkg"));
        }
        return location;
    }

    private String newTarget() {
        return into.newLocation(folder.resolve("target.gpkg"));
    }

    private FeatureStore openTarget(String target) {
        return into.opener().open(target, catalogue);
    }

    private StoreContents targetContents(String target) {
        return into.opener().contents(target, catalogue);
    }

    private void fill() {
        store.publish(new ChangesetDraft(
                "Lan Nguyễn",
                Changeset.Source.SAMPLE,
                "dòng một\ndòng hai\t\\N 'x'",
                Map.of("z", "cuối", "a", "đầu \"1\"", "file", "C:\\xã.shp"),
                List.of(
                        commune("1", "Kế Sách \\ 'A'", square(105, 9)),
                        commune("2", "B", square(105.01, 9)),
                        commune("3", "C", square(106, 9)),
                        new Change.Insert(
                                "sites",
                                content(
                                        new Validity(LocalDate.of(2008, 1, 1), LocalDate.of(2030, 1, 1)),
                                        "POINT (105.12345678 9.00000001)",
                                        "S",
                                        -5L,
                                        0.1,
                                        LocalDate.of(2000, 2, 29),
                                        false,
                                        "làng nghề",
                                        2L,
                                        "0900")),
                        new Change.Insert(
                                "sites",
                                content(
                                        Validity.since(Changes.REFORM),
                                        square(105.3, 9),
                                        "",
                                        Long.MAX_VALUE,
                                        1e300,
                                        null,
                                        true,
                                        null,
                                        null,
                                        null)))));
        publish(
                new Change.Update("communes", 2, 1, communeContent("2", "B2", "phường", square(105.01, 9))),
                new Change.Insert("status", statusContent(1, "ntm", Validity.since(Changes.REFORM))));
        publish(new Change.Delete("communes", 3, 1));
        publish(new Change.Update("sites", 1, 1, siteContent("S2", "POINT (105.006 9.005)", 1L)));
        store.revert(4, "minh");
        store.documents().put("draft", "lan/2", 0, "{}");
        store.documents().put("draft", "Ấp/1", 0, "{\"name\": \"Ấp\"}");
        store.documents().put("draft", "Ấp/1", 1, "{\"name\": \"Ấp 2\"}");
        store.auditLog()
                .append(new AuditLog.Entry(
                        0, Instant.parse("2026-01-02T03:04:05.678Z"), "lan", "sign-in", null, true, "192.0.2.1", "{}"));
    }

    private List<ContentDigest.TableSum> copy(String to) {
        try (StoreContents source = contents();
                StoreLoad target = into.load(to, catalogue)) {
            return StoreCopy.run(source, target);
        }
    }

    @Test
    void everythingIsThereAsItWasAndTheCopyGoesOn() {
        fill();
        String to = newTarget();
        List<ContentDigest.TableSum> sums = copy(to);

        assertThat(sums)
                .extracting(ContentDigest.TableSum::table)
                .containsExactly(
                        "ruralmap_changesets",
                        "ruralmap_documents",
                        "ruralmap_audit",
                        "communes",
                        "communes_history",
                        "sites",
                        "sites_history",
                        "status",
                        "status_history");
        assertThat(sums).extracting(ContentDigest.TableSum::rows).containsExactly(5L, 2L, 1L, 2L, 5L, 2L, 4L, 1L, 1L);
        try (StoreContents target = targetContents(to)) {
            assertThat(StoreCheck.run(target).findings()).isEmpty();
            assertThat(ContentDigest.of(target, target.layers())).isEqualTo(sums);
        }
        try (FeatureStore target = openTarget(to)) {
            assertThat(target.listChangesets(10)).isEqualTo(store.listChangesets(10));
            assertThat(target.readSince(0).layers())
                    .isEqualTo(store.readSince(0).layers());
            assertThat(target.readSince(0).illustrative()).isTrue();
            assertThat(target.documents().list("draft", ""))
                    .isEqualTo(store.documents().list("draft", ""));
            assertThat(target.auditLog().list(null, Long.MAX_VALUE, 10))
                    .isEqualTo(store.auditLog().list(null, Long.MAX_VALUE, 10));
            assertThat(target.auditLog()
                            .append(target.auditLog().list(null, 2, 1).get(0))
                            .number())
                    .isEqualTo(2);
            assertThat(target.history("communes", 3)).isEqualTo(store.history("communes", 3));
            // numbers go on behind those of the original: fid 3 was given, and deleted
            target.publish(Changes.draft(commune("4", "D", square(107, 9))));
            target.revert(3, "minh");
            assertThat(target.readSince(0).layers().get("communes").present())
                    .extracting(feature -> feature.fid())
                    .containsExactly(1L, 2L, 3L, 4L);
            assertThat(target.revision()).isEqualTo(7);
        }
        try (StoreContents target = targetContents(to)) {
            assertThat(StoreCheck.run(target).findings()).isEmpty();
        }
    }

    @Test
    void anEmptyStoreHasAnEmptyCopy() {
        String to = newTarget();
        copy(to);
        try (FeatureStore target = openTarget(to)) {
            assertThat(target.revision()).isZero();
            target.publish(Changes.draft(commune("4", "D", square(107, 9))));
        }
    }

    @Test
    void aCopyGoesIntoAnEmptyStoreOnly() {
        fill();
        String to = newTarget();
        try (FeatureStore target = openTarget(to)) {
            target.publish(Changes.draft(site("T", "POINT (1 1)")));
            target.revert(1, "minh");
        }
        assertThatThrownBy(() -> copy(to))
                .isInstanceOf(CopyRefusedException.class)
                .hasMessageContaining("a copy goes into an empty store only");
        try (FeatureStore target = openTarget(to)) {
            assertThat(target.revision()).isEqualTo(2);
        }
    }

    @Test
    void whatIsNotCommittedIsNotThere() {
        fill();
        String to = newTarget();
        try (StoreContents source = contents();
                StoreLoad target = into.load(to, catalogue)) {
            var layer = source.layers().get(0);
            target.add(layer.layer(), layer.revision(), source.history(layer.layer()));
            target.finish();
        }
        copy(to);
        try (StoreContents target = targetContents(to)) {
            assertThat(StoreCheck.run(target).findings()).isEmpty();
        }
    }

    @Test
    void theSourceIsReadAtOneMomentWhileOthersWrite() {
        fill();
        String to = newTarget();
        try (StoreContents source = contents();
                StoreLoad target = into.load(to, catalogue)) {
            source.layers();
            publish(commune("9", "Z", square(108, 9)));
            StoreCopy.run(source, target);
        }
        try (FeatureStore target = openTarget(to)) {
            assertThat(target.revision()).isEqualTo(5);
        }
    }

    @Test
    void aLayerThatTheCatalogueLacksIsNotLeftOut() {
        fill();
        String to = newTarget();
        Catalogue lesser = ContractCatalogue.of(List.of(ContractCatalogue.communes(), ContractCatalogue.status()));
        try (StoreContents source = contents(lesser);
                StoreLoad target = into.load(to, lesser)) {
            assertThatThrownBy(() -> StoreCopy.run(source, target))
                    .isInstanceOf(CopyRefusedException.class)
                    .hasMessageContaining("has the layer sites, which the catalogue lacks");
        }
        try (FeatureStore target = openTarget(to)) {
            assertThat(target.revision()).isZero();
        }
    }

    @Test
    void aCopyThatDiffersIsNotCommitted() throws Exception {
        fill();
        from.runPastGuards(location(), "UPDATE status SET decision = 'x'");
        String to = newTarget();
        assertThatThrownBy(() -> copy(to))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the copy of the table status is not the same");
        try (FeatureStore target = openTarget(to)) {
            assertThat(target.revision()).isZero();
        }
    }
}
