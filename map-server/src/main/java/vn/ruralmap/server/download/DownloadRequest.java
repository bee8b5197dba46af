package vn.ruralmap.server.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.formats.FeatureTable;
import vn.ruralmap.server.formats.FileFormat;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * What a request asks of a layer.
 *
 * @param reference of the coordinates
 * @param properties names of those to give; empty: all
 * @param words language of the words for codes, {@code vi} or {@code en}; null: codes only
 * @param places how formats without geometry tell of it
 * @param selection which features
 */
record DownloadRequest(
        SpatialReference reference,
        List<String> properties,
        @Nullable String words,
        FeatureTable.Places places,
        Selection selection) {

    /** @throws RequestException InvalidParameterValue */
    static DownloadRequest read(Parameters parameters, FileFormat format) {
        return new DownloadRequest(
                reference(parameters, format),
                parameters.list("properties"),
                words(parameters),
                places(parameters),
                Selection.read(parameters));
    }

    FeatureTable table(LayerView view, Snapshot snapshot) {
        FeatureTable table = all(view).in(reference).withPlaces(places);
        if (!properties.isEmpty()) {
            table = table.withProperties(chosen(view));
        }
        if (words != null) {
            table = table.withWords(words);
        }
        if (snapshot.isIllustrative()) {
            table = table.withNote(snapshot.catalogue().service().illustrative());
        }
        return table;
    }

    private FeatureTable all(LayerView view) {
        List<Feature> features = selection.of(view);
        return FeatureTable.of(view, features, features.size());
    }

    private List<Property> chosen(LayerView view) {
        List<Property> known = view.properties();
        List<Property> chosen = new ArrayList<>();
        for (String name : properties) {
            chosen.add(known.stream()
                    .filter(property -> property.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> RequestException.invalid(
                            "properties",
                            "lớp không có thuộc tính '" + name + "'; có: " + names(known),
                            "the layer has no property '" + name + "'; there are: " + names(known))));
        }
        return chosen;
    }

    private static String names(List<Property> properties) {
        return String.join(", ", properties.stream().map(Property::name).toList());
    }

    private static SpatialReference reference(Parameters parameters, FileFormat format) {
        SpatialReference asked =
                parameters.find("crs").map(text -> system("crs", text)).orElse(SpatialReference.CRS84);
        SpatialReference given = format.reference(asked);
        if (!given.system().equals(asked.system()) && !asked.isWgs84()) {
            throw RequestException.invalid(
                    "crs",
                    "dạng " + format.name() + " chỉ có " + given.system().code(),
                    format.name() + " has " + given.system().code() + " only");
        }
        return given;
    }

    static SpatialReference system(String parameter, String text) {
        return SpatialReference.find(text)
                .orElseThrow(() -> RequestException.invalid(
                        parameter,
                        "không có hệ tọa độ '" + text + "'; ví dụ EPSG:9209",
                        "there is no coordinate system '" + text + "'; for example EPSG:9209"));
    }

    private static @Nullable String words(Parameters parameters) {
        return parameters.find("language").isEmpty() ? null : parameters.language();
    }

    private static FeatureTable.Places places(Parameters parameters) {
        Optional<String> text = parameters.find("geometry").map(value -> value.toLowerCase(Locale.ROOT));
        return switch (text.orElse("wkt")) {
            case "wkt" -> FeatureTable.Places.WKT;
            case "point", "centroid" -> FeatureTable.Places.POINT;
            case "none" -> FeatureTable.Places.NONE;
            default ->
                throw RequestException.invalid("geometry", "cần wkt, point hoặc none", "one of wkt, point, none");
        };
    }
}
