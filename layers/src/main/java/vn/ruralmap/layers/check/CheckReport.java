package vn.ruralmap.layers.check;

import java.util.List;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.store.StoreIssue;
import vn.ruralmap.layers.store.StoreIssueCode;

/**
 * What a check found.
 *
 * @param store its name for people
 * @param revision the last changeset; 0: there is none
 * @param changesets how many there are
 * @param layers what was read of each
 * @param findings the gravest first
 */
public record CheckReport(
        String store, long revision, long changesets, List<LayerCounts> layers, List<Finding> findings) {

    public CheckReport {
        layers = List.copyOf(layers);
        findings = List.copyOf(findings);
    }

    /**
     * What was read of a layer.
     *
     * @param layer its name
     * @param revision the last changeset that changed it
     * @param features that there are, of every validity
     * @param versions in the history
     */
    public record LayerCounts(String layer, long revision, long features, long versions) {}

    /**
     * All issues of one code.
     *
     * @param count how often it was found
     * @param examples the first of them
     */
    public record Finding(StoreIssueCode code, long count, List<StoreIssue> examples) {
        public Finding {
            examples = List.copyOf(examples);
        }
    }

    /** How often something of a severity was found. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.code().severity() == severity)
                .mapToLong(Finding::count)
                .sum();
    }

    /** The same of a store that people know by another name. */
    public CheckReport named(String name) {
        return new CheckReport(name, revision, changesets, layers, findings);
    }
}
