package vn.ruralmap.layers.filter;

import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
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
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.expression.Subtract;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Within;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Geometry;

/** Copies a filter operator by operator, so that nothing is in it but what is known here. */
final class FilterCheck {

    /** What geometry is called; the services call it so, too. */
    private static final Set<String> GEOMETRY = Set.of("geom", "geometry", "the_geom");

    private static final int MAX_VERTICES = 5_000;
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private final Predicate<String> knownProperty;
    private final Set<String> properties = new TreeSet<>();

    FilterCheck(Predicate<String> knownProperty) {
        this.knownProperty = knownProperty;
    }

    Set<String> properties() {
        return properties;
    }

    Filter copy(Filter filter) {
        if (filter instanceof And and) {
            return FILTERS.and(all(and.getChildren()));
        } else if (filter instanceof Or or) {
            return FILTERS.or(all(or.getChildren()));
        } else if (filter instanceof Not not) {
            return FILTERS.not(copy(not.getFilter()));
        } else if (filter instanceof PropertyIsBetween between) {
            return FILTERS.between(
                    copy(between.getExpression()), copy(between.getLowerBoundary()), copy(between.getUpperBoundary()));
        } else if (filter instanceof PropertyIsLike like) {
            return FILTERS.like(
                    copy(like.getExpression()),
                    like.getLiteral(),
                    like.getWildCard(),
                    like.getSingleChar(),
                    like.getEscape(),
                    like.isMatchingCase());
        } else if (filter instanceof PropertyIsNull isNull) {
            return FILTERS.isNull(copy(isNull.getExpression()));
        } else if (filter instanceof BinaryComparisonOperator comparison) {
            return compare(comparison);
        } else if (filter instanceof BinarySpatialOperator spatial) {
            return relate(spatial);
        }
        throw unsupported(filter.getClass().getSimpleName());
    }

    private List<Filter> all(List<Filter> filters) {
        return filters.stream().map(this::copy).toList();
    }

    private Filter compare(BinaryComparisonOperator comparison) {
        Expression first = copy(comparison.getExpression1());
        Expression second = copy(comparison.getExpression2());
        boolean matchCase = comparison.isMatchingCase();
        if (comparison instanceof PropertyIsEqualTo) {
            return FILTERS.equal(first, second, matchCase);
        } else if (comparison instanceof PropertyIsNotEqualTo) {
            return FILTERS.notEqual(first, second, matchCase);
        } else if (comparison instanceof PropertyIsLessThan) {
            return FILTERS.less(first, second, matchCase);
        } else if (comparison instanceof PropertyIsLessThanOrEqualTo) {
            return FILTERS.lessOrEqual(first, second, matchCase);
        } else if (comparison instanceof PropertyIsGreaterThan) {
            return FILTERS.greater(first, second, matchCase);
        } else if (comparison instanceof PropertyIsGreaterThanOrEqualTo) {
            return FILTERS.greaterOrEqual(first, second, matchCase);
        }
        throw unsupported(comparison.getClass().getSimpleName());
    }

    private Filter relate(BinarySpatialOperator spatial) {
        if (!(spatial.getExpression1() instanceof PropertyName property)
                || !GEOMETRY.contains(property.getPropertyName())) {
            throw new FilterException(
                    "điều kiện không gian cần geom ở trước, ví dụ BBOX(geom, 105, 9, 106, 10)",
                    "a spatial condition needs geom first, for example BBOX(geom, 105, 9, 106, 10)");
        }
        Expression geom = FILTERS.property("geom");
        if (spatial instanceof BBOX box) {
            return FILTERS.bbox(
                    "geom",
                    box.getBounds().getMinX(),
                    box.getBounds().getMinY(),
                    box.getBounds().getMaxX(),
                    box.getBounds().getMaxY(),
                    null);
        }
        Expression literal = FILTERS.literal(geometry(spatial.getExpression2()));
        if (spatial instanceof Intersects) {
            return FILTERS.intersects(geom, literal);
        } else if (spatial instanceof Within) {
            return FILTERS.within(geom, literal);
        } else if (spatial instanceof Contains) {
            return FILTERS.contains(geom, literal);
        } else if (spatial instanceof Disjoint) {
            return FILTERS.disjoint(geom, literal);
        }
        throw unsupported(spatial.getClass().getSimpleName());
    }

    private static Geometry geometry(Expression expression) {
        if (expression instanceof Literal literal
                && literal.getValue() instanceof Geometry geometry
                && geometry.getNumPoints() <= MAX_VERTICES
                && geometry.isValid()) {
            return geometry;
        }
        throw new FilterException(
                "cần một hình hợp lệ dạng WKT, nhiều nhất " + MAX_VERTICES + " đỉnh",
                "a valid geometry in WKT is needed, with at most " + MAX_VERTICES + " vertices");
    }

    private Expression copy(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal(literal);
        } else if (expression instanceof PropertyName property) {
            return property(property.getPropertyName());
        } else if (expression instanceof Add add) {
            return FILTERS.add(copy(add.getExpression1()), copy(add.getExpression2()));
        } else if (expression instanceof Subtract subtract) {
            return FILTERS.subtract(copy(subtract.getExpression1()), copy(subtract.getExpression2()));
        } else if (expression instanceof Multiply multiply) {
            return FILTERS.multiply(copy(multiply.getExpression1()), copy(multiply.getExpression2()));
        } else if (expression instanceof Divide divide) {
            return FILTERS.divide(copy(divide.getExpression1()), copy(divide.getExpression2()));
        }
        throw new FilterException("không được dùng hàm trong bộ lọc", "functions are not allowed in filters");
    }

    private static Expression literal(Literal literal) {
        Object value = literal.getValue();
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return FILTERS.literal(value);
        } else if (value instanceof Date) {
            throw new FilterException(
                    "hãy viết ngày như chữ, ví dụ '2025-07-01'", "write dates as text, for example '2025-07-01'");
        }
        throw unsupported(String.valueOf(value));
    }

    private Expression property(String name) {
        if (!knownProperty.test(name)) {
            // the name itself is the asker's own text and stays out of the answer
            throw new FilterException(
                    "bộ lọc dùng một thuộc tính mà lớp không có",
                    "the filter names a property that the layer does not have");
        }
        properties.add(name);
        return FILTERS.property(name);
    }

    private static FilterException unsupported(String what) {
        String name = what.replaceAll("(Impl)?\\W*$", "");
        return new FilterException(
                "không hỗ trợ " + name + "; có: AND, OR, NOT, =, <>, <, <=, >, >=, BETWEEN, IN, LIKE, ILIKE, IS NULL,"
                        + " BBOX, INTERSECTS, WITHIN, CONTAINS, DISJOINT",
                name + " is not supported; known: AND, OR, NOT, =, <>, <, <=, >, >=, BETWEEN, IN, LIKE, ILIKE, IS NULL,"
                        + " BBOX, INTERSECTS, WITHIN, CONTAINS, DISJOINT");
    }
}
