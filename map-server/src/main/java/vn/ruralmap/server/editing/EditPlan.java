package vn.ruralmap.server.editing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.snapshot.Snapshot;

/** What the edits of one request, one after the other, make of the features of a snapshot: one change per feature. */
final class EditPlan {

    private final Rows rows;
    private final Snapshot snapshot;
    private final EditHistory history;
    private final Audience audience;
    private final EditIssues issues = new EditIssues();
    private final ContentReader contents;
    private final Map<Object, Slot> slots = new LinkedHashMap<>();

    /** @param audience what the writer may see, or whoever is told of the plan */
    EditPlan(Snapshot snapshot, EditHistory history, LocalDate today, LocalDate date, Audience audience) {
        this.audience = audience;
        this.snapshot = snapshot;
        this.history = history;
        this.rows = new Rows(snapshot, date);
        this.contents = new ContentReader(snapshot, today, issues);
    }

    /** One feature that is edited. */
    static final class Slot {
        private final Layer layer;
        private final int row;
        private final @Nullable Feature base;
        private Change.@Nullable Content content;
        /** What it is measured against: of a successor the one before it. */
        private Change.@Nullable Content former;

        private @Nullable String formerId;
        /** A value was written that the writer may not see. */
        private boolean isBlind;
        /** Of a deleted feature that comes back. */
        private EditHistory.@Nullable Deleted deleted;

        private Slot(Layer layer, int row, @Nullable Feature base) {
            this.layer = layer;
            this.row = row;
            this.base = base;
            this.content = base == null ? null : Change.Content.of(base);
            this.former = content;
            this.formerId = base == null ? null : base.id(layer);
        }

        /** The number of the edit that it is in, from 1. */
        int row() {
            return row;
        }

        /** What the store has; null: a new feature. */
        @Nullable
        Feature base() {
            return base;
        }

        /** What it is to be; null: deleted. */
        Change.@Nullable Content content() {
            return content;
        }

        /** What it is measured against; null: it is new. */
        Change.@Nullable Content former() {
            return former;
        }

        /** The id of that; null: it is new. */
        @Nullable
        String formerId() {
            return formerId;
        }

        /** Empty: it stays as it is, or never comes to be. */
        private Optional<Change> change() {
            Change.Content next = content;
            if (deleted != null) {
                return next == null
                        ? Optional.empty()
                        : Optional.of(new Change.Restore(layer.name(), deleted.fid(), deleted.version(), next));
            }
            if (base == null) {
                return next == null ? Optional.empty() : Optional.of(new Change.Insert(layer.name(), next));
            }
            if (next == null) {
                return Optional.of(new Change.Delete(layer.name(), base.fid(), base.version()));
            }
            // whether a guess at a private value was right must not be told by whether it changed anything
            return !isBlind && base.sameContent(next.toFeature(base.fid(), base.version()))
                    ? Optional.empty()
                    : Optional.of(new Change.Update(layer.name(), base.fid(), base.version(), next));
        }
    }

    EditIssues issues() {
        return issues;
    }

    /** @param row the number of the edit, from 1 */
    void add(int row, Edit edit) {
        Layer layer = snapshot.layer(edit.layer());
        if (edit instanceof Edit.Insert insert) {
            Slot slot = new Slot(layer, row, null);
            contents.read(row, layer, insert.draft(), ContentReader.Base.NONE).ifPresent(content -> {
                slot.content = content;
                slots.put(slot, slot);
            });
        } else if (edit instanceof Edit.Update update) {
            change(row, layer, update.fid(), update.draft(), true);
        } else if (edit instanceof Edit.Replace replace) {
            change(row, layer, replace.fid(), replace.draft(), false);
        } else if (edit instanceof Edit.Delete delete) {
            slot(row, layer, delete.fid()).content = null;
        } else if (edit instanceof Edit.Succeed succeed) {
            succeed(row, layer, succeed);
        } else if (edit instanceof Edit.Restore restore) {
            restore(row, layer, restore);
        }
    }

