package vn.ruralmap.server.tiling.vector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;

/** Reads a vector tile by the letter of the specification (MVT 2.1), sharing nothing with what writes it. */
public final class DecodedTile {

    private final Map<String, Layer> layers = new LinkedHashMap<>();

    /** @param type 1 points, 2 lines, 3 polygons. @param paths points, lines or rings in units; rings closed */
    public record Feature(long id, int type, Map<String, Object> attributes, List<List<Coordinate>> paths) {}

    /** One layer of the tile. */
    public record Layer(String name, int version, int extent, List<Feature> features) {}

    private record Field(int number, long value, ByteBuffer bytes) {}

    public static DecodedTile ofGzipped(byte[] bytes) {
        try {
            return bytes.length == 0
                    ? of(bytes)
                    : of(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DecodedTile of(byte[] bytes) {
        DecodedTile tile = new DecodedTile();
        for (Field field : fields(ByteBuffer.wrap(bytes))) {
            if (field.number() == 3) {
                Layer layer = layer(field.bytes());
                if (tile.layers.put(layer.name(), layer) != null) {
                    throw new AssertionError("two layers are called " + layer.name());
                }
            }
        }
        return tile;
    }

    public Map<String, Layer> layers() {
        return layers;
    }

    public List<Feature> features(String layer) {
        return layers.containsKey(layer) ? layers.get(layer).features() : List.of();
    }

    private static List<Field> fields(ByteBuffer buffer) {
        buffer.order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        while (buffer.hasRemaining()) {
            long key = varint(buffer);
            int number = (int) (key >>> 3);
            switch ((int) (key & 7)) {
                case 0 -> fields.add(new Field(number, varint(buffer), buffer));
                case 1 -> fields.add(new Field(number, buffer.getLong(), buffer));
                case 2 -> {
                    int length = (int) varint(buffer);
                    fields.add(new Field(number, 0, buffer.slice(buffer.position(), length)));
                    buffer.position(buffer.position() + length);
                }
                default -> throw new AssertionError("wire type of " + key);
            }
        }
        return fields;
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            byte next = buffer.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new AssertionError("a varint without end");
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private static Layer layer(ByteBuffer bytes) {
        String name = "";
        int version = 1;
        int extent = 4096;
        List<String> keys = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        List<ByteBuffer> features = new ArrayList<>();
        for (Field field : fields(bytes)) {
            switch (field.number()) {
                case 1 -> name = text(field.bytes());
                case 2 -> features.add(field.bytes());
                case 3 -> keys.add(text(field.bytes()));
                case 4 -> values.add(value(field.bytes()));
                case 5 -> extent = (int) field.value();
                case 15 -> version = (int) field.value();
                default -> throw new AssertionError("field " + field.number() + " of a layer");
            }
        }
        return new Layer(
                name,
                version,
                extent,
                features.stream().map(each -> feature(each, keys, values)).toList());
    }

    private static Object value(ByteBuffer bytes) {
        Field field = fields(bytes).get(0);
        return switch (field.number()) {
            case 1 -> text(field.bytes());
            case 3 -> Double.longBitsToDouble(field.value());
            case 4, 5 -> field.value();
            case 6 -> field.value() >>> 1 ^ -(field.value() & 1);
            case 7 -> field.value() != 0;
            default -> throw new AssertionError("field " + field.number() + " of a value");
        };
    }

    private static Feature feature(ByteBuffer bytes, List<String> keys, List<Object> values) {
        long id = 0;
        int type = 0;
        Map<String, Object> attributes = new LinkedHashMap<>();
        List<List<Coordinate>> paths = List.of();
        for (Field field : fields(bytes)) {
            switch (field.number()) {
                case 1 -> id = field.value();
                case 2 -> {
                    ByteBuffer tags = field.bytes();
                    while (tags.hasRemaining()) {
                        attributes.put(keys.get((int) varint(tags)), values.get((int) varint(tags)));
                    }
                }
                case 3 -> type = (int) field.value();
                case 4 -> paths = paths(field.bytes());
                default -> throw new AssertionError("field " + field.number() + " of a feature");
            }
        }
        return new Feature(id, type, attributes, paths);
    }

    private static List<List<Coordinate>> paths(ByteBuffer commands) {
        List<List<Coordinate>> paths = new ArrayList<>();
        int x = 0;
        int y = 0;
        while (commands.hasRemaining()) {
            long command = varint(commands);
            int count = (int) (command >>> 3);
            switch ((int) (command & 7)) {
                case 1, 2 -> {
                    for (int i = 0; i < count; i++) {
                        x += zigZag(commands);
                        y += zigZag(commands);
                        if ((command & 7) == 1) {
                            paths.add(new ArrayList<>());
                        }
                        paths.get(paths.size() - 1).add(new Coordinate(x, y));
                    }
                }
                case 7 -> {
                    List<Coordinate> ring = paths.get(paths.size() - 1);
                    ring.add(ring.get(0).copy());
                }
                default -> throw new AssertionError("command " + command);
            }
        }
        return paths;
    }

    private static int zigZag(ByteBuffer buffer) {
        long value = varint(buffer);
        return (int) (value >>> 1 ^ -(value & 1));
    }
}
