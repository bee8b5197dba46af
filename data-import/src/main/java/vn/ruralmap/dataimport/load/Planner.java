package vn.ruralmap.dataimport.load;

import java.time.LocalDate;
import java.util.ArrayList;
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
    private final RowMerge rows;
    private final Timeline timeline;
    private final FeatureNames names;
    private final RowOutcomes outcomes = new RowOutcomes();
    private final List<Issue> issues = new ArrayList<>();
    /** Rows that speak of an entry that was there before them; the others are known by the entry they added. */
    private final Map<DatedKey, Long> confirming = new HashMap<>();

    private record DatedKey(Object key, LocalDate date) {}

    /**
     * @param catalogue to name what references point to
     * @param layer the rows are for
     * @param spokenOf attributes that the source has, {@code decision} among them if it has it
     * @param stored what there is
     * @param rows those that are given to {@link #take} one by one; they are asked for again
     */
    public Planner(
            Catalogue catalogue, Layer layer, Set<String> spokenOf, StoredFeatures stored, List<ImportRow> rows) {
        this.layer = layer;
        this.rows = new RowMerge(layer, spokenOf, rows);
        this.timeline = new Timeline(layer);
        this.names = new FeatureNames(catalogue, layer, stored);
        stored.list(layer.name()).forEach(feature -> timeline.add(Entry.stored(this.rows, feature), feature.values()));
    }

    /** @param position of the row among all */
    public void take(int position, ImportRow row) {
        Optional<Object> key = timeline.key(row.content().values());
        outcomes.set(row.row(), key.isPresent() ? withKey(position, row, key.get()) : withoutKey(position, row));
    }

    /** To be called once, after the last row. */
    public ImportPlan plan() {
        if (layer.coverage()) {
            issues.addAll(new Succession(timeline.all()).apply());
        }
        List<Entry> changed = new ArrayList<>();
        List<Entry> added = new ArrayList<>();
        List<ImportPlan.Ended> ended = new ArrayList<>();
        for (Entry entry : timeline.all()) {
            Feature stored = entry.stored();
            if (stored == null) {
                added.add(entry);
            } else if (entry.isChanged()) {
                changed.add(entry);
                noteEnd(stored, entry, ended);
            }
        }
        changed.addAll(added);
        return new ImportPlan(
                new MappedList<>(changed, this::change),
                new MappedList<>(
                        changed,
                        entry -> entry.stored() == null ? 0 : entry.stored().fid()),
                new MappedList<>(changed, Entry::row),
                outcomes,
                ended,
                issues,
                new MappedList<>(timeline.all(), entry -> new ImportPlan.Planned(entry.spokenOfBy(), entry.content())));
    }

    private Change change(Entry entry) {
        Feature stored = entry.stored();
        return stored == null
                ? new Change.Insert(layer.name(), entry.content())
                : new Change.Update(layer.name(), stored.fid(), stored.version(), entry.content());
    }

    private void noteEnd(Feature stored, Entry entry, List<ImportPlan.Ended> ended) {
        LocalDate end = entry.to();
        if (end != null && !entry.isEndSaid() && !end.equals(stored.validity().to())) {
            ended.add(
                    new ImportPlan.Ended(stored.fid(), names.key(stored.values()), names.label(stored.values()), end));
        }
    }

    private Outcome withoutKey(int position, ImportRow row) {
        LocalDate date = row.content().validity().from();
        for (Entry entry : timeline.mayHave(row.content().values())) {
            Change.Content there = entry.content();
            if (there.validity().contains(date) && Entry.sameButValidity(rows.merge(row, there), there)) {
                entry.confirm(row);
                return Outcome.UNCHANGED;
            }
        }
        add(position, row, row.content().validity());
        return Outcome.ADDED;
    }

    private void add(int position, ImportRow row, Validity validity) {
        timeline.add(Entry.added(rows, position, row, validity), row.content().values());
    }

    private Outcome withKey(int position, ImportRow row, Object key) {
        LocalDate date = row.content().validity().from();
        List<Entry> line = timeline.withKey(key);
        Long earlier = findEarlier(line, key, date);
        if (earlier != null) {
            issues.add(LoadIssues.duplicateKey(
                    row.row(), earlier, layer, names.key(row.content().values()), date));
            return Outcome.REFUSED;
        }
        Optional<Entry> exact = row.dated() ? Timeline.startingOn(line, date) : Timeline.inForce(line, date);
        if (exact.isPresent()) {
            return correct(position, row, exact.get(), line);
        }
        LocalDate next = Timeline.nextStart(line, date);
        Optional<Entry> before = Timeline.inForce(line, date);
        if (before.isPresent()) {
            Change.Content there = before.get().content();
            if (Entry.sameButValidity(rows.merge(row, there), there)) {
                return correct(position, row, before.get(), line);
            }
            next = earlier(next, before.get().to());
            before.get().end(date);
        }
        add(position, row, new Validity(date, end(row, next)));
        return Outcome.ADDED;
    }

    /** The row that spoke of the same key on the same date before. */
    private @Nullable Long findEarlier(List<Entry> line, Object key, LocalDate date) {
        for (Entry entry : line) {
            if (entry.stored() == null && entry.from().equals(date)) {
                return entry.row();
            }
        }
        return line.isEmpty() ? null : confirming.get(new DatedKey(key, date));
    }

    private Outcome correct(int position, ImportRow row, Entry entry, List<Entry> line) {
        timeline.key(row.content().values())
                .ifPresent(key -> confirming.put(
                        new DatedKey(key, row.content().validity().from()), row.row()));
        LocalDate said = row.content().validity().to();
        LocalDate end = said == null ? entry.to() : end(row, Timeline.nextStart(line, entry.from()));
        Change.Content there = entry.content();
        Change.Content corrected = rows.merge(row, there).during(new Validity(entry.from(), end));
        if (Entry.same(corrected, there)) {
            entry.confirm(row);
            return Outcome.UNCHANGED;
        }
        entry.change(position, row, end);
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
}
