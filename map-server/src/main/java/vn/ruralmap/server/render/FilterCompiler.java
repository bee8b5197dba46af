package vn.ruralmap.server.render;

import java.util.List;
import java.util.function.IntPredicate;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.spatial.BinarySpatialOperator;

/**
 * Turns GeoTools filters of checked styles and requests into {@link FeatureTest}s. A comparison with a missing value is false. Much
 * faster than evaluating the filters themselves, which look for property accessors and converters every time.
 */
final class FilterCompiler {

    private FilterCompiler() {}

    static FeatureTest compile(Filter filter) {
        if (filter instanceof And and) {
            return all(and.getChildren());
        } else if (filter instanceof Or or) {
            FeatureTest none =
                    all(or.getChildren().stream().map(FilterCompiler::not).toList(), 0);
            return feature -> !none.test(feature);
        } else if (filter instanceof Not not) {
            return not(not.getFilter());
        } else if (filter instanceof PropertyIsBetween between) {
            return compile(between);
        } else if (filter instanceof PropertyIsLike like) {
            FeatureValue value = Values.compile(like.getExpression());
            LikePattern pattern = new LikePattern(like);
            return feature -> {
                Object text = value.of(feature);
                return text != null && pattern.matches(text.toString());
            };
        } else if (filter instanceof PropertyIsNull isNull) {
            FeatureValue value = Values.compile(isNull.getExpression());
            return feature -> value.of(feature) == null;
        } else if (filter instanceof BinaryComparisonOperator comparison) {
            return compile(comparison);
        } else if (filter instanceof BinarySpatialOperator spatial) {
            return SpatialTest.compile(spatial);
        }
        throw new IllegalArgumentException("not a filter of a style: " + filter);
    }

    private static FeatureTest all(List<Filter> filters) {
        return all(filters.stream().map(FilterCompiler::compile).toList(), 0);
    }

    private static FeatureTest all(List<FeatureTest> tests, int from) {
        FeatureTest first = tests.get(from);
        if (from == tests.size() - 1) {
            return first;
        }
        FeatureTest others = all(tests, from + 1);
        return feature -> first.test(feature) && others.test(feature);
    }

    private static FeatureTest not(Filter filter) {
        FeatureTest test = compile(filter);
        return feature -> !test.test(feature);
    }

    private static FeatureTest compile(PropertyIsBetween between) {
        FeatureValue value = Values.compile(between.getExpression());
        FeatureValue lower = Values.compile(between.getLowerBoundary());
        FeatureValue upper = Values.compile(between.getUpperBoundary());
        return feature -> {
            Object at = value.of(feature);
            Integer low = Values.compare(at, lower.of(feature), true);
            Integer high = Values.compare(at, upper.of(feature), true);
            return low != null && high != null && low >= 0 && high <= 0;
        };
    }

    private static FeatureTest compile(BinaryComparisonOperator comparison) {
        FeatureValue first = Values.compile(comparison.getExpression1());
        FeatureValue second = Values.compile(comparison.getExpression2());
        boolean matchCase = comparison.isMatchingCase();
        IntPredicate accepts = order(comparison);
        return feature -> {
            Integer order = Values.compare(first.of(feature), second.of(feature), matchCase);
            return order != null && accepts.test(order);
        };
    }

    private static IntPredicate order(BinaryComparisonOperator comparison) {
        if (comparison instanceof PropertyIsEqualTo) {
            return order -> order == 0;
        } else if (comparison instanceof PropertyIsNotEqualTo) {
            return order -> order != 0;
        } else if (comparison instanceof PropertyIsLessThan) {
            return order -> order < 0;
        } else if (comparison instanceof PropertyIsLessThanOrEqualTo) {
            return order -> order <= 0;
        } else if (comparison instanceof PropertyIsGreaterThan) {
            return order -> order > 0;
        } else if (comparison instanceof PropertyIsGreaterThanOrEqualTo) {
            return order -> order >= 0;
        }
        throw new IllegalArgumentException("not a comparison of a style: " + comparison);
    }
}
