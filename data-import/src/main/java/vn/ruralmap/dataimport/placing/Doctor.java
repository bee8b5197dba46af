package vn.ruralmap.dataimport.placing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.ruralmap.dataimport.placing.PlaceEvidence.Basis;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.crs.DeclaredSystem;
import vn.ruralmap.layers.crs.DeclaredSystems;
import vn.ruralmap.layers.crs.UnknownSystemException;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.Vietnam;

/** One decision. */
final class Doctor {

    private final Declaration declaration;
    private final Sample sample;
    private final Thresholds limits;
    private final Ranking ranking;

    Doctor(Declaration declaration, Sample sample, Thresholds limits) {
        this.declaration = declaration;
        this.sample = sample;
        this.limits = limits;
        this.ranking = new Ranking(sample, limits);
    }

    SystemChoice decide() throws UnknownSystemException {
        String asked = declaration.asked();
        if (asked != null && !declaration.isAuto()) {
            return declared(Candidate.parse(asked, declaration.swapped()), PlacingIssues.asked(asked));
        }
        String text = declaration.text();
        if (text == null) {
            return undeclared(fits -> PlacingIssues.missing(fits, ranking.basis(), sample.usualSystems()));
        }
        DeclaredSystem system;
        try {
            system = declaration.isWkt() ? DeclaredSystems.fromWkt(text) : DeclaredSystems.fromCode(text);
        } catch (UnknownSystemException e) {
            return undeclared(ranks -> PlacingIssues.unknown(e.text()));
        }
        return declared(Candidate.of(system, NumberForm.AS_IS, declaration.swapped()), PlacingIssues.declaredByFile());
    }

    private SystemChoice declared(Candidate candidate, LocalizedText reason) {
        if (sample.rows().isEmpty()) {
            return accepted(candidate, reason, List.of(), null);
        }
        Fit fit = ranking.fit(candidate);
        boolean outside = ranking.inVietnam(candidate) <= 0.5;
        boolean displaced =
                ranking.basis() == Basis.NAMED_UNITS ? isDisplaced(fit) : outside || isSwappedByMistake(candidate);
        if (displaced) {
            return displaced(fit, reason, outside);
        }
        return fit.outlineMetres() > limits.sameOutlineMetres()
                ? beside(fit, reason)
                : accepted(candidate, reason, List.of(), ranking.evidence(List.of(fit)));
    }

    private SystemChoice displaced(Fit fit, LocalizedText reason, boolean outside) {
        Candidate candidate = fit.candidate();
        boolean swapped = isSwappedByMistake(candidate);
        List<Fit> fits = ranking.rank(false);
        Optional<Fit> better = swapped ? Optional.of(ranking.fit(swapped(candidate))) : ranking.findWinner(fits);
        if (better.isPresent() && declaration.isAuto() && (isProof() || swapped)) {
            return byPlace(better.get(), evidence(better.get(), fits));
        }
        List<Fit> possible = better.map(List::of).orElseGet(() -> ranking.listFitting(fits));
        PlaceEvidence evidence = evidence(fit, fits);
        Issue issue;
        if (ranking.basis() != Basis.NAMED_UNITS) {
            issue = PlacingIssues.outside(fit, better);
        } else if (!possible.isEmpty()) {
            issue = PlacingIssues.displaced(fit, possible);
        } else {
            issue = outside ? PlacingIssues.outside(fit, better) : PlacingIssues.farFromNamed(fit);
        }
        return accepted(candidate, reason, List.of(issue), evidence);
    }

    /** Features lie in their units, but their outlines beside those stored: UTM for TM-3, WGS84 for VN-2000. */
    private SystemChoice beside(Fit fit, LocalizedText reason) {
        List<Fit> fits = ranking.rank(false);
        Optional<Fit> better = ranking.findWinner(fits).filter(winner -> winner.outlinesFitBetterThan(fit, limits));
        if (better.isEmpty()) {
            return accepted(fit.candidate(), reason, List.of(), ranking.evidence(List.of(fit)));
        }
        if (declaration.isAuto()) {
            return byPlace(better.get(), evidence(better.get(), fits));
        }
        return accepted(
                fit.candidate(),
                reason,
                List.of(PlacingIssues.outlinesOff(fit, better.get(), declaration.asked() != null)),
                evidence(fit, fits));
    }

    /** New units lie beside those stored: falling onto any of these proves nothing. */
    private boolean isProof() {
        return ranking.basis() == Basis.NAMED_UNITS || ranking.basis() == Basis.STORED_UNITS && !sample.isOfUnits();
    }

    private boolean isDisplaced(Fit fit) {
        return fit.inside() < limits.rivalShare() && fit.medianMetres() > limits.displacedMetres();
    }

    /** The declared system or the chosen one first, the others after it. */
    private PlaceEvidence evidence(Fit first, List<Fit> fits) {
        List<Fit> all = new ArrayList<>(List.of(first));
        fits.stream()
                .filter(fit ->
                        !fit.candidate().option().equals(first.candidate().option()))
                .forEach(all::add);
        return ranking.evidence(all);
    }

