package vn.ruralmap.dataimport.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.load.ImportPlan.Outcome;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;

/**
 * Finds out what rows change.
 *
 * <p>A row <b>without a date</b> tells how things are today: the feature with its key in force today is updated in place
 * and keeps its validity; without one, a feature is added from today on.
 *
 * <p>A row <b>dated D</b> tells what holds from D on. The feature with its key that begins on D is corrected. One that
 * began earlier and is in force on D stays if it is the same; else it ends on D and a new feature begins, because a code
 * may have passed to another unit. A feature with the key that begins after D ends the new one.
 *
 * <p>Attributes that the source does not speak of keep their stored values in a correction. Rows without a whole key are
 * added unless something identical is in force. What is the same makes no change, so importing a file twice publishes
 * nothing. On coverage layers {@link Succession} also ends what new units cover.
 */
public final class Planner {

    private final Layer layer;
    private final Set<String> spokenOf;
    private final Timeline timeline;
    private final FeatureNames names;
    private final Map<Long, Outcome> outcomes = new HashMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private final Map<DatedKey, Long> rowOfKey = new HashMap<>();

    private record DatedKey(List<Object> key, LocalDate date) {}

    /**
     * @param catalogue to name what references point to
     * @param layer the rows are for
     * @param spokenOf attributes that the source has, {@code decision} among them if it has it
     * @param stored what there is
     */
    public Planner(Catalogue catalogue, Layer layer, Set<String> spokenOf, StoredFeatures stored) {
        this.layer = layer;
        this.spokenOf = Set.copyOf(spokenOf);
        this.timeline = new Timeline(layer, stored.list(layer.name()));
        this.names = new FeatureNames(catalogue, layer, stored);
    }

    /** To be called once. */
    public ImportPlan plan(List<ImportRow> rows) {
        for (ImportRow row : rows) {
            Optional<List<Object>> key = timeline.key(row.content().values());
            outcomes.put(row.row(), key.isPresent() ? withKey(row, key.get()) : withoutKey(row));
        }
        if (layer.coverage()) {
            issues.addAll(new Succession(timeline.all()).apply());
        }
        List<Change> updates = new ArrayList<>();
        List<Long> updatedBy = new ArrayList<>();
        List<Change> inserts = new ArrayList<>();
        List<Long> insertedBy = new ArrayList<>();
        List<ImportPlan.Ended> ended = new ArrayList<>();
        for (Entry entry : timeline.all()) {
            Feature stored = entry.stored();
            if (stored == null) {
                inserts.add(new Change.Insert(layer.name(), entry.content()));
                insertedBy.add(entry.row());
            } else if (entry.isChanged()) {
                updates.add(new Change.Update(layer.name(), stored.fid(), stored.version(), entry.content()));
                updatedBy.add(entry.row());
                noteEnd(stored, entry, ended);
            }
        }
        updates.addAll(inserts);
        updatedBy.addAll(insertedBy);
        return new ImportPlan(updates, updatedBy, outcomes, ended, issues);
    }

    private void noteEnd(Feature stored, Entry entry, List<ImportPlan.Ended> ended) {
        LocalDate end = entry.to();
        if (end != null && !entry.isEndSaid() && !end.equals(stored.validity().to())) {
            ended.add(
                    new ImportPlan.Ended(stored.fid(), names.key(stored.values()), names.label(stored.values()), end));
        }
    }

    private Outcome withoutKey(ImportRow row) {
        LocalDate date = row.content().validity().from();
        boolean there = timeline.withValues(row.content().values()).stream()
                .anyMatch(entry -> entry.content().validity().contains(date)
                        && Entry.sameButValidity(merge(row, entry.content()), entry.content()));
        if (there) {
            return Outcome.UNCHANGED;
        }
        timeline.add(Entry.added(row, row.content().validity()));
        return Outcome.ADDED;
    }

    private Outcome withKey(ImportRow row, List<Object> key) {
        LocalDate date = row.content().validity().from();
        Long earlier = rowOfKey.putIfAbsent(new DatedKey(key, date), row.row());
        if (earlier != null) {
            issues.add(LoadIssues.duplicateKey(
                    row.row(), earlier, layer, names.key(row.content().values()), date));
            return Outcome.REFUSED;
        }
        List<Entry> line = timeline.withKey(key);
        Optional<Entry> exact = row.dated() ? Timeline.startingOn(line, date) : Timeline.inForce(line, date);
        if (exact.isPresent()) {
            return correct(row, exact.get(), line);
        }
        LocalDate next = Timeline.nextStart(line, date);
        Optional<Entry> before = Timeline.inForce(line, date);
        if (before.isPresent()) {
            if (Entry.sameButValidity(
                    merge(row, before.get().content()), before.get().content())) {
                return correct(row, before.get(), line);
            }
            next = earlier(next, before.get().to());
            before.get().end(date);
        }
        timeline.add(Entry.added(row, new Validity(date, end(row, next))));
        return Outcome.ADDED;
    }

    private Outcome correct(ImportRow row, Entry entry, List<Entry> line) {
        LocalDate said = row.content().validity().to();
        LocalDate end = said == null ? entry.to() : end(row, Timeline.nextStart(line, entry.from()));
        Change.Content corrected = merge(row, entry.content()).during(new Validity(entry.from(), end));
        if (Entry.same(corrected, entry.content())) {
            return Outcome.UNCHANGED;
        }
        entry.change(row, corrected);
        return Outcome.CHANGED;
    }

    /** The end that was said, but not after the day on which another feature takes over the key. */
    private @Nullable LocalDate end(ImportRow row, @Nullable LocalDate next) {
        LocalDate said = row.content().validity().to();
        if (said != null && next != null && next.isBefore(said)) {
            issues.add(LoadIssues.endClipped(row.row(), said, next));
        }
        return earlier(said, next);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** The row, with the stored values of what the source does not speak of, and the stored geometry if it is the same. */
    private Change.Content merge(ImportRow row, Change.Content stored) {
        Change.Content read = row.content();
        @Nullable Object[] values = new Object[read.values().size()];
        for (int i = 0; i < values.length; i++) {
            Object value = read.values().get(i);
            boolean spoken = spokenOf.contains(layer.attributes().get(i).name());
            values[i] = value == null && !spoken ? stored.values().get(i) : value;
        }
        String decision =
                read.decision() == null && !spokenOf.contains("decision") ? stored.decision() : read.decision();
        return new Change.Content(
                stored.validity(),
                decision,
                Arrays.asList(values),
                Entry.sameShape(read.geometry(), stored.geometry()) ? stored.geometry() : read.geometry());
    }
}
