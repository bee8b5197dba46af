package vn.ruralmap.dataimport.inspect;

import java.util.List;
import java.util.function.Consumer;
import vn.ruralmap.layers.crs.Spheroid;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;

/**
 * Areas that people declared against the area of the polygon on the ellipsoid.
 *
 * <p>Up to {@value #TOLERANCE} of the measured area, or a hundred square metres, is what surveys and drawings differ by.
 */
final class AreaCheck {

    static final double TOLERANCE = 0.05;
    static final double LEAST_HECTARES = 0.01;

    /** Where the quick area is so near to the declared one, the exact one is within the tolerance too. */
    private static final double SURELY = 0.9;

    private static final List<String> ATTRIBUTES = List.of("area_ha", "declared_area_ha");
    private static final double SQUARE_METRES_PER_HECTARE = 10_000;

    private final Layer layer;
    private final InspectIssues issues;

    AreaCheck(Layer layer, InspectIssues issues) {
        this.layer = layer;
        this.issues = issues;
    }

    void check(Placed placed, Consumer<Issue> found) {
        for (String attribute : ATTRIBUTES) {
            int at = layer.indexOf(attribute);
            if (at >= 0
                    && placed.geometry() != null
                    && placed.land().getDimension() == 2
                    && placed.content().values().get(at) instanceof Double declared) {
                check(placed, attribute, declared, found);
            }
        }
    }

    private void check(Placed placed, String attribute, double declared, Consumer<Issue> found) {
        double quick = Spheroid.quickSquareMetres(placed.land()) / SQUARE_METRES_PER_HECTARE;
        if (Math.abs(declared - quick) <= SURELY * TOLERANCE * quick) {
            return;
        }
        double measured = Spheroid.squareMetres(placed.land()) / SQUARE_METRES_PER_HECTARE;
        double difference = Math.abs(declared - measured);
        if (difference > TOLERANCE * measured && difference > LEAST_HECTARES) {
            found.accept(issues.area(placed, attribute, declared, measured));
        }
    }
}
