package vn.ruralmap.dataimport.placing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import vn.ruralmap.dataimport.placing.PlaceEvidence.Basis;
import vn.ruralmap.dataimport.placing.PlaceEvidence.Example;
import vn.ruralmap.layers.model.Vietnam;

/** Compares candidates on one sample. */
final class Ranking {

    private static final double OUTSIDE_VIETNAM = Double.POSITIVE_INFINITY;
    /** Of candidates that put most of the sample outside Vietnam nothing more needs to be known. */
    private static final double LEAST_IN_VIETNAM = 0.5;

    private static final double METRES_PER_DEGREE = 111_195;

    private final Thresholds limits;
    private final Basis basis;
    private final List<SampledRow> rows;
    private final @Nullable STRtree stored;
    private final Set<String> usualSystems;

    Ranking(Sample sample, Thresholds limits) {
        this.limits = limits;
        this.usualSystems = sample.usualSystems();
        List<SampledRow> naming =
                sample.rows().stream().filter(row -> row.named() != null).toList();
        if (!naming.isEmpty()
                && naming.size() >= limits.namedShare() * sample.rows().size()) {
            basis = Basis.NAMED_UNITS;
            rows = naming;
            stored = null;
            return;
        }
        List<Unit> units = sample.rows().isEmpty() ? List.of() : sample.stored().get();
        basis = units.isEmpty() ? Basis.COUNTRY : Basis.STORED_UNITS;
        rows = sample.rows();
        stored = units.isEmpty() ? null : new STRtree();
        if (stored != null) {
            units.forEach(unit -> stored.insert(unit.box(), unit));
        }
    }

    Basis basis() {
        return basis;
    }

    PlaceEvidence evidence(List<Fit> fits) {
        return new PlaceEvidence(
                basis, rows.size(), fits.stream().map(Fit::line).toList());
    }

    /** The candidates that are possible at all, the best first. @param swapped true: a person said that X is north */
    List<Fit> rank(boolean swapped) {
        List<Fit> fits = rank(Candidates.usual(), swapped);
        double best = fits.isEmpty() ? 0 : fits.get(0).inside();
        if (best <= limits.rivalShare()) {
            fits.addAll(rank(Candidates.old(), swapped));
            fits.sort(Fit.BEST_FIRST);
        }
        return fits;
    }

    private List<Fit> rank(List<Candidate> candidates, boolean swapped) {
        List<Fit> fits = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if ((candidate.swapped() || !swapped) && inVietnam(candidate) >= LEAST_IN_VIETNAM) {
                fits.add(fit(candidate));
            }
        }
        fits.sort(Fit.BEST_FIRST);
        if (basis == Basis.COUNTRY) {
            fits.sort(Comparator.comparing(fit -> !isUsual(fit.candidate())));
        }
        return fits;
    }

    private boolean isUsual(Candidate candidate) {
        return !candidate.swapped()
                && candidate.form() == NumberForm.AS_IS
                && usualSystems.contains(candidate.declared().system().code());
    }

    /** The one that fits clearly, if there is one. */
    Optional<Fit> findWinner(List<Fit> fits) {
        return fits.stream()
                .filter(this::isFitting)
                .filter(fit -> fits.stream().allMatch(other -> other == fit || isClear(fit, other)))
                .findFirst();
    }

    /** Those that nothing speaks against but each other. */
    List<Fit> listFitting(List<Fit> fits) {
        return fits.stream().filter(this::isFitting).toList();
    }

    private boolean isFitting(Fit fit) {
        return fit.inside() >= limits.fittingShare() || fit.isNear(limits);
    }

    private boolean isClear(Fit fit, Fit other) {
        return fit.inside() >= limits.fittingShare()
                ? fit.beats(other, limits)
                : other.medianMetres() >= limits.timesFarther() * limits.displacedMetres();
    }

    /** Share of the sample. */
    double inVietnam(Candidate candidate) {
        return rows.isEmpty()
                ? 0
                : rows.stream()
                                .filter(row -> Vietnam.contains(candidate.place(row)))
                                .count()
                        / (double) rows.size();
    }

    Fit fit(Candidate candidate) {
        double[] metres = new double[rows.size()];
        List<Double> outlines = new ArrayList<>();
        int inside = 0;
        Example example = null;
        for (int i = 0; i < metres.length; i++) {
            SampledRow row = rows.get(i);
            Coordinate place = candidate.place(row);
            metres[i] = Vietnam.contains(place) ? metres(row, place) : OUTSIDE_VIETNAM;
            inside += metres[i] <= limits.insideMetres() ? 1 : 0;
            if (example == null) {
                example = example(row, place, metres[i]);
            }
            if (row.isItself() && row.named() != null && Double.isFinite(metres[i])) {
                outlines.add(outline(row, row.named(), candidate));
            }
        }
        return new Fit(
                candidate,
                metres.length == 0 ? 0 : inside / (double) metres.length,
                median(metres),
                median(outlines.stream().mapToDouble(Double::doubleValue).toArray()),
                example);
    }

    private static @Nullable Example example(SampledRow row, Coordinate place, double metres) {
        return Double.isFinite(place.x) && Double.isFinite(place.y)
                ? new Example(
                        row.row(),
                        row.named() == null ? null : row.named().label(),
                        row.named() == null ? null : Fit.rounded(metres),
                        Math.round(place.x * 1e5) / 1e5,
                        Math.round(place.y * 1e5) / 1e5)
                : null;
    }

    private double metres(SampledRow row, Coordinate place) {
        return switch (basis) {
            case NAMED_UNITS ->
                row.named() == null ? OUTSIDE_VIETNAM : row.named().metresTo(place);
            case STORED_UNITS -> metresToStored(place);
            case COUNTRY -> 0;
        };
    }

    /** To a unit that contains the place, else to the one whose box is nearest. */
    private double metresToStored(Coordinate place) {
        if (stored == null) {
            return OUTSIDE_VIETNAM;
        }
        Envelope near = new Envelope(place);
        near.expandBy(limits.insideMetres() / METRES_PER_DEGREE);
        double nearest = OUTSIDE_VIETNAM;
        for (Object unit : stored.query(near)) {
            nearest = Math.min(nearest, ((Unit) unit).metresTo(place));
        }
        if (nearest <= limits.insideMetres()) {
            return nearest;
        }
        Unit next =
                (Unit) stored.nearestNeighbour(new Envelope(place), place, (one, other) -> ((Envelope) one.getBounds())
                        .distance((Envelope) other.getBounds()));
        return Math.min(nearest, next.metresTo(place));
    }

    /** The mean, since a shift moves some vertices along the outline. */
    private static double outline(SampledRow row, Unit unit, Candidate candidate) {
        return row.vertices().stream()
                .mapToDouble(vertex -> unit.metresFromOutlineTo(candidate.lonLat(vertex)))
                .average()
                .orElse(Double.NaN);
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
