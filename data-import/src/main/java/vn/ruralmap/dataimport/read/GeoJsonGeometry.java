package vn.ruralmap.dataimport.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A geometry object read to its end as loose positions, then built: its {@code type} may stand after its coordinates.
 */
final class GeoJsonGeometry {
    /** The deepest coordinates there are: polygons, rings, positions. */
    private static final int NESTING = 3;

    private final int pointLimit;
    private int points;
    private boolean hasZ;
    private boolean malformed;

    GeoJsonGeometry(int pointLimit) {
        this.pointLimit = pointLimit;
    }

    /** What was read of one geometry object. */
    record Raw(String type, @Nullable Object coordinates, List<Raw> members) {}

    boolean hasZ() {
        return hasZ;
    }

    /** @param parser at the start of the object; afterwards at its end */
    Raw read(JsonParser parser) {
        String type = "";
        Object coordinates = null;
        List<Raw> members = new ArrayList<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("type") && value.isScalarValue()) {
                type = parser.getString();
            } else if (name.equals("coordinates") && value == JsonToken.START_ARRAY) {
                coordinates = readArray(parser, 0);
            } else if (name.equals("geometries") && value == JsonToken.START_ARRAY) {
                readMembers(parser, members);
            } else {
                parser.skipChildren();
            }
        }
        return new Raw(type, coordinates, members);
    }

    private void readMembers(JsonParser parser, List<Raw> members) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT && points++ < pointLimit) {
                members.add(read(parser));
            } else {
                malformed = true;
                parser.skipChildren();
            }
        }
    }

    private Object readArray(JsonParser parser, int depth) {
        JsonToken token = parser.nextToken();
        if (token.isNumeric()) {
            return readPosition(parser);
        }
        // Empty arrays cost memory too.
        points++;
        List<Object> items = new ArrayList<>();
        for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY && depth < NESTING && points < pointLimit) {
                items.add(readArray(parser, depth + 1));
            } else {
                malformed = true;
                parser.skipChildren();
            }
        }
        return items;
    }

    private Coordinate readPosition(JsonParser parser) {
        double x = parser.getDoubleValue();
        double y = Double.NaN;
        int count = 1;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            count++;
            if (count == 2 && token.isNumeric()) {
                y = parser.getDoubleValue();
            } else if (count > 2) {
                hasZ = true;
                parser.skipChildren();
            } else {
                parser.skipChildren();
            }
        }
        points++;
        return new Coordinate(x, y);
    }

    @Nullable
    Geometry build(Raw raw, GeometryParts parts) throws DamagedGeometryException {
        if (malformed) {
            throw damaged(
                    parts,
                    "coordinates không phải là các mảng số lồng đúng cấp (hoặc có hơn " + pointLimit + " điểm).",
                    "Coordinates are no well nested arrays of numbers (or more than " + pointLimit + " points).");
        }
        return switch (raw.type) {
            case "Point" -> raw.coordinates instanceof Coordinate c ? point(c, parts) : none(raw.coordinates, parts);
            case "MultiPoint" -> {
                List<Point> list = new ArrayList<>();
                for (Coordinate coordinate : positions(raw.coordinates, parts)) {
                    list.add(GeometryParts.FACTORY.createPoint(coordinate));
                }
                yield GeometryParts.ofPoints(list);
            }
            case "LineString" -> parts.line(positions(raw.coordinates, parts));
            case "MultiLineString" -> {
                List<LineString> lines = new ArrayList<>();
                for (Object item : items(raw.coordinates, parts)) {
                    LineString line = parts.line(positions(item, parts));
                    if (line != null) {
                        lines.add(line);
                    }
                }
                yield GeometryParts.ofLines(lines);
            }
            case "Polygon" -> polygon(raw.coordinates, parts);
            case "MultiPolygon" -> {
                List<Polygon> polygons = new ArrayList<>();
                for (Object item : items(raw.coordinates, parts)) {
                    Polygon polygon = polygon(item, parts);
                    if (polygon != null) {
                        polygons.add(polygon);
                    }
                }
                yield GeometryParts.ofPolygons(polygons);
            }
            case "GeometryCollection" -> {
                List<Geometry> built = new ArrayList<>();
                for (Raw member : raw.members) {
                    Geometry geometry = build(member, parts);
                    if (geometry != null) {
                        built.add(geometry);
                    }
                }
                yield parts.collect(built);
            }
            default ->
                throw damaged(
                        parts,
                        "Không có kiểu hình học “" + raw.type + "”.",
                        "There is no geometry type “" + raw.type + "”.");
        };
    }

    private static Point point(Coordinate c, GeometryParts parts) throws DamagedGeometryException {
        return GeometryParts.FACTORY.createPoint(parts.coordinate(c.x, c.y));
    }

    private static @Nullable Geometry none(@Nullable Object coordinates, GeometryParts parts)
            throws DamagedGeometryException {
        if (!items(coordinates, parts).isEmpty()) {
            throw wrongLevel(parts);
        }
        return null;
    }

    private static @Nullable Polygon polygon(@Nullable Object rings, GeometryParts parts)
            throws DamagedGeometryException {
        List<Coordinate[]> list = new ArrayList<>();
        for (Object ring : items(rings, parts)) {
            list.add(positions(ring, parts));
        }
        return list.isEmpty() ? null : parts.polygon(list);
    }

    private static Coordinate[] positions(@Nullable Object list, GeometryParts parts) throws DamagedGeometryException {
        List<?> items = items(list, parts);
        Coordinate[] positions = new Coordinate[items.size()];
        for (int i = 0; i < positions.length; i++) {
            if (!(items.get(i) instanceof Coordinate c)) {
                throw wrongLevel(parts);
            }
            positions[i] = parts.coordinate(c.x, c.y);
        }
        return positions;
    }

    private static List<?> items(@Nullable Object value, GeometryParts parts) throws DamagedGeometryException {
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrongLevel(parts);
    }

    private static DamagedGeometryException wrongLevel(GeometryParts parts) {
        return damaged(
                parts,
                "coordinates lồng sai cấp so với type.",
                "Coordinates are not nested as deep as their type says.");
    }

    private static DamagedGeometryException damaged(GeometryParts parts, String vi, String en) {
        return new DamagedGeometryException(ReadIssues.damaged(parts.row(), vi, en));
    }
}
