package vn.ruralmap.layers.filter;

import java.util.List;
import java.util.stream.Stream;

/** The operators that {@link FesReader} knows, by the names of FES 2.0, for capabilities. In alphabetical order. */
public final class FesOperators {

    private FesOperators() {}

    /** {@code PropertyIsEqualTo}, {@code PropertyIsLike}, ... */
    public static List<String> comparison() {
        return Stream.concat(
                        FesReader.COMPARISONS.keySet().stream(),
                        Stream.of("PropertyIsLike", "PropertyIsNull", "PropertyIsNil", "PropertyIsBetween"))
                .sorted()
                .toList();
    }

    /** {@code BBOX}, {@code DWithin}, {@code Equals}, ... */
    public static List<String> spatial() {
        return Stream.concat(FesRelations.SPATIAL.keySet().stream(), Stream.of("DWithin", "Beyond"))
                .filter(name -> !name.equals("Intersect"))
                .sorted()
                .toList();
    }

    /** {@code After}, {@code TContains}, ...; without {@code AnyInteracts}, for which the schema of capabilities has no name. */
    public static List<String> temporal() {
        return FesRelations.TEMPORAL.keySet().stream()
                .filter(name -> !name.equals("AnyInteracts"))
                .sorted()
                .toList();
    }
}
