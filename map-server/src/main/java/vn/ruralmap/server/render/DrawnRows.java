package vn.ruralmap.server.render;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.filter.Rows;
import vn.ruralmap.layers.filter.Value;

/** Features as styles see them: by properties, whose types are those of the values. */
final class DrawnRows implements Rows<DrawnFeature> {

    @Override
    public Value<DrawnFeature> property(String name) {
        return feature -> feature.property(name);
    }

    @Override
    public Geometry geometry(DrawnFeature feature) {
        return feature.geometry();
    }

    /** Styles look at no geometry. */
    @Override
    public Envelope bounds() {
        return new Envelope();
    }
}
