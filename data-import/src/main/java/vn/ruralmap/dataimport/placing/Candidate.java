package vn.ruralmap.dataimport.placing;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.DeclaredSystem;
import vn.ruralmap.layers.crs.DeclaredSystems;
import vn.ruralmap.layers.crs.UnknownSystemException;

/**
 * One way to understand the numbers of a source.
 *
 * @param declared the system
 * @param form how numbers are written
 * @param swapped true if the first number is the northward one
 * @param rare true if it is only thought of when nothing usual explains the numbers
 * @param usual where the system's own numbers usually are; null: anywhere. Far from its axis a projection gives nonsense
 */
record Candidate(
        DeclaredSystem declared,
        NumberForm form,
        boolean swapped,
        boolean rare,
        @Nullable Envelope usual) {

    static Candidate of(DeclaredSystem declared, NumberForm form, boolean swapped) {
        return new Candidate(declared, form, swapped, false, null);
    }

    /**
     * What a person asks for: {@code EPSG:9209}, {@code EPSG:4326/dms}, {@code EPSG:9209/km}.
     *
     * @throws UnknownSystemException if it is nothing of the kind
     */
    static Candidate parse(String asked, boolean swapped) throws UnknownSystemException {
        String text = asked.strip();
        NumberForm form = Arrays.stream(NumberForm.values())
                .filter(one -> !one.suffix().isEmpty() && text.endsWith(one.suffix()))
                .findFirst()
                .orElse(NumberForm.AS_IS);
        return of(
                DeclaredSystems.fromCode(
                        text.substring(0, text.length() - form.suffix().length())),
                form,
                swapped);
    }

    CoordinateSystem system() {
        CoordinateSystem plain = declared.system();
        return form == NumberForm.AS_IS && !swapped ? plain : new FormedSystem(plain, form, swapped);
    }

    /** As it goes into the import and its report. */
    DeclaredSystem understood() {
        return new DeclaredSystem(system(), declared.transformation(), declared.warnings());
    }

    /** What to write on the command line. */
    String option() {
        return "--crs " + declared.system().code() + form.suffix() + (swapped ? " --swap-xy" : "");
    }

    /** Where a coordinate of the source falls; NaN: nowhere, or nowhere near where this system is used. */
    Coordinate lonLat(Coordinate source) {
        double x = form.read(swapped ? source.y : source.x);
        double y = form.read(swapped ? source.x : source.y);
        boolean isNumber = Double.isFinite(x) && Double.isFinite(y);
        if (!isNumber || usual != null && !usual.contains(x, y)) {
            return new Coordinate(Double.NaN, Double.NaN);
        }
        double[] point = {x, y};
        declared.system().toLonLat(point, 0, point, 0, 1);
        return new Coordinate(point[0], point[1]);
    }

    /** A place within a row. Numbers that are not proportional to the ground are converted before they are averaged. */
    Coordinate place(SampledRow row) {
        if (form != NumberForm.DMS) {
            return lonLat(row.inner());
        }
        List<Coordinate> places = row.vertices().stream().map(this::lonLat).toList();
        return new Coordinate(
                places.stream().mapToDouble(Coordinate::getX).average().orElse(Double.NaN),
                places.stream().mapToDouble(Coordinate::getY).average().orElse(Double.NaN));
    }
}
