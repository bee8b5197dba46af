package vn.ruralmap.server.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.layers.style.StyleReader;

/** A layer of a few features in memory. */
public final class TestLayer implements DrawnLayer {

    private final MapStyle style;
    private final List<TestFeature> features = new ArrayList<>();
    private final STRtree index = new STRtree();
    private int queries;

    /** A feature of a test. */
    public record TestFeature(long fid, Geometry geometry, Map<String, Object> properties) implements DrawnFeature {
        @Override
        public @Nullable Object property(String name) {
            return properties.get(name);
        }
    }

    public TestLayer(MapStyle style) {
        this.style = style;
    }

    /** A layer with a style of the symbolizers or rules given. */
    static TestLayer styled(String rules) {
        String body = rules.contains("<Rule>") ? rules : "<Rule>" + rules + "</Rule>";
        String sld = "<FeatureTypeStyle>" + body + "</FeatureTypeStyle>";
        return new TestLayer(
                StyleReader.read("test.sld", sld.getBytes(java.nio.charset.StandardCharsets.UTF_8), name -> true));
    }

    TestLayer with(String wkt, Object... namesAndValues) {
        Map<String, Object> properties = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return with(geometry(wkt), properties);
    }

    public TestLayer with(Geometry geometry, Map<String, Object> properties) {
        TestFeature feature = new TestFeature(features.size() + 1L, geometry, properties);
        features.add(feature);
        index.insert(geometry.getEnvelopeInternal(), feature);
        return this;
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(wkt, wrong);
        }
    }

    @Override
    public String name() {
        return style.name();
    }

    @Override
    public MapStyle style() {
        return style;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<TestFeature> query(Envelope lonLat, double degreesPerPixel) {
        queries++;
        return index.query(lonLat);
    }

    int queries() {
        return queries;
    }
}
