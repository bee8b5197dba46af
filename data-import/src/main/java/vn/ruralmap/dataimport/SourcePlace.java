package vn.ruralmap.dataimport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.dataimport.ImportProgress.Stage;
import vn.ruralmap.dataimport.read.DeclaredCrs;
import vn.ruralmap.dataimport.read.Source;
import vn.ruralmap.dataimport.read.SourceRecord;
import vn.ruralmap.dataimport.read.UnreadableSourceException;
import vn.ruralmap.dataimport.transform.SystemChoice;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.crs.UnknownSystemException;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;

/**
 * Where the coordinates of a source lie.
 *
 * @param choice null: the layer has no geometry of its own, so that nothing had to be chosen
 */
record SourcePlace(@Nullable SystemChoice choice) {

    /** So many features tell whether a file lies in Vietnam. */
    private static final int SAMPLE = 1000;

    /** Ends a reading that has seen enough. */
    private static final class Enough extends Exception {
        private Enough() {
            super(null, null, false, false);
        }
    }

    static SourcePlace find(Source source, Layer layer, @Nullable String asked, ImportProgress progress)
            throws InvalidImportException, IOException, UnreadableSourceException {
        if (layer.isDerived()) {
            return new SourcePlace(null);
        }
        List<Coordinate> sample = new ArrayList<>();
        progress.update(Stage.LOOKING, 0, SAMPLE);
        try {
            source.forEach(record -> look(record, sample));
        } catch (Enough e) {
            progress.update(Stage.LOOKING, SAMPLE, SAMPLE);
        }
        DeclaredCrs declared = source.info().declaredCrs();
        try {
            return new SourcePlace(SystemChoice.of(
                    asked,
                    declared == null ? null : declared.text(),
                    declared != null && declared.kind() == DeclaredCrs.Kind.WKT,
                    sample));
        } catch (UnknownSystemException e) {
            throw new InvalidImportException(e.text());
        }
    }

    private static void look(SourceRecord record, List<Coordinate> sample) throws Enough {
        Geometry geometry = record.geometry();
        if (geometry != null && !geometry.isEmpty()) {
            sample.add(geometry.getEnvelopeInternal().centre());
        }
        if (sample.size() >= SAMPLE) {
            throw new Enough();
        }
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
