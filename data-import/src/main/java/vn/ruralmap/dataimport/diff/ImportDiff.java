package vn.ruralmap.dataimport.diff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.dataimport.diff.FeatureDiff.Ending;
import vn.ruralmap.dataimport.diff.FeatureDiff.Kind;
import vn.ruralmap.dataimport.load.FeatureNames;
import vn.ruralmap.dataimport.load.ImportPlan;
import vn.ruralmap.dataimport.load.ImportPlan.Outcome;
import vn.ruralmap.dataimport.load.ImportRow;
import vn.ruralmap.dataimport.load.StoredFeatures;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;

/**
 * A plan beside what is stored, feature by feature. Each feature is compared and measured when the stream comes to it and
 * forgotten afterwards. Not for several threads at once.
 */
public final class ImportDiff {

    private final Layer layer;
    private final ImportPlan plan;
    private final Rows rows;
    private final StoredFeatures stored;
    private final FeatureNames names;
    private final AttributeChanges attributes;
    private final Set<Long> endedFids = new HashSet<>();
    private @Nullable Map<Long, Feature> storedByFid;
    private @Nullable Map<Kind, Long> changeCounts;
    private @Nullable Successors successors;

    /**
     * The rows of the source.
     *
     * @param accepted those that the plan was made of
     * @param refused those that never came that far
     * @param issues codes of what was found in an accepted row, as far as they were kept
     */
    public record Rows(List<ImportRow> accepted, List<RefusedRow> refused, LongFunction<List<String>> issues) {}

    /**
     * @param catalogue to name what references point to
     * @param stored what the plan was made against
     */
    public ImportDiff(Catalogue catalogue, Layer layer, StoredFeatures stored, ImportPlan plan, Rows rows) {
        this.layer = layer;
        this.plan = plan;
        this.rows = rows;
        this.stored = stored;
        this.names = new FeatureNames(catalogue, layer, stored);
        this.attributes = new AttributeChanges(layer, names);
        plan.ended().forEach(ended -> endedFids.add(ended.fid()));
    }

    public Layer layer() {
        return layer;
    }

    /** Everything, in the order of the kinds. */
    public Stream<FeatureDiff> stream() {
        return Stream.of(Kind.values()).flatMap(this::stream);
    }

    /** Of one kind. */
    public Stream<FeatureDiff> stream(Kind kind) {
        return switch (kind) {
            case ADDED, CHANGED, ENDED ->
                IntStream.range(0, plan.changes().size())
                        .filter(i -> kind(i) == kind)
                        .mapToObj(this::change);
            case UNCHANGED -> withOutcome(Outcome.UNCHANGED, kind);
            case REFUSED ->
                Stream.concat(
                        rows.refused().stream()
                                .map(row -> ofRow(Kind.REFUSED, row.row(), row.values(), row.issues(), null)),
                        withOutcome(Outcome.REFUSED, kind));
        };
    }

    /** How many there are of a kind; nothing is measured. */
    public long count(Kind kind) {
        return switch (kind) {
            case ADDED, CHANGED, ENDED -> changeCounts().getOrDefault(kind, 0L);
            case UNCHANGED -> plan.outcomes().count(Outcome.UNCHANGED);
            case REFUSED -> rows.refused().size() + plan.outcomes().count(Outcome.REFUSED);
        };
    }

    private Map<Kind, Long> changeCounts() {
        if (changeCounts == null) {
            Map<Kind, Long> counts = new EnumMap<>(Kind.class);
            for (int i = 0; i < plan.changes().size(); i++) {
                counts.merge(kind(i), 1L, Long::sum);
            }
            changeCounts = counts;
        }
        return changeCounts;
    }

    private Kind kind(int index) {
        long fid = plan.fids().get(index);
        if (fid == 0) {
            return Kind.ADDED;
        }
        return plan.changedBy().get(index) == 0 && endedFids.contains(fid) ? Kind.ENDED : Kind.CHANGED;
    }

    private Stream<FeatureDiff> withOutcome(Outcome outcome, Kind kind) {
        return rows.accepted().stream()
                .filter(row -> plan.outcomes().get(row.row()) == outcome)
                .map(row -> ofRow(
                        kind,
                        row.row(),
                        row.content().values(),
                        rows.issues().apply(row.row()),
                        row.content().geometry()));
    }

    private FeatureDiff ofRow(
            Kind kind, long row, List<@Nullable Object> values, List<String> issues, @Nullable Geometry after) {
        return new FeatureDiff(
                kind, row, null, names.key(values), names.label(values), List.of(), null, null, issues, null, after);
    }

    private FeatureDiff change(int index) {
        long row = plan.changedBy().get(index);
        List<String> issues = row == 0 ? List.of() : rows.issues().apply(row);
        if (plan.changes().get(index) instanceof Change.Update update) {
            Feature before = storedByFid().get(update.fid());
            Change.Content after = update.content();
            return new FeatureDiff(
                    kind(index),
                    row,
                    update.fid(),
                    names.key(after.values()),
                    names.label(after.values()),
                    attributes.between(Change.Content.of(before), after),
                    Measures.between(before.geometry(), after.geometry()),
                    endedFids.contains(update.fid()) ? ending(after) : null,
                    issues,
                    before.geometry(),
                    after.geometry());
        }
        Change.Content content = ((Change.Insert) plan.changes().get(index)).content();
        return new FeatureDiff(
                Kind.ADDED,
                row,
                null,
                names.key(content.values()),
                names.label(content.values()),
                attributes.of(content),
                Measures.between(null, content.geometry()),
                null,
                issues,
                null,
                content.geometry());
    }

    private @Nullable Ending ending(Change.Content after) {
        if (after.validity().to() == null) {
            return null;
        }
        if (successors == null) {
            successors = new Successors(layer, names, future());
        }
        return new Ending(
                after.validity().to(), successors.of(after, after.validity().to()));
    }

    /** How the layer will be. */
    private List<Change.Content> future() {
        Map<Long, Change.Content> byFid = new HashMap<>();
        stored.list(layer.name()).forEach(feature -> byFid.put(feature.fid(), Change.Content.of(feature)));
        List<Change.Content> all = new ArrayList<>();
        for (Change change : plan.changes()) {
            if (change instanceof Change.Update update) {
                byFid.put(update.fid(), update.content());
            } else if (change instanceof Change.Insert insert) {
                all.add(insert.content());
            }
        }
        all.addAll(byFid.values());
        return all;
    }

    private Map<Long, Feature> storedByFid() {
        if (storedByFid == null) {
            Map<Long, Feature> byFid = new HashMap<>();
            stored.list(layer.name()).forEach(feature -> byFid.put(feature.fid(), feature));
            storedByFid = byFid;
        }
        return storedByFid;
    }
}
