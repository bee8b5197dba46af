package vn.ruralmap.server.encoding;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/** Writes GeoJSON geometries. Positions go into the generator as ready text: it has no numbers with fixed decimals. */
public final class GeoJsonGeometryWriter {

    private static final int RESERVE_CHARS = 160;

    private final JsonGenerator json;
    private final int decimals;
    private final char[] buffer = new char[8 * 1024];

    public GeoJsonGeometryWriter(JsonGenerator json, int decimals) {
        this.json = json;
        this.decimals = decimals;
    }

    public void write(Geometry geometry) {
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        json.writeName("coordinates");
        if (geometry instanceof Point || geometry instanceof LineString || geometry instanceof Polygon) {
            coordinates(geometry);
        } else {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                coordinates(geometry.getGeometryN(i));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void coordinates(Geometry geometry) {
        if (geometry instanceof Point point) {
            json.writeRawValue(buffer, 0, position(point.getCoordinateSequence(), 0, 0));
        } else if (geometry instanceof LineString line) {
            positions(line.getCoordinateSequence(), false);
        } else if (geometry instanceof Polygon polygon) {
            json.writeStartArray();
            ring(polygon.getExteriorRing().getCoordinateSequence(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring(polygon.getInteriorRingN(i).getCoordinateSequence(), false);
            }
            json.writeEndArray();
        } else {
            throw new IllegalArgumentException("no simple feature: " + geometry.getGeometryType());
        }
    }

    private void ring(CoordinateSequence ring, boolean shell) {
        positions(ring, Rings.isReversed(ring, shell));
    }

    private void positions(CoordinateSequence points, boolean reversed) {
        json.writeStartArray();
        int size = points.size();
        int length = 0;
        for (int i = 0; i < size; i++) {
            if (length + RESERVE_CHARS > buffer.length) {
                json.writeRaw(buffer, 0, length);
                length = 0;
            }
            if (i > 0) {
                buffer[length++] = ',';
            }
            length = position(points, reversed ? size - 1 - i : i, length);
        }
        json.writeRaw(buffer, 0, length);
        json.writeEndArray();
    }

    /** @return the index after the last character */
    private int position(CoordinateSequence points, int i, int at) {
        int end = at;
        buffer[end++] = '[';
        end = Decimals.write(points.getX(i), decimals, buffer, end);
        buffer[end++] = ',';
        end = Decimals.write(points.getY(i), decimals, buffer, end);
        buffer[end++] = ']';
        return end;
    }
}
