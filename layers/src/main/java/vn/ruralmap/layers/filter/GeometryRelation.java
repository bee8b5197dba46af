package vn.ruralmap.layers.filter;

import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** How geometries lie to one another. */
final class GeometryRelation {

    private GeometryRelation() {}

    /** Whether a first geometry lies to {@code second} as the operator says. */
    static Predicate<Geometry> of(SpatialOperator operator, Geometry second) {
        boolean isMixed = second.getClass().equals(GeometryCollection.class);
        if (!isMixed) {
            PreparedGeometry prepared = PreparedGeometryFactory.prepare(second);
            switch (operator) {
                case INTERSECTS -> {
                    return prepared::intersects;
                }
                case DISJOINT -> {
                    return prepared::disjoint;
                }
                case WITHIN -> {
                    return prepared::contains;
                }
                case CONTAINS -> {
                    return prepared::within;
                }
                default -> {
                    // RelateNG is as good for the others
                }
            }
        }
        RelateNG relate = RelateNG.prepare(second);
        SpatialOperator mirrored = operator.mirrored();
        return first -> relate.evaluate(first, predicate(mirrored));
    }

    static boolean holds(Geometry first, SpatialOperator operator, Geometry second) {
        return RelateNG.relate(first, second, predicate(operator));
    }

    /** A new one each time: it keeps what it found. */
    private static TopologyPredicate predicate(SpatialOperator operator) {
        return switch (operator) {
            case EQUALS -> RelatePredicate.equalsTopo();
            case DISJOINT -> RelatePredicate.disjoint();
            case TOUCHES -> RelatePredicate.touches();
            case WITHIN -> RelatePredicate.within();
            case OVERLAPS -> RelatePredicate.overlaps();
            case CROSSES -> RelatePredicate.crosses();
            case INTERSECTS -> RelatePredicate.intersects();
            case CONTAINS -> RelatePredicate.contains();
        };
    }
}
