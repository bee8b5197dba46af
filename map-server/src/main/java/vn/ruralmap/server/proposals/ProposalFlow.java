package vn.ruralmap.server.proposals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.ConflictException;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StaleDocumentException;
import vn.ruralmap.server.editing.EditCheck;
import vn.ruralmap.server.editing.EditConflictException;
import vn.ruralmap.server.editing.EditRefusedException;
import vn.ruralmap.server.editing.EditRequest;
import vn.ruralmap.server.editing.Editing;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.proposals.Drafts.Stored;
import vn.ruralmap.server.proposals.Proposal.Heading;
import vn.ruralmap.server.proposals.Proposal.Step;
import vn.ruralmap.server.support.RequestException;

/**
 * Leads proposals from state to state: draft, submitted, approved by somebody else, published, undone.
 *
 * <p>Every step writes the head once, in the version that was looked at. Publishing is the one that writes two things, the changeset and
 * the head: the changeset has a key made of the proposal, so that it is published once however often that is tried, and
 * {@link Settlement} takes over into the head what a killed server did not.
 */
@Component
final class ProposalFlow {

    private final Drafts drafts;
    private final Settlement settlement;
    private final Editing editing;
    private final EditRequests requests;
    private final Merges merges;
    private final Review review;
    private final FeatureStore store;
    private final Snapshots snapshots;
    private final Clock clock;

