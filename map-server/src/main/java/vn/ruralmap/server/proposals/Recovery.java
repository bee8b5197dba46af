package vn.ruralmap.server.proposals;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.store.StoreException;

/** At start: proposals whose changeset was published while their head was not written, because the server was killed, are published. */
@Component
class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Drafts drafts;
    private final Settlement settlement;

    Recovery(Drafts drafts, Settlement settlement) {
        this.drafts = drafts;
        this.settlement = settlement;
    }

    @EventListener(ApplicationReadyEvent.class)
    void settle() {
        try {
            for (Drafts.Stored stored : drafts.list()) {
                if (stored.proposal().state() == ProposalState.APPROVED
                        && settlement.settle(stored).proposal().state() != ProposalState.APPROVED) {
                    LOG.info(
                            "Proposal {} was published before the server stopped",
                            stored.proposal().id());
                }
            }
        } catch (StoreException e) {
            // whoever looks at one of them settles it then
            LOG.warn("Proposals could not be looked through: {}", e.getMessage());
        }
    }
}
