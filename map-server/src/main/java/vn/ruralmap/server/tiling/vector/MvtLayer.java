package vn.ruralmap.server.tiling.vector;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.ruralmap.layers.model.GeometryKind;

/** One layer of a tile (MVT 2.1 §4.1, §4.4): features, and the tables of attribute names and values that they point into. */
final class MvtLayer {

    /** Units of a tile's side. */
    static final int EXTENT = 4096;

    private static final int VERSION = 2;

    private final String name;
    private final ProtoBuffer features = new ProtoBuffer();
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private int[] tags = new int[64];
    private int tagCount;
    private boolean hasFeatures;

    MvtLayer(String name) {
        this.name = name;
    }

    /** Gives the feature that is written next an attribute. @param value String, Long, Double or Boolean */
    void attribute(String key, Object value) {
        if (tagCount + 2 > tags.length) {
            tags = Arrays.copyOf(tags, tags.length * 2);
        }
        tags[tagCount++] = keys.computeIfAbsent(key, absent -> keys.size());
        tags[tagCount++] = values.computeIfAbsent(value, absent -> values.size());
    }

    void feature(long id, GeometryKind kind, Commands geometry) {
        ProtoBuffer feature = new ProtoBuffer();
        feature.number(1, id);
        feature.packed(2, tags, tagCount);
        feature.number(
                3,
                switch (kind) {
                    case POINT -> 1;
                    case LINE -> 2;
                    case POLYGON -> 3;
                });
        feature.packed(4, geometry.values(), geometry.count());
        features.message(2, feature);
        tagCount = 0;
        hasFeatures = true;
    }

    /** Nothing if there are no features, which the specification demands (§4.1: at least one). */
    void writeTo(ProtoBuffer tile) {
        if (!hasFeatures) {
            return;
        }
        ProtoBuffer layer = new ProtoBuffer();
        layer.number(15, VERSION);
        layer.text(1, name);
        layer.raw(features);
        keys.keySet().forEach(key -> layer.text(3, key));
        values.keySet().forEach(value -> layer.message(4, encode(value)));
        layer.number(5, EXTENT);
        tile.message(3, layer);
    }

    private static ProtoBuffer encode(Object value) {
        ProtoBuffer encoded = new ProtoBuffer();
        if (value instanceof Double number) {
            encoded.decimal(3, number);
        } else if (value instanceof Long number) {
            if (number >= 0) {
                encoded.number(4, number);
            } else {
                encoded.zigZag(6, number);
            }
        } else if (value instanceof Boolean flag) {
            encoded.number(7, flag ? 1 : 0);
        } else {
            encoded.text(1, value.toString());
        }
        return encoded;
    }
}
