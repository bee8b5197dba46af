package vn.ruralmap.server.proposals;

import vn.ruralmap.layers.model.LocalizedText;

/** States of proposals, for people. */
final class StateText {

    private StateText() {}

    static LocalizedText of(ProposalState state) {
        return switch (state) {
            case DRAFT -> new LocalizedText("bản nháp", "a draft");
            case SUBMITTED -> new LocalizedText("chờ duyệt", "submitted");
            case RETURNED -> new LocalizedText("bị trả lại", "returned");
            case WITHDRAWN -> new LocalizedText("đã rút", "withdrawn");
            case APPROVED -> new LocalizedText("đã duyệt", "approved");
            case PUBLISHED -> new LocalizedText("đã công bố", "published");
            case REVERTED -> new LocalizedText("đã hoàn tác", "reverted");
            case DISCARDED -> new LocalizedText("đã hủy", "discarded");
        };
    }
}
