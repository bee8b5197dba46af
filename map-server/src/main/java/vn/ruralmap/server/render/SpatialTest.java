package vn.ruralmap.server.render;

import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Within;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** How a feature, as it is drawn, lies to a geometry of a checked filter in longitude and latitude. */
final class SpatialTest {

    private SpatialTest() {}

    static FeatureTest compile(BinarySpatialOperator operator) {
        PreparedGeometry other = PreparedGeometryFactory.prepare(geometry(operator));
        if (operator instanceof BBOX || operator instanceof Intersects) {
            return feature -> other.intersects(feature.geometry());
        } else if (operator instanceof Disjoint) {
            return feature -> other.disjoint(feature.geometry());
        } else if (operator instanceof Within) {
            return feature -> other.contains(feature.geometry());
        } else if (operator instanceof Contains) {
            return feature -> other.within(feature.geometry());
        }
        throw new IllegalArgumentException("not a spatial operator of a filter: " + operator);
    }

    private static Geometry geometry(BinarySpatialOperator operator) {
        if (operator instanceof BBOX box) {
            return new GeometryFactory()
                    .toGeometry(new Envelope(
                            box.getBounds().getMinX(),
                            box.getBounds().getMaxX(),
                            box.getBounds().getMinY(),
                            box.getBounds().getMaxY()));
        }
        return (Geometry) ((Literal) operator.getExpression2()).getValue();
    }
}
