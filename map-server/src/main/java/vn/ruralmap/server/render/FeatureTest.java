package vn.ruralmap.server.render;

/** A filter made ready for many features. */
@FunctionalInterface
interface FeatureTest {
    boolean test(DrawnFeature feature);
}
