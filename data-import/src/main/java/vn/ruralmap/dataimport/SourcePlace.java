package vn.ruralmap.dataimport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.dataimport.ImportProgress.Stage;
import vn.ruralmap.dataimport.check.UnitClaims;
import vn.ruralmap.dataimport.check.UnitClaims.Claim;
import vn.ruralmap.dataimport.placing.Declaration;
import vn.ruralmap.dataimport.placing.Sample;
import vn.ruralmap.dataimport.placing.SampledRow;
import vn.ruralmap.dataimport.placing.SystemChoice;
import vn.ruralmap.dataimport.placing.Thresholds;
import vn.ruralmap.dataimport.placing.Unit;
import vn.ruralmap.dataimport.read.DeclaredCrs;
import vn.ruralmap.dataimport.read.Source;
import vn.ruralmap.dataimport.read.SourceRecord;
import vn.ruralmap.dataimport.read.UnreadableSourceException;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.crs.UnknownSystemException;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;

/**
 * Where the coordinates of a source lie.
 *
 * @param choice null: the layer has no geometry of its own, so that nothing had to be chosen
 */
record SourcePlace(@Nullable SystemChoice choice) {

    private static final int SAMPLE = Thresholds.DEFAULT.sampledRows();

    /** Files that must be read in order are spread over only so far: ten times the sample. */
    private static final long LARGEST_STEP_IN_ORDER = 10;

    /** Ends a reading that has seen enough. */
    private static final class Enough extends Exception {
        private Enough() {
            super(null, null, false, false);
        }
    }

    /** What is kept of a row with a geometry, which may have millions of vertices. */
    private record Sampled(
            SampledRow place,
            @Nullable Claim claim,
            @Nullable String province) {}

    static SourcePlace find(
            Source source, Layer layer, ImportOptions.Reading reading, UnitClaims claims, ImportProgress progress)
            throws InvalidImportException, IOException, UnreadableSourceException {
        if (layer.isDerived()) {
            return new SourcePlace(null);
        }
        List<Sampled> sampled = new ArrayList<>();
        progress.update(Stage.LOOKING, 0, SAMPLE);
        try {
            source.forEachNth(step(source), record -> {
                progress.update(Stage.LOOKING, sampled.size(), SAMPLE);
                look(record, claims, sampled);
            });
        } catch (Enough e) {
            progress.update(Stage.LOOKING, SAMPLE, SAMPLE);
        }
        DeclaredCrs declared = source.info().declaredCrs();
        try {
            return new SourcePlace(SystemChoice.of(
                    new Declaration(
                            reading.crs(),
                            reading.swapXy(),
                            declared == null ? null : declared.text(),
                            declared != null && declared.kind() == DeclaredCrs.Kind.WKT),
                    sample(sampled, layer, claims)));
        } catch (UnknownSystemException e) {
            throw new InvalidImportException(e.text());
        }
    }

    private static long step(Source source) {
        long spread = Math.max(1, source.info().declaredRecords() / SAMPLE);
        return source.canSkip() ? spread : Math.min(spread, LARGEST_STEP_IN_ORDER);
    }

    private static void look(SourceRecord record, UnitClaims claims, List<Sampled> sampled) throws Enough {
        Geometry geometry = record.geometry();
        if (geometry != null && !geometry.isEmpty()) {
            sampled.add(new Sampled(
                    SampledRow.of(record.row(), geometry, null, false),
                    claims.find(record.values()).orElse(null),
                    claims.findProvinceCode(record.values()).orElse(null)));
        }
        if (sampled.size() >= SAMPLE) {
            throw new Enough();
        }
    }

    /**
     * Claims whose name contradicts their code count only where hardly any other is left: on 1/7/2025 codes went to other
     * units, but then text in a foreign encoding contradicts as well.
     */
    private static Sample sample(List<Sampled> sampled, Layer layer, UnitClaims claims) {
        long agreeing = sampled.stream()
                .filter(row -> row.claim() != null && row.claim().isUndisputed())
                .count();
        boolean onlyAgreeing = agreeing >= Thresholds.DEFAULT.namedShare() * sampled.size();
        Map<Feature, Unit> units = new HashMap<>();
        List<SampledRow> rows = new ArrayList<>();
        for (Sampled row : sampled) {
            Claim claim = row.claim();
            boolean counts = claim != null && (claim.isUndisputed() || !onlyAgreeing);
            Unit named = counts ? units.computeIfAbsent(claim.unit(), unit -> unit(claim.layer(), unit)) : null;
            rows.add(row.place().claiming(named, counts && claim.isItself()));
        }
        Set<String> provinces =
                sampled.stream().map(Sampled::province).filter(Objects::nonNull).collect(Collectors.toSet());
        return new Sample(rows, () -> stored(claims), layer.coverage(), provinces);
    }

    private static List<Unit> stored(UnitClaims claims) {
        return claims.listFinest().stream()
                .map(claim -> unit(claim.layer(), claim.unit()))
                .toList();
    }

    private static Unit unit(Layer layer, Feature feature) {
        return new Unit(
                Objects.requireNonNullElse(
                        feature.text(layer, layer.presentation().label()), feature.id(layer)),
                Objects.requireNonNull(feature.geometry()));
    }

    List<Issue> issues() {
        return choice == null ? List.of() : choice.issues();
    }

    /** WGS84 where there is nothing to transform. */
    CoordinateSystem system() {
        return choice == null
                ? CoordinateSystems.CRS84
                : Objects.requireNonNull(choice.system()).system();
    }
}
