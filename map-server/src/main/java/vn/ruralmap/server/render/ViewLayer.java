package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.GeneralisedFeature;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.style.MapStyle;

/** A layer of the snapshot, drawn in a style. */
public final class ViewLayer implements DrawnLayer {

    private final LayerView view;
    private final MapStyle style;
    private final Map<String, Property> properties = new HashMap<>();

    public ViewLayer(LayerView view, MapStyle style) {
        this.view = view;
        this.style = style;
        for (String name : style.properties()) {
            view.findProperty(name).ifPresent(property -> properties.put(name, property));
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

    @Override
    public List<DrawnFeature> query(Envelope lonLat, double degreesPerPixel) {
        List<GeneralisedFeature> found = view.query(lonLat, degreesPerPixel);
        List<DrawnFeature> drawn = new ArrayList<>(found.size());
        for (GeneralisedFeature feature : found) {
            drawn.add(new Drawn(feature));
        }
        return drawn;
    }

    private final class Drawn implements DrawnFeature {

        private final GeneralisedFeature feature;

        Drawn(GeneralisedFeature feature) {
            this.feature = feature;
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
