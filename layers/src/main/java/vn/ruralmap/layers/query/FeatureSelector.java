package vn.ruralmap.layers.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.filter.Candidates;
import vn.ruralmap.layers.filter.Condition;
import vn.ruralmap.layers.filter.ConditionCompiler;
import vn.ruralmap.layers.filter.FilterNames;
import vn.ruralmap.layers.filter.Rows;
import vn.ruralmap.layers.filter.Value;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;

/**
 * The features of a view that a condition is true of, by their full geometry.
 *
 * <pre>{@code
 * FilterNames names = FeatureSelector.names(view, "DescribeFeatureType");
 * List<Feature> found = new FeatureSelector(view, reader.read(xml, names)).select();
 * }</pre>
 */
public final class FeatureSelector implements Predicate<Feature> {

    private final LayerView view;
    private final Condition condition;
    private final Predicate<Feature> test;

    /** @throws vn.ruralmap.layers.filter.FilterException if a value does not fit the property it is compared with */
    public FeatureSelector(LayerView view, Condition condition) {
        this.view = view;
        this.condition = condition;
        this.test = ConditionCompiler.compile(condition, rows(view));
    }

    public Condition condition() {
        return condition;
    }

    /** The names that the view's audience may use. @param listedAt where the service lists them, for errors */
    public static FilterNames names(LayerView view, String listedAt) {
        return new FilterNames(
                view.layer().name(), name -> view.findProperty(name).isPresent(), listedAt);
    }

    @Override
    public boolean test(Feature feature) {
        return test.test(feature);
    }

    /** In the order of their fids. */
    public List<Feature> select() {
        List<Feature> features = view.features();
        if (condition.equals(Condition.ALL)) {
            return features;
        }
        List<Feature> found = new ArrayList<>();
        positions().forEach(position -> found.add(features.get(position)));
        return found;
    }

    /** Rising positions in {@link LayerView#features()}. */
    public IntStream positions() {
        List<Feature> features = view.features();
        return Candidates.find(condition, index(view))
                .map(IntStream::of)
                .orElseGet(() -> IntStream.range(0, features.size()))
                .filter(position -> test.test(features.get(position)));
    }

    private static Candidates.Index index(LayerView view) {
        return new Candidates.Index() {
            @Override
            public int[] byBox(Envelope lonLat) {
                return view.listPositions(lonLat);
            }

            @Override
            public int[] byFids(LongStream fids) {
                return fids.distinct()
                        .mapToInt(view::position)
                        .filter(position -> position >= 0)
                        .sorted()
                        .toArray();
            }

            @Override
            public Envelope bounds() {
                return view.bounds();
            }
        };
    }

    /** Features of a view as rows. */
    public static Rows<Feature> rows(LayerView view) {
        return new Rows<>() {
            @Override
            public Value<Feature> property(String name) {
                Property property = view.findProperty(name).orElse(null);
                if (property == null) {
                    return feature -> null;
                } else if (property.origin() == Property.Origin.ATTRIBUTE) {
                    int index = view.layer().indexOf(name);
                    return feature -> feature.value(index);
                }
                return feature -> view.value(feature, property);
            }

            @Override
            public Optional<AttributeType> findType(String name) {
                return view.findProperty(name).map(Property::type);
            }

            @Override
            public Geometry geometry(Feature feature) {
                return Objects.requireNonNull(feature.geometry());
            }

            @Override
            public Envelope bounds() {
                return view.bounds();
            }

            @Override
            public Optional<String> findLayer() {
                return Optional.of(view.layer().name());
            }

            @Override
            public @Nullable Feature feature(Feature row) {
                return row;
            }
        };
    }
}
