package vn.ruralmap.server.proposals;

import java.util.List;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.editing.Finding;

/** The checks do not let a proposal through. The draft is as it was. */
final class FaultyProposalException extends RuntimeException {

    private final String code;
    private final transient LocalizedText text;
    private final transient List<Finding> findings;

    /** @param code as in {@code ProposalFaulty} */
    FaultyProposalException(String code, LocalizedText text, List<Finding> findings) {
        super(text.en());
        this.code = code;
        this.text = text;
        this.findings = List.copyOf(findings);
    }

    String code() {
        return code;
    }

    LocalizedText text() {
        return text;
    }

    List<Finding> findings() {
        return findings;
    }
}
