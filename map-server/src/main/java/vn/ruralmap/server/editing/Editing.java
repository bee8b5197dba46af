package vn.ruralmap.server.editing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.ConflictException;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.InvalidChangeException;
import vn.ruralmap.layers.store.LockedException;
import vn.ruralmap.layers.store.RepeatedChangesetException;
import vn.ruralmap.server.support.RequestException;

/**
 * Writes what services are asked to write: one request is one changeset, all of it or nothing.
 *
 * <p>In this order: was the same request answered before; are the features in the versions that the writer has seen; is all data
 * right. The store, which other nodes write to as well, looks at versions and rules once more in its transaction.
 */
@Component
public final class Editing {

    /** Writers of one node take turns, so that rules are checked against what the one before has written. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** As the audit log calls it. */
    private static final String ACTION = "edit";
    /** The fact of a changeset that tells what its key was used for. */
    private static final String DIGEST = "request_digest";

    private final FeatureStore store;
    private final Snapshots snapshots;
    private final Readings readings;
    private final SeenVersions seenVersions;
    private final Locks locks;
    private final AreaRights areaRights;
    private final AuditTrail audit;
    private final History history;
    private final Outcomes outcomes;
    private final ReentrantLock turn = new ReentrantLock(true);

    Editing(
            FeatureStore store,
            Snapshots snapshots,
            Readings readings,
            EditingSettings settings,
            Locks locks,
            AreaRights areaRights,
            AuditTrail audit) {
        this.store = store;
        this.snapshots = snapshots;
        this.readings = readings;
        this.locks = locks;
        this.areaRights = areaRights;
        this.audit = audit;
        this.history = new History(store);
        this.seenVersions = new SeenVersions(store, readings, settings);
        this.outcomes = new Outcomes(store);
    }

    /**
     * @throws EditRefusedException if data are bad, with everything that is
     * @throws EditConflictException if features are not in the versions that the writer has seen
     * @throws UnseenVersionException if it must be known which version the writer has seen, and is not
     * @throws RequestException status 403 if the writer may not change one of the features, 404 if there never was such a feature, 422 if the key was used for something else, 503 if it is
     *     nobody's turn for too long
     * @throws vn.ruralmap.layers.store.LockedException if others have locked what is changed
     * @throws vn.ruralmap.layers.store.StoreException if the store fails
     */
    public EditOutcome apply(EditRequest request) {
        try {
            EditOutcome outcome = applyOnce(request);
            if (outcome.changeset() != null && !outcome.isRepeated()) {
                audit.done(request.writer(), ACTION, "changeset " + outcome.changeset(), details(request));
            }
            return outcome;
        } catch (EditRefusedException e) {
            throw refused(request, e.issues().get(0).code(), e);
        } catch (EditConflictException | UnseenVersionException e) {
            throw refused(request, "conflict", e);
        } catch (LockedException e) {
            throw refused(request, "locked", e);
        } catch (RequestException e) {
            throw refused(request, e.code() + ": " + e.text().en(), e);
        }
    }

    private <E extends RuntimeException> E refused(EditRequest request, String why, E cause) {
        audit.refused(request.writer(), ACTION, layers(request), why);
        return cause;
    }

    private static Map<String, ?> details(EditRequest request) {
        return Map.of(
                "edits", request.edits().size(),
                "layers", layers(request),
                "source", request.source().name());
    }

    private static String layers(EditRequest request) {
        return String.join(
                ", ", request.edits().stream().map(Edit::layer).distinct().toList());
    }