    private static Candidate swapped(Candidate candidate) {
        return new Candidate(
                candidate.declared(), candidate.form(), !candidate.swapped(), candidate.rare(), candidate.usual());
    }

    /**
     * True if the numbers lie outside Vietnam, or so far from the axis that only the sea is there, and with X and Y swapped
     * where this system is used. A plan of Trường Sa drawn on the axis of Khánh Hòa is far from it too, but stays there
     * when swapped.
     */
    private boolean isSwappedByMistake(Candidate candidate) {
        Optional<Candidate> known = Candidates.usual().stream()
                .filter(one -> one.option().equals(candidate.option()))
                .findFirst();
        Candidate usual = known.orElse(candidate);
        return ranking.basis() != Basis.NAMED_UNITS
                && ranking.inVietnam(usual) <= 0.5
                && ranking.inVietnam(swapped(usual)) >= limits.fittingShare();
    }

    /** Says what is missing, knowing what would be possible. */
    private interface Complaint {
        Issue about(List<Fit> fits);
    }

    private SystemChoice undeclared(Complaint complaint) {
        List<Fit> fits = sample.rows().isEmpty() ? List.of() : ranking.rank(declaration.swapped());
        PlaceEvidence evidence = sample.rows().isEmpty() ? null : ranking.evidence(fits);
        Optional<Fit> winner = ranking.findWinner(fits);
        boolean proven =
                ranking.basis() == Basis.NAMED_UNITS || ranking.basis() == Basis.STORED_UNITS && !sample.isOfUnits();
        Candidate degrees = Candidate.of(
                new DeclaredSystem(CoordinateSystems.CRS84, "none (WGS 84)", List.of(PlacingIssues.takenAsDegrees())),
                NumberForm.AS_IS,
                declaration.swapped());
        if (looksLikeDegrees()) {
            boolean namedElsewhere = ranking.basis() == Basis.NAMED_UNITS && isDisplaced(ranking.fit(degrees));
            boolean asDegrees = winner.isEmpty()
                    || ranking.basis() != Basis.NAMED_UNITS
                    || winner.get().candidate().declared().system() == CoordinateSystems.EPSG4326
                            && winner.get().candidate().form() == NumberForm.AS_IS;
            if (asDegrees && looksLikeDms() && (ranking.basis() != Basis.NAMED_UNITS || namedElsewhere)) {
                return refused(PlacingIssues.degreesOrDms(sample.rows().get(0).inner()), evidence);
            }
            if (asDegrees) {
                List<Issue> far =
                        namedElsewhere ? List.of(PlacingIssues.farFromNamed(ranking.fit(degrees))) : List.of();
                return accepted(degrees, PlacingIssues.takenAsDegrees(), far, evidence);
            }
        }
        if (winner.isPresent() && (isProof() || declaration.isAuto() && ranking.basis() == Basis.COUNTRY)) {
            return byPlace(winner.get(), evidence);
        }
        return refused(complaint.about(fits), evidence);
    }

    private boolean looksLikeDegrees() {
        long degrees = sample.rows().stream()
                .map(SampledRow::inner)
                .filter(at -> Vietnam.looksLikeDegrees(declaration.swapped() ? new Coordinate(at.y, at.x) : at))
                .count();
        return degrees * 2 > sample.rows().size();
    }

    /** True if every number could be degrees, minutes and seconds, and enough of them have digits enough to tell. */
    private boolean looksLikeDms() {
        double[] numbers = sample.rows().stream()
                .flatMap(row -> row.vertices().stream())
                .flatMapToDouble(vertex -> DoubleStream.of(vertex.x, vertex.y))
                .toArray();
        long telling = Arrays.stream(numbers)
                .filter(number -> Math.abs(number * 100 - Math.rint(number * 100)) > 1e-6)
                .count();
        return telling >= limits.dmsNumbers()
                && Arrays.stream(numbers).noneMatch(number -> Double.isNaN(NumberForm.DMS.read(number)));
    }

    private SystemChoice byPlace(Fit winner, @Nullable PlaceEvidence evidence) {
        return accepted(
                winner.candidate(), PlacingIssues.byPlaceReason(), List.of(PlacingIssues.byPlace(winner)), evidence);
    }

    private static SystemChoice accepted(
            Candidate candidate, LocalizedText reason, List<Issue> issues, @Nullable PlaceEvidence evidence) {
        return new SystemChoice(candidate.understood(), reason, issues(candidate, issues), evidence);
    }

    private static List<Issue> issues(Candidate candidate, List<Issue> own) {
        List<Issue> issues = new ArrayList<>();
        candidate.declared().warnings().forEach(warning -> issues.add(PlacingIssues.doubtful(warning)));
        issues.addAll(own);
        return issues;
    }

    private static SystemChoice refused(Issue issue, @Nullable PlaceEvidence evidence) {
        return new SystemChoice(null, issue.message(), List.of(issue), evidence);
    }
}
