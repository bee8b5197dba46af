package vn.ruralmap.layers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.communeContent;
import static vn.ruralmap.layers.store.Changes.site;
import static vn.ruralmap.layers.store.Changes.siteContent;
import static vn.ruralmap.layers.store.Changes.square;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.Feature;

/** What undoing a changeset does in every store. */
public abstract class RevertContract extends StoreFixture {

    @Test
    void revertingAnInsertDeletes() {
        publish(commune("1", "A", square(105, 9)));
        Changeset undo = store.revert(1, "minh");

        assertThat(features("communes")).isEmpty();
        assertThat(undo.author()).isEqualTo("minh");
        assertThat(undo.source()).isEqualTo(Changeset.Source.ROLLBACK);
        assertThat(undo.reverts()).isEqualTo(1);
        assertThat(undo.size()).isEqualTo(new Changeset.Size(0, 0, 1));
        assertThat(store.findChangeset(1)).get().extracting(Changeset::state).isEqualTo(Changeset.State.REVERTED);
        assertThat(store.findChangeset(2)).contains(undo);
    }

    @Test
    void revertingAnUpdateBringsBackWhatWasBefore() {
        publish(commune("1", "A", square(105, 9)));
        Feature before = single("communes");
        publish(new Change.Update("communes", 1, 1, communeContent("2", "B", "phường", square(106, 9))));
        store.revert(2, "minh");

        assertThat(single("communes").version()).isEqualTo(3);
        assertThat(single("communes").sameContent(before)).isTrue();
    }

    @Test
    void revertingADeletionBringsTheFeatureBackUnderItsFid() {
        publish(commune("1", "A", square(105, 9)));
        Feature before = single("communes");
        publish(new Change.Delete("communes", 1, 1));
        store.revert(2, "minh");

        assertThat(single("communes").fid()).isEqualTo(1);
        assertThat(single("communes").version()).isEqualTo(3);
        assertThat(single("communes").sameContent(before)).isTrue();
    }

    @Test
    void revertingAMixedChangesetUndoesAllOfIt() {
        publish(commune("1", "A", square(105, 9)), commune("2", "B", square(106, 9)), site("S", "POINT (1 1)"));
        List<Feature> communes = features("communes");
        publish(
                commune("3", "C", square(107, 9)),
                new Change.Update("communes", 1, 1, communeContent("1", "A2", null, square(105, 9))),
                new Change.Delete("communes", 2, 1),
                new Change.Update("sites", 1, 1, siteContent("S2", "POINT (2 2)", 3L)));
        store.revert(2, "minh");

        assertThat(features("communes"))
                .usingElementComparator((a, b) -> a.fid() == b.fid() && a.sameContent(b) ? 0 : 1)
                .isEqualTo(communes);
        assertThat(single("sites").value(0)).isEqualTo("S");
    }

    @Test
    void aRevertIsRefusedOnceALaterChangesetTouchedTheSameFeature() {
        publish(commune("1", "A", square(105, 9)), commune("2", "B", square(106, 9)));
        publish(new Change.Update("communes", 2, 1, communeContent("2", "B2", "xã", square(106, 9))));

        ConflictException conflict = catchThrowableOfType(ConflictException.class, () -> store.revert(1, "minh"));

        assertThat(conflict.conflicts()).containsExactly(new ConflictException.Conflict("communes", 2, 1, 2, 2));
        assertThat(features("communes")).hasSize(2);
        assertThat(store.revision()).isEqualTo(2);
        assertThat(store.findChangeset(1)).get().extracting(Changeset::state).isEqualTo(Changeset.State.PUBLISHED);
    }

    @Test
    void changesetsOfTheSameFeatureAreUndoneFromTheLastToTheFirst() {
        publish(commune("1", "A", square(105, 9)));
        Feature first = single("communes");
        publish(new Change.Update("communes", 1, 1, communeContent("1", "B", "xã", square(106, 9))));
        publish(new Change.Delete("communes", 1, 2));
        store.revert(3, "minh");
        assertThat(single("communes").value(1)).isEqualTo("B");
        store.revert(2, "minh");

        assertThat(single("communes").sameContent(first)).isTrue();
        assertThat(single("communes").version()).isEqualTo(5);
        store.revert(1, "minh");
        assertThat(features("communes")).isEmpty();
        assertThat(store.listChangesets(6).subList(3, 6))
                .extracting(Changeset::state)
                .containsOnly(Changeset.State.REVERTED);
    }

