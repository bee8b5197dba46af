package vn.ruralmap.server.editing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshot;

/**
 * Rules of layers whose polygons may not overlap: what edits make of borders, among the neighbours only.
 *
 * <p>Data are not perfect before they are edited, and who mends one corner answers for that corner: all is measured before and
 * after, and only what becomes worse is told.
 */
final class BorderRules {

    private final Snapshot snapshot;
    private final EditIssues issues;

    BorderRules(Snapshot snapshot, EditIssues issues) {
        this.snapshot = snapshot;
        this.issues = issues;
    }

    void check(Layer layer, List<EditPlan.Slot> slots) {
        if (!layer.disjoint() || layer.isDerived()) {
            return;
        }
        List<Land> edited = slots.stream().map(slot -> Land.of(layer, slot)).toList();
        List<Land> moved = edited.stream().filter(Land::isMoved).toList();
        if (!moved.isEmpty()) {
            List<Land> all = new ArrayList<>(edited);
            neighbours(layer, slots, moved, all);
            LandIndex index = new LandIndex(all);
            new OverlapRule(layer, issues).check(moved, index);
            new GapRule(layer, issues).check(moved, index);
        }
        new BelongingRule(snapshot, layer, issues).check(edited);
    }

    /**
     * What lies around the edited features at any time. By the boxes that every geometry keeps, since the spatial indexes are each
     * of one day.
     */
    private void neighbours(Layer layer, List<EditPlan.Slot> slots, List<Land> moved, List<Land> found) {
        Set<Long> fids = new HashSet<>();
        slots.stream()
                .filter(slot -> slot.base() != null)
                .forEach(slot -> fids.add(slot.base().fid()));
        STRtree boxes = new STRtree();
        Envelope around = new Envelope();
        for (Land land : moved) {
            for (Envelope box : land.boxes()) {
                Envelope wider = new Envelope(box);
                wider.expandBy(GapRule.WIDTH_DEGREES);
                boxes.insert(wider, land);
                around.expandToInclude(wider);
            }
        }
        for (Feature feature : snapshot.rows(layer.name())) {
            Geometry land = feature.geometry();
            if (land != null
                    && around.intersects(land.getEnvelopeInternal())
                    && !fids.contains(feature.fid())
                    && !boxes.query(land.getEnvelopeInternal()).isEmpty()) {
                found.add(Land.of(layer, feature));
            }
        }
    }
}
