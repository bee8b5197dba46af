package vn.ruralmap.layers.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Units of distances, by the names that clients send: of UCUM, of EPSG, and in words. */
enum DistanceUnit {
    METRE(1, "m", "metre", "metres", "meter", "meters", "9001", "metre(s)"),
    KILOMETRE(1000, "km", "kilometre", "kilometres", "kilometer", "kilometers", "9036"),
    FOOT(0.3048, "ft", "[ft_i]", "foot", "feet", "9002"),
    MILE(1609.344, "mi", "[mi_i]", "mile", "miles", "statute miles", "9093"),
    NAUTICAL_MILE(1852, "nmi", "[nmi_i]", "nautical miles", "nautical mile", "9030"),
    /** Of the equator, since clients that send degrees mean the units of the map. */
    DEGREE(111_319.490793, "deg", "degree", "degrees", "9102", "9122");

    private final double metres;
    private final List<String> names;

    DistanceUnit(double metres, String... names) {
        this.metres = metres;
        this.names = List.of(names);
    }

    double metres() {
        return metres;
    }

    /** Also as the last part of a URN or URL. */
    static Optional<DistanceUnit> find(String notation) {
        String text = notation.strip().toLowerCase(Locale.ROOT);
        boolean isReference = text.startsWith("urn:") || text.startsWith("http:") || text.startsWith("https:");
        String name = isReference ? text.substring(Math.max(text.lastIndexOf(':'), text.lastIndexOf('/')) + 1) : text;
        return Arrays.stream(values()).filter(unit -> unit.names.contains(name)).findFirst();
    }

    /** The first name of each. */
    static String list() {
        return Arrays.stream(values()).map(unit -> unit.names.get(0)).collect(Collectors.joining(", "));
    }
}
