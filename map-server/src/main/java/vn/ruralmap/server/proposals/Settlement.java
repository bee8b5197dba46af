package vn.ruralmap.server.proposals;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StaleDocumentException;
import vn.ruralmap.server.proposals.Drafts.Stored;
import vn.ruralmap.server.proposals.Proposal.Step;

/** Brings heads up to what became of their changesets. */
@Component
final class Settlement {

    private static final int MOST_CHANGESETS = 1_000;

    private final Drafts drafts;
    private final FeatureStore store;

    Settlement(Drafts drafts, FeatureStore store) {
        this.drafts = drafts;
        this.store = store;
    }

    /** Takes over what happened without the head: a server was killed, or a changeset was rolled back at the command line. */
    Stored settle(Stored stored) {
        Proposal proposal = stored.proposal();
        Optional<Proposal> next = Optional.empty();
        if (proposal.state() == ProposalState.APPROVED) {
            next = store.findChangeset(proposal.publicationKey())
                    .map(published -> proposal.with(
                            ProposalState.PUBLISHED,
                            published.id(),
                            null,
                            new Step(
                                    "publish",
                                    ProposalState.PUBLISHED,
                                    published.provenance().getOrDefault("published_by", published.author()),
                                    published.time(),
                                    null)));
        } else if (proposal.state() == ProposalState.PUBLISHED && proposal.changeset() != null) {
            next = store.findChangeset(proposal.changeset())
                    .filter(published -> published.state() == Changeset.State.REVERTED)
                    .map(published -> reverted(proposal, published));
        }
        if (next.isEmpty()) {
            return stored;
        }
        try {
            return drafts.put(next.get(), stored.version());
        } catch (StaleDocumentException e) {
            return drafts.get(proposal.id());
        }
    }

    private Proposal reverted(Proposal proposal, Changeset published) {
        Optional<Changeset> counter = store.listChangesets(MOST_CHANGESETS).stream()
                .filter(changeset -> Long.valueOf(published.id()).equals(changeset.reverts()))
                .findFirst();
        return proposal.with(
                ProposalState.REVERTED,
                published.id(),
                counter.map(Changeset::id).orElse(null),
                new Step(
                        "revert",
                        ProposalState.REVERTED,
                        counter.map(Changeset::author).orElse("?"),
                        counter.map(Changeset::time).orElse(proposal.edited()),
                        null));
    }
}
