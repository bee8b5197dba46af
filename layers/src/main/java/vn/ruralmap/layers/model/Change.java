package vn.ruralmap.layers.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One step of a changeset. A changeset has at most one change per feature. */
public sealed interface Change {

    String layer();

    /** What the feature is to be; null: it is deleted. */
    @Nullable
    Content content();

    /**
     * What a feature is to be. Texts become NFC, single lines and polygons their multi type.
     *
     * @param values one per attribute of the layer, of the attribute's value class, or null
     * @param geometry on the {@link CoordinateGrid}; null for derived layers only
     */
    record Content(
            Validity validity,
            @Nullable String decision,
            List<@Nullable Object> values,
            @Nullable Geometry geometry) {
        public Content {
            decision = decision == null ? null : Normalizer.normalize(decision, Normalizer.Form.NFC);
            Object[] normal = values.toArray();
            for (int i = 0; i < normal.length; i++) {
                if (normal[i] instanceof String text) {
                    normal[i] = Normalizer.normalize(text, Normalizer.Form.NFC);
                }
            }
            values = Collections.unmodifiableList(Arrays.asList(normal));
            geometry = geometry == null ? null : GeometryKind.toStoredType(geometry);
        }

        /** The content of a feature as it is. */
        public static Content of(Feature feature) {
            return new Content(feature.validity(), feature.decision(), feature.values(), feature.geometry());
        }

        /** The same with another validity. */
        public Content during(Validity other) {
            return other.equals(validity) ? this : new Content(other, decision, values, geometry);
        }

        public Feature toFeature(long fid, int version) {
            return new Feature(fid, version, validity, decision, values, geometry);
        }
    }

    /** A new feature; the store gives it a fid, and version 1. */
    record Insert(String layer, Content content) implements Change {}

    /** @param expectedVersion the version that whoever made the change has seen */
    record Update(String layer, long fid, int expectedVersion, Content content) implements Change {}

    /** @param expectedVersion the version that whoever made the change has seen */
    record Delete(String layer, long fid, int expectedVersion) implements Change {
        @Override
        public @Nullable Content content() {
            return null;
        }
    }

    /** A deleted feature comes back under its fid. @param expectedVersion the version of its deletion */
    record Restore(String layer, long fid, int expectedVersion, Content content) implements Change {}
}
