package vn.ruralmap.server.proposals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The head of a proposal: all but its edits, small enough that all of them can be listed.
 *
 * @param decision the legal act, for people; null: none yet
 * @param validFrom the legal day from which it holds; null: it corrects what there is, for all of its time
 * @param author who made it
 * @param editors who changed its edits, the author too
 * @param edited when that was last done
 * @param lastEditor by whom
 * @param revision of its edits, from 1; each is a document of its own
 * @param digest of its edits, by which a repeated publication is recognised
 * @param layers that it edits
 * @param edits how many
 * @param request digest of the request that made it, if that had a key
 * @param changeset that published it; null: it is not published
 * @param counter the counter-changeset that undid it; null: it is not undone
 * @param steps what became of it, the first one first
 */
record Proposal(
        String id,
        String title,
        String message,
        @Nullable String decision,
        @Nullable LocalDate validFrom,
        ProposalState state,
        String author,
        Instant created,
        Set<String> editors,
        Instant edited,
        String lastEditor,
        int revision,
        String digest,
        List<String> layers,
        int edits,
        @Nullable String request,
        @Nullable Long changeset,
        @Nullable Long counter,
        List<Step> steps) {

    /** Beyond it the oldest but the first are forgotten here; the audit log has them all. */
    private static final int MOST_STEPS = 200;

    /** @param comment why; null: nothing was said */
    record Step(
            String action,
            ProposalState to,
            String who,
            Instant when,
            @Nullable String comment) {}

    /** What people write about a proposal as a whole. */
    record Heading(
            String title,
            String message,
            @Nullable String decision,
            @Nullable LocalDate validFrom) {}

    Proposal with(ProposalState next, Step step) {
        return with(next, changeset, counter, step);
    }

    Proposal with(ProposalState next, @Nullable Long published, @Nullable Long undone, Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        if (all.size() > MOST_STEPS) {
            all.remove(1);
        }
        return new Proposal(
                id,
                title,
                message,
                decision,
                validFrom,
                next,
                author,
                created,
                editors,
                edited,
                lastEditor,
                revision,
                digest,
                layers,
                edits,
                request,
                published,
                undone,
                all);
    }

    /** With other edits, a draft again. */
    Proposal edited(Heading heading, Content content, String who, Instant when, Step step) {
        Set<String> all = new LinkedHashSet<>(editors);
        all.add(who);
        Proposal next = new Proposal(
                id,
                heading.title(),
                heading.message(),
                heading.decision(),
                heading.validFrom(),
                ProposalState.DRAFT,
                author,
                created,
                all,
                when,
                who,
                content.revision(),
                content.digest(),
                content.layers(),
                content.edits(),
                request,
                changeset,
                counter,
                steps);
        return next.with(ProposalState.DRAFT, step);
    }

    /** What a document with edits is about. */
    record Content(int revision, String digest, List<String> layers, int edits) {}

    Heading heading() {
        return new Heading(title, message, decision, validFrom);
    }

    /** The key of the changeset that publishes these edits: it can be published once only. */
    String publicationKey() {
        return "proposal-" + id + "-" + revision;
    }

    /** Whether somebody has a hand in it, so that somebody else must look at it. */
    boolean isWorkOf(String who) {
        return author.equals(who) || lastEditor.equals(who) || editors.contains(who);
    }
}
