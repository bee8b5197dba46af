package vn.ruralmap.layers.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ruralmap.layers.filter.FilterException.Fault;

/** Reads the spatial and temporal operators of filters in XML. */
final class FesRelations {

    static final Map<String, SpatialOperator> SPATIAL = Map.of(
            "Equals", SpatialOperator.EQUALS,
            "Disjoint", SpatialOperator.DISJOINT,
            "Touches", SpatialOperator.TOUCHES,
            "Within", SpatialOperator.WITHIN,
            "Overlaps", SpatialOperator.OVERLAPS,
            "Crosses", SpatialOperator.CROSSES,
            "Intersects", SpatialOperator.INTERSECTS,
            // its name in Filter 1.0
            "Intersect", SpatialOperator.INTERSECTS,
            "Contains", SpatialOperator.CONTAINS,
            "BBOX", SpatialOperator.INTERSECTS);
    static final Map<String, TemporalOperator> TEMPORAL = Map.ofEntries(
            Map.entry("After", TemporalOperator.AFTER),
            Map.entry("Before", TemporalOperator.BEFORE),
            Map.entry("Begins", TemporalOperator.BEGINS),
            Map.entry("BegunBy", TemporalOperator.BEGUN_BY),
            Map.entry("TContains", TemporalOperator.CONTAINS),
            Map.entry("During", TemporalOperator.DURING),
            Map.entry("TEquals", TemporalOperator.EQUALS),
            Map.entry("TOverlaps", TemporalOperator.OVERLAPS),
            Map.entry("Meets", TemporalOperator.MEETS),
            Map.entry("OverlappedBy", TemporalOperator.OVERLAPPED_BY),
            Map.entry("MetBy", TemporalOperator.MET_BY),
            Map.entry("Ends", TemporalOperator.ENDS),
            Map.entry("EndedBy", TemporalOperator.ENDED_BY),
            Map.entry("AnyInteracts", TemporalOperator.INTERSECTS));

    private final FesExpressions expressions;

    FesRelations(FesExpressions expressions) {
        this.expressions = expressions;
    }

    boolean isRelation(FesElement element) {
        return SPATIAL.containsKey(element.name()) || TEMPORAL.containsKey(element.name()) || isDistance(element);
    }

    static boolean isTemporal(FesElement element) {
        return TEMPORAL.containsKey(element.name());
    }

    private static boolean isDistance(FesElement element) {
        return element.name().equals("DWithin") || element.name().equals("Beyond");
    }

    Condition read(FesElement element) {
        if (isDistance(element)) {
            return distance(element);
        }
        TemporalOperator temporal = TEMPORAL.get(element.name());
        List<Expression> operands = new ArrayList<>();
        for (FesElement operand : element.children()) {
            operands.add(expressions.read(operand));
        }
        if (element.name().equals("BBOX") && operands.size() == 1) {
            operands.add(0, new Expression.FeatureGeometry());
        }
        if (operands.size() != 2) {
            throw element.malformed("cần hai toán hạng", "needs two operands");
        } else if (temporal != null) {
            return new Condition.Temporal(operands.get(0), temporal, operands.get(1));
        }
        operands.forEach(operand -> demandGeometry(element, operand));
        return new Condition.Spatial(operands.get(0), SPATIAL.get(element.name()), operands.get(1));
    }

    private static void demandGeometry(FesElement element, Expression operand) {
        if (!ValueTypes.isGeometry(operand)) {
            throw element.refuse(
                    Fault.INVALID_VALUE,
                    "cần hình: thuộc tính geom, hình GML hoặc hàm trả về hình",
                    "needs geometry: the property geom, geometry in GML, or a function that gives geometry");
        }
    }

    private Condition distance(FesElement element) {
        List<FesElement> operands = element.operands(3);
        Expression left = expressions.read(operands.get(0));
        Expression right = expressions.read(operands.get(1));
        demandGeometry(element, left);
        demandGeometry(element, right);
        Condition within = new Condition.WithinDistance(left, right, metres(element.get("Distance")));
        return element.name().equals("DWithin") ? within : new Condition.Not(within);
    }

    private static double metres(FesElement distance) {
        String unit = distance.attribute("uom") == null ? distance.attribute("units") : distance.attribute("uom");
        Optional<DistanceUnit> known = unit == null ? Optional.empty() : DistanceUnit.find(unit);
        Double value = Values.number(distance.text());
        if (known.isEmpty() || value == null || !(value >= 0)) {
            throw distance.refuse(
                    Fault.INVALID_VALUE,
                    "cần số không âm và đơn vị (uom; 1.x: units): " + DistanceUnit.list(),
                    "needs a number from 0 and a unit (uom; 1.x: units): " + DistanceUnit.list());
        }
        return value * known.get().metres();
    }
}
