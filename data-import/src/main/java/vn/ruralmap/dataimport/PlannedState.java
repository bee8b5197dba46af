package vn.ruralmap.dataimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.inspect.Placed;
import vn.ruralmap.dataimport.load.ImportPlan;
import vn.ruralmap.dataimport.load.ImportRow;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;

/** The features of a layer as a plan would leave them, each with the row that speaks of it. */
final class PlannedState {

    private final Layer layer;
    private final Map<List<@Nullable Object>, List<ImportRow>> rows = new HashMap<>();

    private PlannedState(Layer layer, ImportPlan plan, List<ImportRow> rows) {
        this.layer = layer;
        for (ImportRow row : rows) {
            if (plan.outcomes().get(row.row()) != ImportPlan.Outcome.REFUSED) {
                this.rows
                        .computeIfAbsent(identity(row.content()), key -> new ArrayList<>(1))
                        .add(row);
            }
        }
    }

    static List<Placed> of(Layer layer, List<Feature> stored, ImportPlan plan, List<ImportRow> rows) {
        PlannedState state = new PlannedState(layer, plan, rows);
        Map<Long, Change.Content> updated = new HashMap<>();
        List<Placed> placed = new ArrayList<>();
        for (Change change : plan.changes()) {
            if (change instanceof Change.Update update) {
                updated.put(update.fid(), update.content());
            } else if (change instanceof Change.Insert insert) {
                placed.add(state.place(insert.content()));
            }
        }
        for (Feature feature : stored) {
            placed.add(state.place(updated.getOrDefault(feature.fid(), Change.Content.of(feature))));
        }
        return placed;
    }

    private Placed place(Change.Content content) {
        long row = 0;
        for (ImportRow candidate : rows.getOrDefault(identity(content), List.of())) {
            var from = candidate.content().validity().from();
            if (from.equals(content.validity().from())) {
                return new Placed(candidate.row(), content);
            }
            row = content.validity().contains(from) ? candidate.row() : row;
        }
        return new Placed(row, content);
    }

    /** The key, as the planner finds features by it; all values where there is none. */
    private List<@Nullable Object> identity(Change.Content content) {
        List<@Nullable Object> key = new ArrayList<>();
        for (String name : layer.key()) {
            key.add(content.values().get(layer.indexOf(name)));
        }
        return key.isEmpty() || key.stream().anyMatch(Objects::isNull) ? content.values() : key;
    }
}
