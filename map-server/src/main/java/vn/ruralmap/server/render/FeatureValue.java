package vn.ruralmap.server.render;

import org.jspecify.annotations.Nullable;

/** An expression made ready for many features. */
@FunctionalInterface
interface FeatureValue {
    @Nullable
    Object of(DrawnFeature feature);
}
