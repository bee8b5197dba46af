package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.filter.CheckedFilter;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.GeneralisedFeature;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.style.MapStyle;

/** A layer of the snapshot, or those of its features that a filter lets through, drawn in a style. */
public final class ViewLayer implements DrawnLayer {

    private final LayerView view;
    private final MapStyle style;
    private final @Nullable FeatureTest filter;
    private final Map<String, Property> properties = new HashMap<>();

    public ViewLayer(LayerView view, MapStyle style) {
        this(view, style, null);
    }

    /** @param filter null: all features */
    public ViewLayer(LayerView view, MapStyle style, @Nullable CheckedFilter filter) {
        this.view = view;
        this.style = style;
        this.filter = filter == null ? null : FilterCompiler.compile(filter.filter());
        style.properties().forEach(this::use);
        if (filter != null) {
            filter.properties().forEach(this::use);
        }
    }

    private void use(String name) {
        view.findProperty(name).ifPresent(property -> properties.put(name, property));
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
            ViewFeature each = new ViewFeature(feature);
            if (filter == null || filter.test(each)) {
                drawn.add(each);
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

        @Override
        public @Nullable Object property(String name) {
            Property property = properties.get(name);
            return property == null ? null : view.value(feature.feature(), property);
        }
    }
}
