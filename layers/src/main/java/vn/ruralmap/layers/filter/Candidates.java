package vn.ruralmap.layers.filter;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Which features need to be looked at, by the parts of a condition that an index knows. */
public final class Candidates {

    private final Index index;

    private Candidates(Index index) {
        this.index = index;
    }

    /** What features can be found by. Positions are rising. */
    public interface Index {

        /** Of those whose box meets a box in degrees. */
        int[] byBox(Envelope lonLat);

        /** Of those that are there. */
        int[] byFids(LongStream fids);

        /** The box around all, in degrees. */
        Envelope bounds();
    }

    /** Rising positions of all features that a condition can be true of, and perhaps of others; empty: it may be any. */
    public static Optional<int[]> find(Condition condition, Index index) {
        return Optional.ofNullable(new Candidates(index).positions(condition));
    }

    private int @Nullable [] positions(Condition condition) {
        if (condition instanceof Condition.And and) {
            return fewest(and.conditions());
        } else if (condition instanceof Condition.Or or) {
            return union(or.conditions());
        } else if (condition instanceof Condition.Not not) {
            return not.condition() instanceof Condition.Spatial spatial
                            && spatial.operator() == SpatialOperator.DISJOINT
                    ? byBox(spatial.left(), spatial.right(), 0)
                    : null;
        } else if (condition instanceof Condition.Spatial spatial) {
            return spatial.operator() == SpatialOperator.DISJOINT ? null : byBox(spatial.left(), spatial.right(), 0);
        } else if (condition instanceof Condition.WithinDistance distance) {
            return byBox(distance.left(), distance.right(), distance.metres());
        } else if (condition instanceof Condition.Ids ids) {
            return index.byFids(ids.ids().stream().mapToLong(ResourceId::fid));
        } else if (condition instanceof Condition.Comparison comparison) {
            return comparison.operator() == ComparisonOperator.EQUAL && isFid(comparison.left())
                    ? byFids(List.of(comparison.right()))
                    : null;
        } else if (condition instanceof Condition.In in) {
            return isFid(in.value()) ? byFids(in.items()) : null;
        }
        return condition.equals(Condition.NONE) ? new int[0] : null;
    }

    private static boolean isFid(Expression expression) {
        return expression instanceof Expression.PropertyReference property
                && property.name().equals("fid");
    }

    private int @Nullable [] byFids(List<Expression> items) {
        LongStream.Builder fids = LongStream.builder();
        for (Expression item : items) {
            Double number = item instanceof Expression.Literal literal ? Values.number(literal.value()) : null;
            if (number == null) {
                return null;
            }
            fids.add(number.longValue());
        }
        return index.byFids(fids.build());
    }

    private int @Nullable [] byBox(Expression left, Expression right, double metres) {
        boolean isFirst = left instanceof Expression.FeatureGeometry;
        if (!isFirst && !(right instanceof Expression.FeatureGeometry)) {
            return null;
        }
        Optional<Geometry> constant = ConstantGeometry.find(isFirst ? right : left, index.bounds());
        return constant.map(geometry -> index.byBox(ConstantGeometry.reach(geometry, metres)))
                .orElse(null);
    }

    private int @Nullable [] fewest(List<Condition> conditions) {
        int[] fewest = null;
        for (Condition each : conditions) {
            int[] positions = positions(each);
            if (positions != null && (fewest == null || positions.length < fewest.length)) {
                fewest = positions;
            }
        }
        return fewest;
    }

    private int @Nullable [] union(List<Condition> conditions) {
        int[] all = {};
        for (Condition each : conditions) {
            int[] positions = positions(each);
            if (positions == null) {
                return null;
            }
            all = IntStream.concat(IntStream.of(all), IntStream.of(positions)).toArray();
        }
        return IntStream.of(all).sorted().distinct().toArray();
    }
}
