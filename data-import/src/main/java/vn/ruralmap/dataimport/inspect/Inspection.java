package vn.ruralmap.dataimport.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.ruralmap.layers.catalogue.Catalogue;
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

    /** @param features of the layer, of every validity, as they would be after the import */
    public List<Issue> inspect(List<Placed> features) {
        List<Issue> found = new ArrayList<>();
        if (features.stream().noneMatch(Placed::isImported)) {
            return found;
        }
        if (layer.coverage()) {
            found.addAll(new CoverageCheck(issues).check(features));
        } else if (!layer.isDerived()) {
            found.addAll(new MembershipCheck(catalogue, layer, issues, stored).check(features));
        }
        found.addAll(new AreaCheck(layer, issues).check(features));
        found.addAll(new AlikeCodes(layer, issues).check(features));
        return found;
    }
}
