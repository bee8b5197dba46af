package vn.ruralmap.server.wfs;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.formats.GmlDialect;

/**
 * What a value reference points to in the features of a type.
 *
 * @param kind of value
 * @param property whose value it is; null: it is none, or one that no feature has a value of
 */
record ValueReference(LayerView view, Kind kind, @Nullable Property property) {

    /** What there is to refer to. */
    enum Kind {
        ID,
        GEOMETRY,
        PROPERTY
    }

    /** @throws vn.ruralmap.server.support.RequestException InvalidParameterValue if the type has nothing of that name */
    static ValueReference of(LayerView view, String reference) {
        String name = reference.replaceAll("/text\\(\\)$", "");
        if (name.matches("(?:[\\w*:]+/)?@(?:\\w+:)?(?:id|fid)")) {
            return new ValueReference(view, Kind.ID, null);
        }
        PropertyNames.Selection selection =
                new PropertyNames(view).select("valueReference", Optional.of(List.of(name)));
        return new ValueReference(
                view,
                selection.withGeometry() ? Kind.GEOMETRY : Kind.PROPERTY,
                selection.properties().isEmpty() ? null : selection.properties().get(0));
    }

    boolean isPresent(Feature feature) {
        return switch (kind) {
            case ID -> true;
            case GEOMETRY -> feature.geometry() != null;
            case PROPERTY -> property != null && view.value(feature, property) != null;
        };
    }

    /** Of what is no geometry, and present. */
    String text(Feature feature) {
        return kind == Kind.ID || property == null
                ? feature.id(view.layer())
                : String.valueOf(view.value(feature, property));
    }

    /** For the ids of geometries. */
    static String geometryId(FeatureAnswer.Part part, Feature feature) {
        return feature.id(part.query().view().layer()) + "." + GmlDialect.GEOMETRY;
    }
}
