package vn.ruralmap.server.download;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.query.BoxQuery;
import vn.ruralmap.layers.query.FeatureSelector;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.support.FilterParameter;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * Which features of a layer a request is about.
 *
 * @param box null: everywhere
 * @param parameters that say the filter
 */
record Selection(@Nullable BoxQuery box, Parameters parameters) {

    /** @throws RequestException InvalidParameterValue */
    static Selection read(Parameters parameters) {
        return new Selection(box(parameters), parameters);
    }

    /** In the order of their fids. @throws RequestException InvalidParameterValue */
    List<Feature> of(LayerView view) {
        Optional<FeatureSelector> filter = FilterParameter.find(
                parameters, view, "/ogc/collections/" + view.layer().name() + "/queryables");
        if (box == null) {
            return filter.map(FeatureSelector::select).orElseGet(view::features);
        }
        List<Feature> found = box.select(view);
        return filter.map(test -> found.stream().filter(test).toList()).orElse(found);
    }

    /** {@code west,south,east,north}, x before y in any system that {@code bbox-crs} names; longitude, latitude without. */
    private static @Nullable BoxQuery box(Parameters parameters) {
        List<String> items = parameters.list("bbox");
        if (items.isEmpty()) {
            return null;
        }
        SpatialReference reference = parameters
                .find("bbox-crs")
                .map(text -> DownloadRequest.system("bbox-crs", text))
                .orElse(SpatialReference.CRS84);
        double[] corners = Parameters.numbers(items, Selection::badBox);
        if (corners.length != 4 || corners[0] > corners[2] || corners[1] > corners[3]) {
            throw badBox();
        }
        return BoxQuery.of(corners[0], corners[1], corners[2], corners[3], reference.system());
    }

    private static RequestException badBox() {
        return RequestException.invalid(
                "bbox",
                "cần bốn số tây,nam,đông,bắc, ví dụ 105.9,9.7,106,9.8",
                "four numbers west,south,east,north, for example 105.9,9.7,106,9.8");
    }
}
