package vn.ruralmap.layers.crs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Any dialect of well-known text written as plain WKT 1 (OGC 01-009): WKT 1 of GDAL and of ESRI, WKT 2 of 2015 and 2019
 * (OGC 12-063r5, 18-010r7). Axes go, since files have x eastward whatever they declare; so does what only one program
 * understands.
 */
final class PlainWkt {

    private static final Set<String> DROPPED = Set.of("AXIS", "METADATA", "EXTENSION");
    private static final Set<String> PROJECTED = Set.of("PROJCRS", "PROJECTEDCRS");
    private static final Set<String> GEOGRAPHIC = Set.of("GEOGCRS", "GEOGRAPHICCRS", "GEODCRS", "GEODETICCRS");
    private static final String[] BASES = {"BASEGEOGCRS", "BASEGEODCRS"};

    /** Parameters of a conversion: names of the EPSG dataset to those of WKT 1. */
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("latitudeofnaturalorigin", "latitude_of_origin"),
            Map.entry("latitudeoforigin", "latitude_of_origin"),
            Map.entry("longitudeofnaturalorigin", "central_meridian"),
            Map.entry("centralmeridian", "central_meridian"),
            Map.entry("scalefactoratnaturalorigin", "scale_factor"),
            Map.entry("scalefactor", "scale_factor"),
            Map.entry("falseeasting", "false_easting"),
            Map.entry("falsenorthing", "false_northing"),
            Map.entry("latitudeoffalseorigin", "latitude_of_origin"),
            Map.entry("longitudeoffalseorigin", "central_meridian"),
            Map.entry("latitudeof1ststandardparallel", "standard_parallel_1"),
            Map.entry("latitudeof2ndstandardparallel", "standard_parallel_2"),
            Map.entry("eastingatfalseorigin", "false_easting"),
            Map.entry("northingatfalseorigin", "false_northing"));

    /** Parameters of a datum shift in the order of TOWGS84. */
    private static final List<String> SHIFT = List.of(
            "xaxistranslation",
            "yaxistranslation",
            "zaxistranslation",
            "xaxisrotation",
            "yaxisrotation",
            "zaxisrotation",
            "scaledifference");

    private PlainWkt() {}

    /** @throws IllegalArgumentException if the text is no definition of a horizontal system */
    static String of(String wkt) {
        return of(WktNode.parse(wkt), "");
    }

    /** @param shift {@code TOWGS84[...]} that comes from outside the system; empty: none */
    private static String of(WktNode node, String shift) {
        String keyword = node.keyword();
        if (keyword.equals("BOUNDCRS")) {
            WktNode source = node.get("SOURCECRS");
            return of(first(source), shift(node.get("ABRIDGEDTRANSFORMATION")));
        }
        if (keyword.equals("COMPOUNDCRS")) {
            return of(first(node), shift);
        }
        if (PROJECTED.contains(keyword)) {
            return projected(node, shift);
        }
        if (GEOGRAPHIC.contains(keyword)) {
            return geographic(node, shift);
        }
        return wkt1(node);
    }

    /** The horizontal part comes first. */
    private static WktNode first(WktNode node) {
        return node.children().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(node.keyword() + " is empty"));
    }

    private static String projected(WktNode node, String shift) {
        WktNode conversion = node.get("CONVERSION");
        String parameters = conversion.children().stream()
                .filter(child -> child.keyword().equals("PARAMETER"))
                .map(PlainWkt::parameter)
                .collect(Collectors.joining());
        return "PROJCS[" + quoted(node.name()) + "," + geographic(node.get(BASES), shift) + ",PROJECTION["
                + quoted(projection(conversion.get("METHOD", "PROJECTION").name())) + "]" + parameters
                + ",UNIT[\"metre\"," + unit(node, "LENGTHUNIT").orElse(1.0) + "]]";
    }

    private static String projection(String method) {
        String letters = letters(method);
        if (letters.equals("lambertconicconformal2sp")) {
            return "Lambert_Conformal_Conic_2SP";
        }
        if (letters.equals("lambertconicconformal1sp")) {
            return "Lambert_Conformal_Conic_1SP";
        }
        return letters.contains("gausskruger") || letters.equals("transversemercator")
                ? "Transverse_Mercator"
                : method.replace(' ', '_');
    }

    /** In degrees or metres. */
    private static String parameter(WktNode node) {
        String name = PARAMETERS.getOrDefault(letters(node.name()), node.name());
        double value = node.number(1);
        value *= node.find("ANGLEUNIT")
                .map(unit -> rounded(Math.toDegrees(unit.number(1))))
                .orElse(1.0);
        value *= node.find("LENGTHUNIT").map(unit -> unit.number(1)).orElse(1.0);
        return ",PARAMETER[" + quoted(name) + "," + value + "]";
    }

    /** Degrees are written with 15 digits; the conversion must leave 105.5 what it is. */
    private static double rounded(double factor) {
        return Math.abs(factor - 1) < 1e-12 ? 1 : factor;
    }

    /** The unit of the axes: said once for all, or by each. */
    private static Optional<Double> unit(WktNode system, String keyword) {
        return Stream.concat(
                        system.find(keyword).stream(),
                        system.children().stream()
                                .filter(child -> child.keyword().equals("AXIS"))
                                .flatMap(axis -> axis.find(keyword).stream()))
                .findFirst()
                .map(unit -> unit.number(1));
    }

    private static String geographic(WktNode node, String shift) {
        WktNode datum = node.get("DATUM", "GEODETICDATUM", "TRF", "ENSEMBLE");
        WktNode ellipsoid = datum.get("ELLIPSOID", "SPHEROID");
        String meridian = node.find("PRIMEM", "PRIMEMERIDIAN")
                .map(prime -> "PRIMEM[" + quoted(prime.name()) + "," + prime.number(1) + "]")
                .orElse("PRIMEM[\"Greenwich\",0]");
        return "GEOGCS[" + quoted(node.name()) + ",DATUM[" + quoted(datum.name()) + ",SPHEROID["
                + quoted(ellipsoid.name()) + "," + ellipsoid.number(1) + "," + ellipsoid.number(2) + "]"
                + (shift.isEmpty() ? "" : "," + shift) + "]," + meridian
                + ",UNIT[\"degree\"," + angleUnit(node) + "]]";
    }

    /** Radians in one unit; the definition of a projected system's base has none and means degrees. */
    private static double angleUnit(WktNode geographic) {
        return unit(geographic, "ANGLEUNIT").orElse(Math.toRadians(1));
    }

    /** TOWGS84 is position-vector; a coordinate-frame rotation has the opposite signs (EPSG methods 9606 and 9607). */
    private static String shift(WktNode transformation) {
        double[] values = new double[SHIFT.size()];
        for (WktNode parameter : transformation.children()) {
            int index = SHIFT.indexOf(letters(parameter.name()));
            if (index >= 0) {
                values[index] = parameter.number(1);
            }
        }
        boolean frame = letters(transformation.get("METHOD").name()).startsWith("coordinateframe");
        for (int i = 3; i < 6 && frame; i++) {
            values[i] = 0 - values[i];
        }
        // an abridged transformation gives the scale as a factor, TOWGS84 as parts per million
        if (values[6] > 0.5) {
            values[6] = (values[6] - 1) * 1e6;
        }
        return "TOWGS84[" + Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(",")) + "]";
    }

    private static String wkt1(WktNode node) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < node.scalars().size(); i++) {
            boolean number =
                    node.keyword().equals("TOWGS84") || i > 0 && !node.keyword().equals("AUTHORITY");
            parts.add(number ? node.scalars().get(i) : quoted(node.scalars().get(i)));
        }
        node.children().stream()
                .filter(child -> !DROPPED.contains(child.keyword()))
                .map(PlainWkt::wkt1)
                .forEach(parts::add);
        return node.keyword() + "[" + String.join(",", parts) + "]";
    }

    private static String quoted(String text) {
        return "\"" + text.replace('"', '\'') + "\"";
    }

    static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
