package vn.ruralmap.layers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.ruralmap.layers.store.Changes.REFORM;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.communeContent;
import static vn.ruralmap.layers.store.Changes.content;
import static vn.ruralmap.layers.store.Changes.draft;
import static vn.ruralmap.layers.store.Changes.site;
import static vn.ruralmap.layers.store.Changes.siteContent;
import static vn.ruralmap.layers.store.Changes.square;
import static vn.ruralmap.layers.store.Changes.statusContent;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Validity;

/** What publishing into every store does, whatever it is made of. */
public abstract class FeatureStoreContract extends StoreFixture {

    @Test
    void anEmptyStoreHasRevisionZeroAndNothingInIt() {
        assertThat(store.revision()).isZero();
        assertThat(store.readSince(0)).isEqualTo(new StoreDelta(0, 0, false, Map.of()));
        assertThat(store.listChangesets(10)).isEmpty();
        assertThat(store.findChangeset(1)).isEmpty();
        assertThat(store.history("communes", 1)).isEmpty();
    }

    @Test
    void aPublishedFeatureHasAFidAndVersionOne() {
        Changeset changeset = publish(commune("31153", "Kế Sách", square(105.9, 9.7)));

        Feature feature = single("communes");
        assertThat(feature.fid()).isEqualTo(1);
        assertThat(feature.version()).isEqualTo(1);
        assertThat(feature.values()).containsExactly("31153", "Kế Sách", "xã");
        assertThat(changeset.size()).isEqualTo(new Changeset.Size(1, 0, 0));
        assertThat(store.revision()).isEqualTo(changeset.id());
    }

    @Test
    void everyChangeRaisesTheVersionByOne() {
        publish(commune("31153", "Ke Sach", square(105.9, 9.7)));
        publish(new Change.Update("communes", 1, 1, communeContent("31153", "Kế Sách", "xã", square(105.9, 9.7))));
        assertThat(single("communes").version()).isEqualTo(2);
        assertThat(single("communes").value(1)).isEqualTo("Kế Sách");

        publish(new Change.Delete("communes", 1, 2));
        assertThat(features("communes")).isEmpty();
        assertThat(store.history("communes", 1))
                .extracting(FeatureVersion::version)
                .containsExactly(1, 2, 3);
    }

    @Test
    void theStoreRemembersWhoChangedWhatWhenAndWhy() {
        Changeset published = publish(commune("31153", "Kế Sách", square(105.9, 9.7)));
        assertThat(published.time())
                .isCloseTo(java.time.Instant.now(), org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES));
        assertThat(store.findChangeset(published.id())).contains(published);
        assertThat(published.author()).isEqualTo("lan");
        assertThat(published.message()).isEqualTo("thử nghiệm");
        assertThat(published.source()).isEqualTo(Changeset.Source.IMPORT);
        assertThat(published.provenance()).containsExactly(Map.entry("file", "xã.shp"));

