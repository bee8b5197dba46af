package vn.ruralmap.layers.filter;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.geotools.factory.CommonFactoryFinder;

/**
 * A filter without functions, whose property names are all known.
 *
 * @param filter GeoTools' model: And, Or, Not, comparisons, Like, Between, IsNull over literals, properties and
 *     arithmetic; from {@link FilterText} also BBOX, Intersects, Within, Contains and Disjoint of {@code geom} and a
 *     literal in longitude and latitude
 * @param properties the attributes it looks at, the geometry not among them
 */
public record CheckedFilter(Filter filter, Set<String> properties) {

    public CheckedFilter {
        properties = Set.copyOf(properties);
    }

    /** What both let through. */
    public CheckedFilter and(CheckedFilter other) {
        return new CheckedFilter(
                CommonFactoryFinder.getFilterFactory().and(filter, other.filter),
                Stream.concat(properties.stream(), other.properties.stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
