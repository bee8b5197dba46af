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
    private final int minDecimals;
    private final boolean northingFirst;
    private final char[] buffer = new char[32 * 1024];

    /** x before y, as RFC 7946 has it. */
    public GeoJsonGeometryWriter(JsonGenerator json, int decimals) {
        this(json, decimals, 0, false);
    }

    /** @param minDecimals of each number, with zeros at the end if need be */
    public GeoJsonGeometryWriter(JsonGenerator json, int decimals, int minDecimals) {
        this(json, decimals, minDecimals, false);
    }

    /** @param northingFirst true: y before x, for services that follow the axis order of the authority (OGC 18-058r1) */
    public GeoJsonGeometryWriter(JsonGenerator json, int decimals, boolean northingFirst) {
        this(json, decimals, 0, northingFirst);
    }

    private GeoJsonGeometryWriter(JsonGenerator json, int decimals, int minDecimals, boolean northingFirst) {
        this.json = json;
        this.decimals = decimals;
        this.minDecimals = minDecimals;
        this.northingFirst = northingFirst;
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
            json.writeRawValue(new AsciiText(buffer, position(point.getCoordinateSequence(), 0, 0)));
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
                json.writeRaw(new AsciiText(buffer, length));
                length = 0;
            }
            if (i > 0) {
                buffer[length++] = ',';
            }
            length = position(points, reversed ? size - 1 - i : i, length);
        }
        json.writeRaw(new AsciiText(buffer, length));
        json.writeEndArray();
    }

    /** @return the index after the last character */
    private int position(CoordinateSequence points, int i, int at) {
        int end = at;
        buffer[end++] = '[';
        end = number(northingFirst ? points.getY(i) : points.getX(i), end);
        buffer[end++] = ',';
        end = number(northingFirst ? points.getX(i) : points.getY(i), end);
        buffer[end++] = ']';
        return end;
    }

    private int number(double value, int at) {
        int end = Decimals.write(value, decimals, buffer, at);
        if (minDecimals == 0) {
            return end;
        }
        int point = at;
        while (point < end && buffer[point] != '.') {
            point++;
        }
        if (point == end) {
            buffer[end++] = '.';
        }
        while (end <= point + minDecimals) {
            buffer[end++] = '0';
        }
        return end;
    }
}
