package vn.ruralmap.server.editing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.snapshot.Snapshot;

/**
 * Rules over many features: a unique value is used once at a time, references lead somewhere. The store holds the same ones, and
 * has the last word, but names only the first breach.
 */
final class NeighbourRules {

    private static final int MOST_NAMED = 3;

    private final Snapshot snapshot;
    private final EditIssues issues;

    NeighbourRules(Snapshot snapshot, EditIssues issues) {
        this.snapshot = snapshot;
        this.issues = issues;
    }

    /** Somebody who has a value. @param row of the edit, 0 if it is not edited */
    private record Holder(String name, Validity validity, int row) {}

    void check(Layer layer, List<EditPlan.Slot> slots) {
        for (Attribute attribute : layer.attributes()) {
            if (attribute.isUnique()) {
                unique(layer, attribute, slots);
            }
            if (attribute.references() != null) {
                references(layer, attribute, attribute.references(), slots);
            }
        }
        pointers(layer, slots);
    }

    private void unique(Layer layer, Attribute attribute, List<EditPlan.Slot> slots) {
        int index = layer.indexOf(attribute.name());
        Map<Object, List<Holder>> holders = new HashMap<>();
        Set<Long> edited = new HashSet<>();
        for (EditPlan.Slot slot : slots) {
            Change.Content content = slot.content();
            Object value = content == null ? null : content.values().get(index);
            if (value != null) {
                holders.computeIfAbsent(value, key -> new ArrayList<>());
            }
            if (slot.base() != null) {
                edited.add(slot.base().fid());
            }
        }
        for (Feature feature : snapshot.rows(layer.name())) {
            List<Holder> others = holders.get(feature.value(index));
            if (others != null && !edited.contains(feature.fid())) {
                others.add(new Holder(feature.id(layer), feature.validity(), 0));
            }
        }
        for (EditPlan.Slot slot : slots) {
            Change.Content content = slot.content();
            Object value = content == null ? null : content.values().get(index);
            if (content != null && value != null) {
                unique(attribute, slot, content.validity(), holders.getOrDefault(value, List.of()));
            }
        }
    }

    private void unique(Attribute attribute, EditPlan.Slot slot, Validity validity, List<Holder> holders) {
        holders.stream()
                .filter(holder -> holder.validity().intersects(validity))
                .findFirst()
                .ifPresent(holder -> {
                    String vi = holder.row() > 0 ? "đối tượng thứ " + holder.row() + " của yêu cầu này" : holder.name();
                    String en =
                            holder.row() > 0 ? "feature number " + holder.row() + " of this request" : holder.name();
                    issues.value(
                            slot.row(),
                            "DUPLICATE_KEY",
                            attribute.name(),
                            "'" + attribute.name() + "' trùng với " + vi + " trong cùng thời gian hiệu lực",
                            "'" + attribute.name() + "' is also that of " + en + " at the same date");
                });
        holders.add(new Holder("", validity, slot.row()));
    }

    private void references(Layer layer, Attribute attribute, String target, List<EditPlan.Slot> slots) {
        int index = layer.indexOf(attribute.name());
        for (EditPlan.Slot slot : slots) {
            Object fid = slot.content() == null ? null : slot.content().values().get(index);
            if (fid != null && snapshot.find(target, (Long) fid).isEmpty()) {
                issues.value(
                        slot.row(),
                        "REFERENCE_UNKNOWN",
                        attribute.name(),
                        "'" + attribute.name() + "' chỉ đến đối tượng không có của lớp " + target,
                        "'" + attribute.name() + "' points to no feature of the layer " + target);
            }
        }
    }

    /** Nothing may point to what is deleted. */
    private void pointers(Layer layer, List<EditPlan.Slot> slots) {
        Map<Object, Integer> deleted = new HashMap<>();
        for (EditPlan.Slot slot : slots) {
            if (slot.content() == null && slot.base() != null) {
                deleted.put(slot.base().fid(), slot.row());
            }
        }
        if (deleted.isEmpty()) {
            return;
        }
        Map<Integer, List<String>> byRow = new HashMap<>();
        for (Layer other : snapshot.catalogue().layers()) {
            for (Attribute attribute : other.attributes()) {
                if (layer.name().equals(attribute.references())) {
                    int index = other.indexOf(attribute.name());
                    snapshot.rows(other.name()).forEach(feature -> {
                        Integer row = lookUp(deleted, feature.value(index));
                        if (row != null) {
                            byRow.computeIfAbsent(row, key -> new ArrayList<>()).add(feature.id(other));
                        }
                    });
                }
            }
        }
        byRow.forEach(this::stillReferred);
    }

    private static @Nullable Integer lookUp(Map<Object, Integer> deleted, @Nullable Object fid) {
        return fid == null ? null : deleted.get(fid);
    }

    private void stillReferred(int row, List<String> ids) {
        String named = String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())))
                + (ids.size() > MOST_NAMED ? ", ... (" + ids.size() + ")" : "");
        issues.add(
                row,
                "STILL_REFERRED",
                null,
                null,
                new LocalizedText("còn được tham chiếu từ " + named, "is still referred to by " + named),
                new LocalizedText(
                        "Nếu đối tượng hết hiệu lực, hãy đặt valid_to thay vì xóa; nếu không, sửa các đối tượng kia trước.",
                        "If it is no longer in force, set valid_to instead of deleting it; else change the others first."));
    }
}
