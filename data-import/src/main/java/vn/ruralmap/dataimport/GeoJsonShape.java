package vn.ruralmap.dataimport;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/** Writes a stored geometry as GeoJSON; its rings are turned as RFC 7946 wants them already. */
final class GeoJsonShape {

    private final JsonGenerator json;

    GeoJsonShape(JsonGenerator json) {
        this.json = json;
    }

    void write(Geometry geometry) {
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        json.writeName("coordinates");
        coordinates(geometry);
        json.writeEndObject();
    }

    private void coordinates(Geometry geometry) {
        if (geometry instanceof Point point) {
            position(point.getCoordinate());
            return;
        }
        json.writeStartArray();
        if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                coordinates(geometry.getGeometryN(i));
            }
        } else if (geometry instanceof Polygon polygon) {
            coordinates(polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                coordinates(polygon.getInteriorRingN(i));
            }
        } else {
            for (Coordinate at : geometry.getCoordinates()) {
                position(at);
            }
        }
        json.writeEndArray();
    }

    private void position(Coordinate at) {
        json.writeStartArray();
        json.writeNumber(at.x);
        json.writeNumber(at.y);
        json.writeEndArray();
    }
}