    @Test
    void whatWasUndoneAndDoneAgainIsInTheWay() {
        publish(commune("1", "A", square(105, 9)));
        publish(new Change.Update("communes", 1, 1, communeContent("1", "B", "xã", square(105, 9))));
        store.revert(2, "minh");
        store.revert(3, "minh");
        assertThatThrownBy(() -> store.revert(1, "minh")).isInstanceOf(ConflictException.class);
        assertThat(single("communes").value(1)).isEqualTo("B");
        // nor is what was undone brought back over something newer
        store.revert(4, "minh");
        publish(new Change.Update("communes", 1, 5, communeContent("1", "C", "xã", square(105, 9))));
        assertThatThrownBy(() -> store.revert(5, "minh")).isInstanceOf(ConflictException.class);
        assertThat(single("communes").value(1)).isEqualTo("C");
    }

    @Test
    void anUndoingOfWhatCameBeforeIsInTheWayOfDoingAgain() {
        publish(commune("1", "A", square(105, 9)));
        publish(new Change.Update("communes", 1, 1, communeContent("1", "B", "xã", square(105, 9))));
        publish(new Change.Update("communes", 1, 2, communeContent("1", "C", "xã", square(105, 9))));
        store.revert(3, "minh");
        store.revert(2, "minh");
        // doing changeset 3 again would need changeset 2
        assertThatThrownBy(() -> store.revert(4, "minh")).isInstanceOf(ConflictException.class);
        store.revert(5, "minh");
        store.revert(4, "minh");
        assertThat(single("communes").value(1)).isEqualTo("C");
    }

    @Test
    void aRevertThatWouldLeaveADanglingReferenceIsRefused() {
        publish(commune("1", "A", square(105, 9)));
        publish(new Change.Insert("sites", siteContent("S", "POINT (1 1)", 1L)));
        assertThatThrownBy(() -> store.revert(1, "minh"))
                .isInstanceOf(InvalidChangeException.class)
                .hasMessageContaining("sites.1 refers to communes.1");
        store.revert(2, "minh");
        store.revert(1, "minh");
        assertThat(features("communes")).isEmpty();
    }

    @Test
    void aRevertCanBeReverted() {
        publish(commune("1", "A", square(105, 9)));
        Feature before = single("communes");
        store.revert(1, "minh");
        store.revert(2, "lan");

        assertThat(single("communes").sameContent(before)).isTrue();
        assertThat(single("communes").version()).isEqualTo(3);
        assertThat(store.listChangesets(10))
                .extracting(Changeset::state)
                .containsExactly(Changeset.State.PUBLISHED, Changeset.State.REVERTED, Changeset.State.PUBLISHED);
        store.revert(3, "minh");
        assertThat(features("communes")).isEmpty();
        assertThat(store.findChangeset(1)).get().extracting(Changeset::state).isEqualTo(Changeset.State.REVERTED);
    }

    @Test
    void onlyAPublishedChangesetCanBeReverted() {
        publish(commune("1", "A", square(105, 9)));
        store.revert(1, "minh");
        for (long id : new long[] {0, 1, 99}) {
            assertThatThrownBy(() -> store.revert(id, "minh"))
                    .isInstanceOf(InvalidChangeException.class)
                    .hasMessageContaining("There is no published changeset " + id);
        }
    }

    @Test
    void dataAreIllustrativeAsLongAsASampleIsInForce() {
        ChangesetDraft sample = new ChangesetDraft(
                "lan", Changeset.Source.SAMPLE, "minh họa", Map.of(), List.of(commune("1", "A", square(105, 9))));
        store.publish(sample);
        assertThat(store.readSince(0).illustrative()).isTrue();
        store.revert(1, "lan");
        assertThat(store.readSince(1).illustrative()).isFalse();
        store.revert(2, "lan");
        assertThat(store.readSince(2).illustrative()).isTrue();
    }
}