    private EditOutcome applyOnce(EditRequest request) {
        Optional<EditOutcome> earlier = findEarlier(request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        takeTurn();
        try {
            return write(request);
        } catch (RepeatedChangesetException e) {
            return repeated(e.published(), request);
        } finally {
            turn.unlock();
        }
    }

    /** Whether there was such a feature once, and is none now. */
    public boolean wasDeleted(String layer, long fid) {
        return snapshots.current().find(layer, fid).isEmpty()
                && !store.history(layer, fid).isEmpty();
    }

    /** The legal time of what is behind a feature as services show it on a day; empty: there is no such row. */
    public Optional<Validity> findValidity(String layer, long fid, LocalDate date) {
        Snapshot snapshot = snapshots.current();
        return new Rows(snapshot, date).find(snapshot.layer(layer), fid).map(Feature::validity);
    }

    private void takeTurn() {
        boolean isMine = false;
        try {
            isMine = turn.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!isMine) {
            throw RequestException.of(
                    503,
                    "Overloaded",
                    null,
                    "Người khác đang ghi nhiều dữ liệu; chưa có gì thay đổi, hãy thử lại",
                    "Others are writing much; nothing was changed, try again");
        }
    }

    private Optional<EditOutcome> findEarlier(EditRequest request) {
        EditRequest.Key key = request.key();
        return key == null
                ? Optional.empty()
                : store.findChangeset(key.text()).map(published -> repeated(published, request));
    }

    private EditOutcome repeated(Changeset published, EditRequest request) {
        EditRequest.Key key = request.key();
        if (key == null || !key.digest().equals(published.provenance().get(DIGEST))) {
            throw RequestException.of(
                    422,
                    "IdempotencyKeyReused",
                    "Idempotency-Key",
                    "Khóa này đã dùng cho một yêu cầu khác; mỗi yêu cầu cần một khóa mới",
                    "This key was used for another request; every request needs a new one");
        }
        snapshots.refresh();
        return outcomes.of(published.id(), request, snapshots.current(), true);
    }

    private EditOutcome write(EditRequest request) {
        snapshots.refresh();
        Snapshot snapshot = snapshots.current();
        demandArea(request, snapshot);
        List<EditConflict> conflicts = seenVersions.findConflicts(request, snapshot);
        if (!conflicts.isEmpty()) {
            throw new EditConflictException(conflicts);
        }
        EditPlan plan = plan(request, snapshot);
        if (!plan.issues().isEmpty()) {
            throw new EditRefusedException(plan.issues().list());
        }
        List<Change> changes = plan.changes();
        if (changes.isEmpty()) {
            locks.letGo(request.lock(), List.of());
            return told(request, outcomes.unchanged(request, snapshot));
        }
        areaRights.demand(request.writer(), changes, snapshot);
        Changeset changeset = publish(request, changes, snapshot);
        locks.letGo(request.lock(), changes);
        snapshots.refresh();
        return told(
                request,
                outcomes.of(changeset.id(), request, snapshots.current(), false)
                        .warning(plan.issues().findings()));
    }

    /**
     * For what is to be published later by somebody else: whether this writer might do it.
     *
     * @throws RequestException status 403 if not
     */
    public void demandRights(EditRequest request) {
        snapshots.refresh();
        Snapshot snapshot = snapshots.current();
        demandArea(request, snapshot);
        EditPlan plan = plan(request, snapshot);
        // what is not sound is refused later for that; where it would lie cannot be told
        if (plan.issues().isEmpty()) {
            areaRights.demand(request.writer(), plan.changes(), snapshot);
        }
    }

    /** The same for undoing a changeset. @throws RequestException status 403 if the writer may not */
    public void demandRights(Writer writer, long changeset) {
        areaRights.demandRevert(writer, changeset);
    }

    private EditPlan plan(EditRequest request, Snapshot snapshot) {
        EditPlan plan = new EditPlan(
                snapshot,
                new EditHistory(store),
                snapshots.today(),
                request.date(),
                request.writer().audience());
        for (int i = 0; i < request.edits().size(); i++) {
            plan.add(i + 1, request.edits().get(i));
        }
        plan.checkNeighbours();
        return plan;
    }

    /**
     * What would become of a request. Looks at it as {@link #apply} does, and writes nothing.
     *
     * @throws RequestException status 404 if there never was such a feature
     */
    public EditCheck check(EditRequest request) {
        snapshots.refresh();
        Snapshot snapshot = snapshots.current();
        List<EditConflict> conflicts = seenVersions.findConflicts(request, snapshot);
        EditPlan plan = plan(request, snapshot);
        List<Finding> findings = new ArrayList<>(plan.issues().findings());
        for (Issue issue : plan.issues().list()) {
            boolean isToldAlready =
                    findings.stream().anyMatch(finding -> finding.text().equals(issue.message()));
            if (!isToldAlready) {
                findings.add(finding(issue, request));
            }
        }
        return new EditCheck(findings, conflicts, plan.planned());
    }

    private static Finding finding(Issue issue, EditRequest request) {
        Edit edit = request.edits().get(Math.max(0, (int) issue.row() - 1));
        List<String> features =
                edit instanceof Edit.Insert ? List.of() : List.of(edit.layer() + "." + Outcomes.fid(edit));
        return new Finding(
                issue.code(),
                issue.severity(),
                (int) issue.row(),
                edit.layer(),
                features,
                issue.field(),
                issue.place() == null ? null : CoordinateGrid.FACTORY.createPoint(issue.place()),
                null,
                issue.message());
    }

    private EditOutcome told(EditRequest request, EditOutcome outcome) {
        outcome.features().forEach(edited -> readings.remember(request.writer(), edited));
        return outcome;
    }

    private Changeset publish(EditRequest request, List<Change> changes, Snapshot snapshot) {
        Map<String, String> provenance = new LinkedHashMap<>(request.facts());
        EditRequest.Key key = request.key();
        if (key != null) {
            provenance.put(ChangesetDraft.KEY, key.text());
            provenance.put(DIGEST, key.digest());
        }
        try {
            return store.publish(
                    new ChangesetDraft(
                            request.writer().name(), request.source(), message(request), provenance, changes),
                    request.lock() == null ? "" : request.lock().id());
        } catch (ConflictException e) {
            // another node, or somebody in plain SQL, was quicker
            snapshots.refresh();
            List<EditConflict> conflicts = new ArrayList<>();
            for (ConflictException.Conflict conflict : e.conflicts()) {
                Layer layer = snapshot.layer(conflict.layer());
                long fid = snapshot.find(layer.name(), conflict.fid())
                        .map(row -> Rows.shownFid(layer, row))
                        .orElse(conflict.fid());
                conflicts.add(
                        history.conflict(snapshots.current(), request.date(), layer, fid, conflict.expectedVersion()));
            }
            throw new EditConflictException(conflicts);
        } catch (InvalidChangeException e) {
            EditIssues issues = new EditIssues();
            issues.value(0, "STORE_REFUSED", null, e.text());
            throw new EditRefusedException(issues.list());
        }
    }

    private static String message(EditRequest request) {
        if (!request.message().isBlank()) {
            return request.message().strip();
        }
        int number = request.edits().size();
        return "Sửa " + number + " đối tượng / " + number + " edits: " + layers(request);
    }

    /** Of what is there already. Whoever may not change a feature need not learn which version of it there is. */
    private void demandArea(EditRequest request, Snapshot snapshot) {
        Rows rows = new Rows(snapshot, request.date());
        for (Edit edit : request.edits()) {
            Layer layer = snapshot.layer(edit.layer());
            Feature there = edit instanceof Edit.Insert
                    ? null
                    : rows.find(layer, Outcomes.fid(edit)).orElse(null);
            areaRights.demand(request.writer(), snapshot, layer, there);
        }
    }
}
