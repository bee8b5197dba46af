package vn.ruralmap.dataimport.placing;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.placing.PlaceEvidence.Example;
import vn.ruralmap.dataimport.placing.PlaceEvidence.Line;

/**
 * How well one candidate explains where the rows lie.
 *
 * @param inside share of the rows, 0 to 1
 * @param medianMetres infinite: most fall outside Vietnam
 * @param outlineMetres NaN: not compared
 */
record Fit(
        Candidate candidate,
        double inside,
        double medianMetres,
        double outlineMetres,
        @Nullable Example example) {

    /** The best first; NaN counts as largest. */
    static final Comparator<Fit> BEST_FIRST = Comparator.comparingDouble(Fit::inside)
            .reversed()
            .thenComparingDouble(Fit::outlineMetres)
            .thenComparingDouble(Fit::medianMetres)
            .thenComparing(fit -> fit.candidate().rare())
            .thenComparing(fit -> fit.candidate().swapped());

    /** True if nobody would think of the other where this is possible. */
    boolean beats(Fit other, Thresholds limits) {
        if (outlinesFitBetterThan(other, limits)) {
            return true;
        }
        if (other.candidate().rare() && !candidate.rare()) {
            return !other.outlinesFitBetterThan(this, limits);
        }
        return other.inside <= limits.rivalShare()
                || other.medianMetres >= limits.timesFarther() * Math.max(medianMetres, limits.insideMetres());
    }

    /** True if most features are inside, and those that are not lie near. */
    boolean isNear(Thresholds limits) {
        return inside >= limits.rivalShare() && medianMetres <= limits.displacedMetres();
    }

    /** Both may be inside: outlines tell systems apart that are some hundred metres from each other. */
    boolean outlinesFitBetterThan(Fit other, Thresholds limits) {
        return outlineMetres <= limits.sameOutlineMetres()
                && other.outlineMetres >= limits.timesFarther() * Math.max(outlineMetres, limits.outlineNoiseMetres());
    }

    Line line() {
        return new Line(
                candidate.option(),
                candidate.system().name(),
                Math.round(inside * 1000) / 1000.0,
                rounded(medianMetres),
                rounded(outlineMetres),
                example);
    }

    static @Nullable Double rounded(double metres) {
        return Double.isFinite(metres) ? Math.round(metres * 10) / 10.0 : null;
    }
}