    private void succeed(int row, Layer layer, Edit.Succeed succeed) {
        Slot old = slot(row, layer, succeed.fid());
        Change.Content content = old.content;
        Validity validity = content == null ? null : content.validity();
        if (content == null
                || validity == null
                || !validity.from().isBefore(succeed.from())
                || validity.to() != null && !validity.to().isAfter(succeed.from())) {
            issues.value(
                    row,
                    "NOT_IN_FORCE",
                    "valid_from",
                    layer.name() + "." + succeed.fid() + " không có hiệu lực trước và trong ngày " + succeed.from(),
                    layer.name() + "." + succeed.fid() + " is not in force before and on " + succeed.from());
            return;
        }
        Change.Content going = content.during(new Validity(succeed.from(), validity.to()));
        contents.read(row, layer, succeed.draft(), new ContentReader.Base(going, succeed.fid(), true))
                .filter(next ->
                        isBlind(layer, succeed.draft()) || !next.toFeature(1, 1).sameContent(going.toFeature(1, 1)))
                .ifPresent(next -> {
                    old.content = content.during(new Validity(validity.from(), succeed.from()));
                    Slot slot = new Slot(layer, row, null);
                    slot.content = next;
                    slot.former = content;
                    slot.formerId = layer.name() + "." + succeed.fid();
                    slots.put(slot, slot);
                });
    }

    private void restore(int row, Layer layer, Edit.Restore restore) {
        Optional<EditHistory.Deleted> deleted = history.findDeleted(layer, restore.fid());
        if (deleted.isEmpty()) {
            issues.value(
                    row,
                    "NOT_DELETED",
                    null,
                    layer.name() + "." + restore.fid() + " không phải đối tượng đã xóa, hoặc lược đồ đã khác",
                    layer.name() + "." + restore.fid() + " is no deleted feature, or its schema was another");
            return;
        }
        Slot slot = new Slot(layer, row, null);
        slot.deleted = deleted.get();
        contents.read(
                        row,
                        layer,
                        restore.draft(),
                        new ContentReader.Base(deleted.get().last(), restore.fid(), true))
                .ifPresent(content -> {
                    slot.content = content;
                    slots.put(List.of(layer.name(), restore.fid()), slot);
                });
    }

    private void change(int row, Layer layer, long fid, Draft draft, boolean keepsAll) {
        Slot slot = slot(row, layer, fid);
        Draft own = rows.withoutShownShape(layer, fid, draft);
        Draft whole = slot.base == null ? rows.withSource(layer, fid, own) : own;
        contents.read(row, layer, whole, new ContentReader.Base(slot.content, fid, keepsAll))
                .ifPresent(content -> {
                    slot.content = content;
                    slot.isBlind |= isBlind(layer, own);
                });
    }

    private boolean isBlind(Layer layer, Draft draft) {
        return draft.properties().keySet().stream().anyMatch(name -> layer.findAttribute(name)
                .filter(attribute -> !audience.sees(attribute))
                .isPresent());
    }

    private Slot slot(int row, Layer layer, long fid) {
        return slots.computeIfAbsent(
                List.of(layer.name(), fid),
                key -> new Slot(layer, row, rows.find(layer, fid).orElse(null)));
    }

    /** Rules over many features, once all edits are in. */
    void checkNeighbours() {
        NeighbourRules rules = new NeighbourRules(snapshot, issues);
        Map<Layer, List<Slot>> byLayer = new LinkedHashMap<>();
        slots.values().forEach(slot -> byLayer.computeIfAbsent(slot.layer, layer -> new ArrayList<>())
                .add(slot));
        byLayer.forEach(rules::check);
        BorderRules borders = new BorderRules(snapshot, issues);
        byLayer.forEach(borders::check);
    }

    List<Change> changes() {
        return slots.values().stream()
                .map(Slot::change)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The same for people: one entry for each edit that changes something. */
    List<EditCheck.Planned> planned() {
        List<EditCheck.Planned> planned = new ArrayList<>();
        for (Slot slot : slots.values()) {
            boolean isEnded = slots.values().stream()
                    .anyMatch(other ->
                            other != slot && other.row == slot.row && other.former == slot.former && slot.base != null);
            if (!isEnded && slot.change().isPresent()) {
                planned.add(new EditCheck.Planned(slot.row, slot.layer.name(), fid(slot), slot.former, slot.content));
            }
        }
        return planned;
    }

    private static @Nullable Long fid(Slot slot) {
        if (slot.base != null) {
            return slot.base.fid();
        }
        if (slot.deleted != null) {
            return slot.deleted.fid();
        }
        String id = slot.formerId;
        return id == null ? null : Long.valueOf(id.substring(id.lastIndexOf('.') + 1));
    }
}
