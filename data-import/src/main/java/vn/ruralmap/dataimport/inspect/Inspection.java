package vn.ruralmap.dataimport.inspect;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.concurrent.LookAhead;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.Layer;

/** Looks at an import as it would lie among what is stored. */
public final class Inspection {

    private final Catalogue catalogue;
    private final Layer layer;
    private final InspectIssues issues;
    private final Function<String, List<Feature>> stored;

    /**
     * @param system of the source, in which places are told
     * @param strict overlaps of a coverage are errors
     * @param stored the features of a layer that references may point to
     */
    public Inspection(
            Catalogue catalogue,
            Layer layer,
            CoordinateSystem system,
            boolean strict,
            Function<String, List<Feature>> stored) {
        this.catalogue = catalogue;
        this.layer = layer;
        this.issues = new InspectIssues(layer, system, strict ? Severity.ERROR : Severity.WARNING);
        this.stored = stored;
    }

    /**
     * @param features of the layer, of every validity, as they would be after the import. Each may be made when it is asked
     *     for: they are gone through some times, and kept only where the layer is a coverage
     * @param found takes what is found
     */
    public void inspect(List<Placed> features, Consumer<Issue> found) {
        if (layer.coverage()) {
            List<Placed> kept = List.copyOf(features);
            new CoverageCheck(issues).check(kept).forEach(found);
            inspectEach(kept, found);
        } else {
            inspectEach(features, found);
        }
    }

    private void inspectEach(List<Placed> features, Consumer<Issue> found) {
        AreaCheck area = new AreaCheck(layer, issues);
        MembershipCheck membership =
                layer.coverage() || layer.isDerived() ? null : new MembershipCheck(catalogue, layer, issues, stored);
        AlikeCodes alike = new AlikeCodes(layer, issues);
        try (LookAhead<Placed> made = LookAhead.over(features, Function.identity(), Inspection::points)) {
            for (Placed feature : made) {
                if (membership != null && feature.isImported()) {
                    membership.check(feature).ifPresent(found);
                }
                if (feature.isImported()) {
                    area.check(feature, found);
                }
                alike.note(feature);
            }
        }
        alike.check(features, found);
    }

    private static int points(Placed feature) {
        return feature.geometry() == null ? 1 : feature.geometry().getNumPoints();
    }
}
