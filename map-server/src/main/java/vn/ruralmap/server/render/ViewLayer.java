package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.filter.Condition;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.query.FeatureSelector;
import vn.ruralmap.layers.snapshot.GeneralisedFeature;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.style.MapStyle;

/** A layer of the snapshot, or those of its features that a filter lets through, drawn in a style. */
public final class ViewLayer implements DrawnLayer {

    private final LayerView view;
    private final MapStyle style;
    private final @Nullable FeatureSelector filter;
    private final List<Property> properties = new ArrayList<>();

    public ViewLayer(LayerView view, MapStyle style) {
        this(view, style, null);
    }

    /** @param filter what features must be true of, by their full geometry, so that it is the same at every scale; null: all */
    public ViewLayer(LayerView view, MapStyle style, @Nullable Condition filter) {
        this.view = view;
        this.style = style;
        this.filter = filter == null ? null : new FeatureSelector(view, filter);
        for (String name : style.properties()) {
            view.findProperty(name).ifPresent(properties::add);
        }
    }

    @Override
    public String name() {
        return view.layer().name();
    }

    @Override
    public MapStyle style() {
        return style;
    }

    public LayerView view() {
        return view;
    }

    @Override
    public List<ViewFeature> query(Envelope lonLat, double degreesPerPixel) {
        List<GeneralisedFeature> found = view.query(lonLat, degreesPerPixel);
        List<ViewFeature> drawn = new ArrayList<>(found.size());
        for (GeneralisedFeature feature : found) {
            if (filter == null || filter.test(feature.feature())) {
                drawn.add(new ViewFeature(feature));
            }
        }
        return drawn;
    }

    /** A feature of the snapshot, as it is drawn. */
    public final class ViewFeature implements DrawnFeature {

        private final GeneralisedFeature feature;

        private ViewFeature(GeneralisedFeature feature) {
            this.feature = feature;
        }

        public GeneralisedFeature generalised() {
            return feature;
        }

        @Override
        public long fid() {
            return feature.feature().fid();
        }

        @Override
        public Geometry geometry() {
            return feature.geometry();
        }

        /** Where a filter left out a neighbour, what was shared is no more. */
        @Override
        public @Nullable BitSet loneSegments() {
            return filter == null ? feature.loneSegments() : null;
        }

        @Override
        public @Nullable Object property(String name) {
            // a style uses a few only
            for (Property property : properties) {
                if (property.name().equals(name)) {
                    return view.value(feature.feature(), property);
                }
            }
            return null;
        }
    }
}
