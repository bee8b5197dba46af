package vn.ruralmap.server.wms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.snapshot.GeneralisedFeature;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.render.HitFinder;
import vn.ruralmap.server.render.MapRenderer;
import vn.ruralmap.server.render.ViewLayer.ViewFeature;

/** Finds what lies under a click: layer by layer, top first, and within a layer what contains the click, then the nearest. */
@Component
class FeatureFinder {

    private final HitFinder hits;

    FeatureFinder(MapRenderer renderer) {
        this.hits = new HitFinder(renderer);
    }

    /** One feature under the click. */
    record Found(LayerView view, GeneralisedFeature feature) {}

    List<Found> find(FeatureInfoRequest request) {
        List<Found> found = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (StyledLayer layer : request.layers()) {
            List<ViewFeature> under = hits.find(
                    request.map().view(),
                    layer.drawn(),
                    request.column() + 0.5,
                    request.row() + 0.5,
                    request.tolerance());
            under.stream()
                    // a layer may be drawn twice, in two styles
                    .filter(feature -> known.add(
                            feature.generalised().feature().id(layer.view().layer())))
                    .limit(request.featureCount())
                    .forEach(feature -> found.add(new Found(layer.view(), feature.generalised())));
        }
        return found;
    }
}
