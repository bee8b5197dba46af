package vn.ruralmap.server.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.ConflictException;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.InvalidChangeException;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreUnavailableException;
import vn.ruralmap.server.editing.AreaRights;
import vn.ruralmap.server.editing.AuditTrail;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** {@code /api/changesets}: what was published, and undoing it. The history names people, so it is for those with an account. */
@RestController
class ChangesetsController {

    private static final Logger LOG = LoggerFactory.getLogger(ChangesetsController.class);
    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final FeatureStore store;
    private final Snapshots snapshots;
    private final AreaRights areaRights;
    private final AuditTrail audit;

    ChangesetsController(FeatureStore store, Snapshots snapshots, AreaRights areaRights, AuditTrail audit) {
        this.store = store;
        this.snapshots = snapshots;
        this.areaRights = areaRights;
        this.audit = audit;
    }

    /** The latest first. */
    record Changesets(List<ChangesetAnswer> changesets) {}

    @NeedsStore
    @GetMapping("/api/changesets")
    Changesets list(HttpServletRequest request) {
        int limit = Parameters.of(request).findInteger("limit", 1, MOST).orElse(USUAL);
        return new Changesets(
                store.listChangesets(limit).stream().map(ChangesetAnswer::of).toList());
    }

    @NeedsStore
    @PostMapping("/api/changesets/{id}/revert")
    ResponseEntity<ChangesetAnswer> revert(@PathVariable String id, HttpServletRequest request) {
        Writer writer = ImportsGuard.writer(request);
        Changeset found = find(id);
        try {
            areaRights.demandRevert(writer, found.id());
            ResponseEntity<ChangesetAnswer> answer = revert(found, writer);
            audit.done(writer, "revert", "changeset " + found.id(), Map.of());
            return answer;
        } catch (RequestException e) {
            audit.refused(writer, "revert", "changeset " + found.id(), e.code());
            throw e;
        }
    }

    private ResponseEntity<ChangesetAnswer> revert(Changeset found, Writer writer) {
        try {
            ChangesetAnswer counter = ChangesetAnswer.of(store.revert(found.id(), writer.name()));
            return ResponseEntity.created(URI.create("/api/changesets/" + counter.id()))
                    .body(counter);
        } catch (ConflictException e) {
            throw RevertConflict.of(e, store, snapshots.current());
        } catch (InvalidChangeException e) {
            throw RequestException.of(
                    409, "NotPublished", "id", e.text().vi(), e.text().en());
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (StoreException e) {
            LOG.error("Changeset {} could not be undone", found.id(), e);
            throw RequestException.of(
                    503,
                    "StoreBusy",
                    null,
                    "Kho dữ liệu đang bận hoặc gặp lỗi; không có gì được ghi, hãy thử lại sau",
                    "The store is busy or failed; nothing was written, try again later");
        }
    }

    private Changeset find(String id) {
        try {
            return store.findChangeset(Long.parseLong(id)).orElseThrow(ChangesetsController::unknown);
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    private static RequestException unknown() {
        return RequestException.of(
                404,
                "NoSuchChangeset",
                "id",
                "Không có lần cập nhật này; danh sách ở /api/changesets",
                "There is no such changeset; /api/changesets lists those there are");
    }
}
