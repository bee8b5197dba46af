package vn.ruralmap.layers.snapshot;

import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Feature;

/**
 * A feature with the geometry to draw at some resolution.
 *
 * @param feature with its full geometry
 * @param geometry WGS84 degrees, generalised; never changed in place
 */
public record GeneralisedFeature(Feature feature, Geometry geometry) {}