    ProposalFlow(
            Drafts drafts,
            Settlement settlement,
            Editing editing,
            EditRequests requests,
            Merges merges,
            Review review,
            FeatureStore store,
            Snapshots snapshots,
            Clock clock) {
        this.drafts = drafts;
        this.settlement = settlement;
        this.editing = editing;
        this.requests = requests;
        this.merges = merges;
        this.review = review;
        this.store = store;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Step step(String action, ProposalState to, Writer writer, String comment) {
        return new Step(action, to, writer.name(), now(), comment.isEmpty() ? null : comment);
    }

    /**
     * @param key of the client's choice, by which the same request is recognised; null: none
     * @param digest of the request
     */
    Stored create(Writer writer, Heading heading, List<ProposedEdit> edits, @Nullable String key, String digest) {
        writer.demand(Role.OFFICER);
        String id = (key == null
                        ? UUID.randomUUID().toString().replace("-", "")
                        : Drafts.digest(writer.name() + '\n' + key))
                .substring(0, 12);
        Optional<Stored> earlier = key == null ? Optional.empty() : drafts.find(id);
        if (earlier.isPresent()) {
            return repeated(earlier.get(), digest);
        }
        editing.demandRights(requests.of(writer, heading, edits));
        Drafts.Written written = drafts.write(id, 1, edits);
        Instant now = now();
        Proposal proposal = new Proposal(
                id,
                heading.title(),
                heading.message(),
                heading.decision(),
                heading.validFrom(),
                ProposalState.DRAFT,
                writer.name(),
                now,
                Set.of(writer.name()),
                now,
                writer.name(),
                1,
                written.content().digest(),
                written.content().layers(),
                written.content().edits(),
                digest,
                null,
                null,
                List.of(step("create", ProposalState.DRAFT, writer, "")));
        try {
            return drafts.put(proposal, 0);
        } catch (StaleDocumentException e) {
            // the same request came twice at once
            drafts.forget(written);
            return repeated(drafts.get(id), digest);
        }
    }

    private static Stored repeated(Stored earlier, String digest) {
        if (!digest.equals(earlier.proposal().request())) {
            throw RequestException.of(
                    422,
                    "IdempotencyKeyReused",
                    "Idempotency-Key",
                    "Khóa này đã dùng cho một yêu cầu khác; mỗi yêu cầu cần một khóa mới",
                    "This key was used for another request; every request needs a new one");
        }
        return earlier;
    }

    /** Puts other edits into a draft. @param seen the version of the head that the writer has seen */
    Stored replace(Writer writer, String id, int seen, Heading heading, List<ProposedEdit> edits) {
        writer.demand(Role.OFFICER);
        Stored stored = demand(id, seen);
        Demands.demandOpen(stored.proposal());
        editing.demandRights(requests.of(writer, heading, edits));
        List<ProposedEdit> whole = Visibility.of(snapshots.current().catalogue(), writer)
                .withUnseen(drafts.edits(stored.proposal()), edits);
        return revise(stored, heading, whole, step("save", ProposalState.DRAFT, writer, ""));
    }

    private Stored revise(Stored stored, Heading heading, List<ProposedEdit> edits, Step step) {
        Proposal before = stored.proposal();
        Drafts.Written written = drafts.write(before.id(), before.revision() + 1, edits);
        try {
            Stored next = drafts.put(
                    before.edited(heading, written.content(), step.who(), step.when(), step), stored.version());
            drafts.forgetEdits(before);
            return next;
        } catch (StaleDocumentException e) {
            drafts.forget(written);
            throw new StaleProposalException(drafts.get(before.id()));
        }
    }

    /** Takes over into a draft what others published meanwhile. @param choices by feature, then by field */
    Stored rebase(Writer writer, String id, @Nullable Integer seen, Map<String, Map<String, String>> choices) {
        writer.demand(Role.OFFICER);
        Stored stored = demand(id, seen);
        Proposal proposal = stored.proposal();
        if (!proposal.state().isOpen()
                && proposal.state() != ProposalState.SUBMITTED
                && proposal.state() != ProposalState.APPROVED) {
            throw Demands.wrongState(proposal);
        }
        List<ProposedEdit> edits = drafts.edits(proposal);
        List<Merge> conflicts = conflicts(writer, proposal.heading(), edits);
        List<Merge> open = conflicts.stream()
                .filter(merge -> !merge.resolve(
                                choices.getOrDefault(merge.edit().id(), Map.of()))
                        .open()
                        .isEmpty())
                .toList();
        if (!open.isEmpty()) {
            throw new ChangedMeanwhileException(open);
        }
        return conflicts.isEmpty()
                ? stored
                : revise(
                        stored,
                        proposal.heading(),
                        merges.resolve(edits, conflicts, choices),
                        step("rebase", ProposalState.DRAFT, writer, ""));
    }

    /** Features that are not in the versions that edits are based on. */
    List<Merge> conflicts(Writer writer, Heading heading, List<ProposedEdit> edits) {
        return merges.of(
                edits, editing.check(requests.of(writer, heading, edits)).conflicts());
    }

    EditCheck check(Writer writer, Heading heading, List<ProposedEdit> edits) {
        return editing.check(requests.of(writer, heading, edits));
    }

    Stored submit(Writer writer, String id, @Nullable Integer seen, String comment) {
        writer.demand(Role.OFFICER);
        Stored stored = demand(id, seen);
        Demands.demandOpen(stored.proposal());
        editing.demandRights(requests.of(writer, stored.proposal().heading(), drafts.edits(stored.proposal())));
        EditCheck check = demandSound(writer, stored.proposal());
        Demands.demandExplained(stored.proposal(), drafts.comments(id), check.findings(), comment);
        return take(stored, ProposalState.SUBMITTED, step("submit", ProposalState.SUBMITTED, writer, comment));
    }

    Stored approve(Writer writer, String id, int seen, String comment) {
        writer.demand(Role.APPROVER);
        Stored stored = demand(id, seen);
        Demands.demandState(stored.proposal(), ProposalState.SUBMITTED);
        Demands.demandOthersWork(writer, stored.proposal());
        editing.demandRights(requests.of(writer, stored.proposal().heading(), drafts.edits(stored.proposal())));
        demandSound(writer, stored.proposal());
        return take(stored, ProposalState.APPROVED, step("approve", ProposalState.APPROVED, writer, comment));
    }

    Stored giveBack(Writer writer, String id, @Nullable Integer seen, String comment) {
        writer.demand(Role.APPROVER);
        Stored stored = demand(id, seen);
        Demands.demandState(stored.proposal(), ProposalState.SUBMITTED, ProposalState.APPROVED);
        if (comment.isEmpty()) {
            throw RequestException.of(
                    422,
                    "CommentMissing",
                    "comment",
                    "Hãy ghi lý do trả lại, để người soạn biết phải sửa gì",
                    "Say why it is returned, so that its author knows what to mend");
        }
        return take(stored, ProposalState.RETURNED, step("return", ProposalState.RETURNED, writer, comment));
    }

    Stored withdraw(Writer writer, String id, @Nullable Integer seen, String comment) {
        Stored stored = demand(id, seen);
        Demands.demandState(stored.proposal(), ProposalState.SUBMITTED, ProposalState.APPROVED);
        Demands.demandOwnWork(writer, stored.proposal());
        return take(stored, ProposalState.WITHDRAWN, step("withdraw", ProposalState.WITHDRAWN, writer, comment));
    }

    Stored discard(Writer writer, String id, @Nullable Integer seen, String comment) {
        Stored stored = demand(id, seen);
        Demands.demandOpen(stored.proposal());
        Demands.demandOwnWork(writer, stored.proposal());
        return take(stored, ProposalState.DISCARDED, step("discard", ProposalState.DISCARDED, writer, comment));
    }

    Stored publish(Writer writer, String id, int seen, String comment) {
        writer.demand(Role.APPROVER);
        Stored stored = drafts.get(id);
        if (stored.proposal().state() == ProposalState.PUBLISHED) {
            // the answer to the first request was lost
            return stored;
        }
        stored = demand(id, seen);
        Proposal proposal = stored.proposal();
        Demands.demandState(proposal, ProposalState.APPROVED);
        Demands.demandOthersWork(writer, proposal);
        List<ProposedEdit> edits = drafts.edits(proposal);
        EditCheck check = demandSound(writer, proposal);
        drafts.keepReview(proposal, frozen(proposal, check));
        Long changeset;
        try {
            changeset = editing.apply(request(writer, proposal, edits)).changeset();
        } catch (EditConflictException e) {
            throw new ChangedMeanwhileException(merges.of(edits, e.conflicts()));
        } catch (EditRefusedException e) {
            throw Demands.faulty(check(writer, proposal.heading(), edits).findings());
        }
        Step step = step("publish", ProposalState.PUBLISHED, writer, comment);
        return take(stored, proposal.with(ProposalState.PUBLISHED, changeset, null, step));
    }

    /** The author of the proposal is that of the changeset; who let it through is among its facts. */
    EditRequest request(Writer writer, Proposal proposal, List<ProposedEdit> edits) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("proposal", proposal.id());
        facts.put("published_by", writer.name());
        proposal.steps().stream()
                .filter(step -> step.action().equals("approve"))
                .reduce((earlier, later) -> later)
                .ifPresent(step -> facts.put("approved_by", step.who()));
        if (proposal.decision() != null) {
            facts.put("decision", proposal.decision());
        }
        Writer author = new Writer(proposal.author(), writer.client(), writer.roles(), writer.area());
        return requests.of(
                author,
                proposal.heading(),
                edits,
                new EditRequest.Key(proposal.publicationKey(), proposal.digest()),
                facts);
    }

