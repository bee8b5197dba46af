package vn.ruralmap.dataimport.read;

import vn.ruralmap.layers.model.Issue;

/** The geometry of one record cannot be had; the record goes on without it. */
final class DamagedGeometryException extends Exception {

    private final transient Issue issue;

    DamagedGeometryException(Issue issue) {
        super(issue.message().en(), null, false, false);
        this.issue = issue;
    }

    Issue issue() {
        return issue;
    }
}