        Changeset second = publish(site("Cồn Mỹ Phước", "POINT (106 9.7)"));
        assertThat(store.listChangesets(10)).containsExactly(second, published);
        assertThat(store.listChangesets(1)).containsExactly(second);
    }

    @Test
    void aBadChangeInTheMiddleLeavesNothing() {
        publish(commune("1", "A", square(105, 9)));
        List<Change> changes = List.of(
                commune("2", "B", square(106, 9)),
                new Change.Update("communes", 1, 7, communeContent("1", "?", "xã", square(105, 9))),
                site("S", "POINT (106 9)"));

        assertThatThrownBy(() -> store.publish(draft(changes))).isInstanceOf(ConflictException.class);

        assertThat(single("communes").value(1)).isEqualTo("A");
        assertThat(features("sites")).isEmpty();
        assertThat(store.revision()).isEqualTo(1);
        assertThat(store.listChangesets(10)).hasSize(1);
        assertThat(publish(commune("2", "B", square(106, 9))).id()).isEqualTo(2);
        assertThat(features("communes")).extracting(Feature::fid).containsExactly(1L, 2L);
    }

    @Test
    void aVersionConflictNamesFeatureVersionsAndChangeset() {
        publish(commune("1", "A", square(105, 9)), commune("2", "B", square(106, 9)));
        Changeset second =
                publish(new Change.Update("communes", 1, 1, communeContent("1", "A2", "xã", square(105, 9))));
        Changeset third = publish(new Change.Delete("communes", 2, 1));

        ConflictException conflict = catchThrowableOfType(
                ConflictException.class,
                () -> publish(
                        new Change.Update("communes", 1, 1, communeContent("1", "A3", "xã", square(105, 9))),
                        new Change.Delete("communes", 2, 1),
                        new Change.Delete("communes", 99, 1)));

        assertThat(conflict.conflicts())
                .containsExactly(
                        new ConflictException.Conflict("communes", 1, 1, 2, second.id()),
                        new ConflictException.Conflict("communes", 2, 1, 0, third.id()),
                        new ConflictException.Conflict("communes", 99, 1, 0, 0));
        assertThat(conflict)
                .hasMessageContaining("communes.1 (version 1 expected, is 2 since changeset 2)")
                .hasMessageContaining("communes.2 (version 1 expected, deleted by changeset 3)")
                .hasMessageContaining("communes.99 (version 1 expected, never existed)");
    }

    @Test
    void whoSawAnOlderLayerPublishesNothing() {
        publish(commune("1", "A", square(105, 9)));
        publish(site("S", "POINT (105 9)"));
        Change.Insert next = commune("2", "B", square(106, 9));

        LayerChangedException refused =
                catchThrowableOfType(LayerChangedException.class, () -> store.publish(seeing(next, 0)));

        assertThat(refused.layer()).isEqualTo("communes");
        assertThat(refused).hasMessageContaining("the layer communes is at changeset 1 now and no longer at 0");
        assertThat(features("communes")).hasSize(1);
        // a change of another layer in between does not matter
        assertThat(store.publish(seeing(next, 1)).id()).isEqualTo(3);
    }

    private static ChangesetDraft seeing(Change change, long communesRevision) {
        ChangesetDraft draft = draft(change);
        return new ChangesetDraft(
                draft.author(),
                draft.source(),
                draft.message(),
                draft.provenance(),
                draft.changes(),
                Map.of("communes", communesRevision));
    }

    @Test
    void whatTheChangesThrowEndsThePublishingAndNothingIsWritten() {
        List<Change> failing = new AbstractList<>() {
            @Override
            public Change get(int index) {
                if (index == 3) {
                    throw new CancellationException("stopped by somebody");
                }
                return site("S" + index, "POINT (105 9)");
            }

            @Override
            public int size() {
                return 5;
            }
        };
        ChangesetDraft draft = new ChangesetDraft("lan", Changeset.Source.IMPORT, "", Map.of(), failing);

        assertThatThrownBy(() -> store.publish(draft)).isInstanceOf(CancellationException.class);

        assertThat(store.revision()).isZero();
        assertThat(features("sites")).isEmpty();
        assertThat(publish(site("S", "POINT (105 9)")).id()).isEqualTo(1);
    }

    @Test
    void aUniqueCodeMayReturnAtAnotherDateButNotAtTheSame() {
        LocalDate before = LocalDate.of(2008, 1, 1);
        publish(new Change.Insert("communes", content(new Validity(before, REFORM), square(105, 9), "1", "old", "xã")));
        publish(commune("1", "new", square(105, 9)));

        Change again = new Change.Insert(
                "communes", content(Validity.since(LocalDate.of(2026, 1, 1)), square(105, 9), "1", "twin", "xã"));
        InvalidChangeException refused = catchThrowableOfType(InvalidChangeException.class, () -> publish(again));

        assertThat(refused).hasMessageContaining("code '1'").hasMessageContaining("communes.3, communes.2");
        assertThat(refused.text().vi()).contains("bị trùng");
        assertThat(features("communes")).hasSize(2);
    }

    @Test
    void twoFeaturesMaySwapTheirUniqueCodesInOneChangeset() {
        publish(commune("1", "A", square(105, 9)), commune("2", "B", square(106, 9)));
        publish(
                new Change.Update("communes", 1, 1, communeContent("2", "A", "xã", square(105, 9))),
                new Change.Update("communes", 2, 1, communeContent("1", "B", "xã", square(106, 9))));
        assertThat(features("communes")).extracting(feature -> feature.value(0)).containsExactly("2", "1");
    }

    @Test
    void aReferenceMustPointToAFeatureThatExists() {
        publish(commune("1", "A", square(105, 9)));
        publish(new Change.Insert("sites", siteContent("Chợ nổi", "POINT (105 9)", 1L)));

        assertThatThrownBy(() -> publish(new Change.Insert("sites", siteContent("X", "POINT (105 9)", 2L))))
                .isInstanceOf(InvalidChangeException.class)
                .hasMessageContaining("sites.2 refers to communes.2");
        assertThatThrownBy(() -> publish(new Change.Delete("communes", 1, 1)))
                .isInstanceOf(InvalidChangeException.class)
                .hasMessageContaining("sites.1 refers to communes.1");
        publish(new Change.Delete("communes", 1, 1), new Change.Delete("sites", 1, 1));
        assertThat(features("communes")).isEmpty();
    }

    @Test
    void aFeatureIsChangedOnlyOnceInAChangeset() {
        publish(commune("1", "A", square(105, 9)));
        assertThatThrownBy(() -> publish(new Change.Delete("communes", 1, 1), new Change.Delete("communes", 1, 2)))
                .isInstanceOf(InvalidChangeException.class)
                .hasMessageContaining("communes.1 is changed twice");
    }

    @Test
    void aFidIsNeverGivenAgain() {
        publish(commune("1", "A", square(105, 9)), commune("2", "B", square(106, 9)));
        publish(new Change.Delete("communes", 2, 1));
        store.close();
        store = open();
        publish(commune("3", "C", square(107, 9)));
        assertThat(features("communes")).extracting(Feature::fid).containsExactly(1L, 3L);
    }

    @Test
    void historyKeepsEveryVersionAndTheDeletion() {
        publish(commune("1", "A", square(105, 9)));
        Feature first = single("communes");
        publish(new Change.Update("communes", 1, 1, communeContent("1", "B", "xã", square(106, 9))));
        Feature second = single("communes");
        publish(new Change.Delete("communes", 1, 2));
        publish(new Change.Restore("communes", 1, 3, communeContent("1", "C", "xã", square(105, 9))));

        assertThat(store.history("communes", 1))
                .containsExactly(
                        new FeatureVersion(1, 1, first),
                        new FeatureVersion(2, 2, second),
                        new FeatureVersion(3, 3, null),
                        new FeatureVersion(4, 4, single("communes")));
    }

    @Test
    void rowsOfADerivedLayerAreKeptWithoutGeometry() {
        publish(commune("1", "A", square(105, 9)));
        publish(new Change.Insert("status", statusContent(1, "ntm", Validity.since(REFORM))));
        assertThat(single("status").values()).containsExactly(1L, "ntm");
        assertThat(single("status")).extracting(Feature::geometry).isNull();
        publish(new Change.Update("status", 1, 1, statusContent(1, "advanced", Validity.since(REFORM))));
        publish(new Change.Delete("status", 1, 2));
        assertThat(store.history("status", 1)).hasSize(3);
    }

    @Test
    void readSinceGivesOnlyWhatChanged() {
        publish(commune("1", "A", square(105, 9)), commune("2", "B", square(106, 9)), site("S", "POINT (105 9)"));
        publish(
                new Change.Update("communes", 1, 1, communeContent("1", "A2", "xã", square(105, 9))),
                new Change.Delete("communes", 2, 1));

        StoreDelta delta = store.readSince(1);
        assertThat(delta.since()).isEqualTo(1);
        assertThat(delta.revision()).isEqualTo(2);
        assertThat(delta.layers()).containsOnlyKeys("communes");
        StoreDelta.LayerDelta communes = delta.layers().get("communes");
        assertThat(communes.revision()).isEqualTo(2);
        assertThat(communes.present()).extracting(Feature::fid).containsExactly(1L);
        assertThat(communes.removed()).containsExactly(2L);

        assertThat(store.readSince(2).layers()).isEmpty();
        assertThat(store.readSince(99)).isEqualTo(store.readSince(0));
    }

    @Test
    void aLargeChangesetIsPublishedWhole() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            changes.add(site("S" + i, "POINT (105.%04d 9)".formatted(i)));
        }
        ChangesetDraft draft = draft(changes);
        assertThat(store.publish(draft).size()).isEqualTo(new Changeset.Size(5_000, 0, 0));
        assertThat(features("sites")).hasSize(5_000);
        store.revert(1, "minh");
        assertThat(features("sites")).isEmpty();
    }
}