    private ObjectNode frozen(Proposal proposal, EditCheck check) {
        ObjectNode frozen = JsonNodeFactory.instance.objectNode();
        frozen.set("findings", Review.findings(check.findings()));
        frozen.set("changes", changes(proposal, check));
        return frozen;
    }

    ArrayNode changes(Proposal proposal, EditCheck check) {
        LocalDate date = proposal.validFrom() == null ? snapshots.today() : proposal.validFrom();
        return review.changes(check, date);
    }

    Stored revert(Writer writer, String id, @Nullable Integer seen, String comment) {
        writer.demand(Role.APPROVER);
        Stored stored = demand(id, seen);
        Proposal proposal = stored.proposal();
        Demands.demandState(proposal, ProposalState.PUBLISHED);
        Long changeset = proposal.changeset();
        if (changeset == null) {
            throw Demands.wrongState(proposal);
        }
        editing.demandRights(writer, changeset);
        Changeset counter;
        try {
            counter = store.revert(changeset, writer.name());
        } catch (ConflictException e) {
            throw RequestException.of(
                    409,
                    "ChangedSince",
                    null,
                    "Không hoàn tác được, " + e.text().vi() + "; hãy hoàn tác các lần sau trước",
                    "It cannot be undone, " + e.text().en() + "; undo the later ones first");
        }
        snapshots.refresh();
        Step step = step("revert", ProposalState.REVERTED, writer, comment);
        return take(stored, proposal.with(ProposalState.REVERTED, changeset, counter.id(), step));
    }

    /** The proposal in the version that somebody has seen, and as it really stands. @param seen null: whichever */
    private Stored demand(String id, @Nullable Integer seen) {
        Stored stored = drafts.get(id);
        if (seen != null && stored.version() != seen) {
            throw new StaleProposalException(stored);
        }
        return settlement.settle(stored);
    }

    private Stored take(Stored stored, ProposalState state, Step step) {
        return take(stored, stored.proposal().with(state, step));
    }

    private Stored take(Stored stored, Proposal next) {
        try {
            return drafts.put(next, stored.version());
        } catch (StaleDocumentException e) {
            Stored now = settlement.settle(drafts.get(next.id()));
            if (now.proposal().state() == next.state() && next.changeset() != null) {
                return now;
            }
            throw new StaleProposalException(now);
        }
    }

    private EditCheck demandSound(Writer writer, Proposal proposal) {
        List<ProposedEdit> edits = drafts.edits(proposal);
        EditCheck check = check(writer, proposal.heading(), edits);
        if (!check.conflicts().isEmpty()) {
            throw new ChangedMeanwhileException(merges.of(edits, check.conflicts()));
        }
        if (check.hasErrors()) {
            throw Demands.faulty(check.findings());
        }
        if (check.changes().isEmpty()) {
            throw new FaultyProposalException(
                    "NothingChanges",
                    new LocalizedText(
                            "Đề xuất này không thay đổi gì trên bản đồ", "This proposal changes nothing on the map"),
                    List.of());
        }
        return check;
    }
}
