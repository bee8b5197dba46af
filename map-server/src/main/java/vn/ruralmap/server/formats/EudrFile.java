package vn.ruralmap.server.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import vn.ruralmap.layers.crs.Spheroid;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.encoding.GeoJsonGeometryWriter;
import vn.ruralmap.server.encoding.SpatialReference;

/**
 * Plots of land as the European Union's deforestation regulation wants them (Regulation (EU) 2023/1115 art. 2(28); property
 * names of the Commission's "EUDR GeoJSON File Description"): WGS84, longitude first, six decimals at least, closed rings.
 *
 * <p>A plot of more than 4 ha is always a polygon. A smaller one is a polygon too, or a point with its area, if points
 * are asked for. Area is the larger of the declared one and that on the ellipsoid, so that nobody gets below 4 ha by declaring less. Zones
 * whose code is suspended or revoked are left out: nothing may be exported from them.
 */
@Component
@Order(20)
final class EudrFile implements FileFormat {

    static final double POINT_MAX_HECTARES = 4;

    private static final double SQUARE_METRES_PER_HECTARE = 10_000;
    private static final String LAYER = "material_zones";
    private static final int MIN_DECIMALS = 6;
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public String name() {
        return "eudr.geojson";
    }

    @Override
    public List<String> aliases() {
        return List.of("eudr");
    }

    @Override
    public String mediaType() {
        return "application/geo+json";
    }

    @Override
    public LocalizedText title() {
        return new LocalizedText("GeoJSON cho EUDR (Liên minh châu Âu)", "GeoJSON for EUDR (European Union)");
    }

    @Override
    public boolean isFor(Layer layer) {
        return layer.name().equals(LAYER);
    }

    @Override
    public boolean isPublic() {
        return true;
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public SpatialReference reference(SpatialReference asked) {
        return SpatialReference.CRS84;
    }

    @Override
    public void write(FeatureTable given, OutputStream out) throws IOException {
        FeatureTable table = given.in(SpatialReference.CRS84);
        boolean points = table.places() == FeatureTable.Places.POINT;
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            GeoJsonGeometryWriter geometries =
                    new GeoJsonGeometryWriter(json, SpatialReference.CRS84.decimals(), MIN_DECIMALS);
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeArrayPropertyStart("features");
            for (Feature feature : table.features()) {
                if (isInUse(table.layer(), feature)) {
                    json.writeRaw('\n');
                    plot(json, geometries, table, feature, points);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static boolean isInUse(Layer layer, Feature feature) {
        String status = text(layer, feature, "status");
        return status == null || status.equals("active");
    }

    private static void plot(
            JsonGenerator json, GeoJsonGeometryWriter geometries, FeatureTable table, Feature feature, boolean points) {
        Layer layer = table.layer();
        Geometry shape = Objects.requireNonNull(feature.geometry());
        double hectares = Math.max(Spheroid.squareMetres(shape) / SQUARE_METRES_PER_HECTARE, declared(layer, feature));
        boolean isPoint = points && hectares <= POINT_MAX_HECTARES;
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeObjectPropertyStart("properties");
        String code = Objects.toString(text(layer, feature, "zone_code"), feature.id(layer));
        String holder = text(layer, feature, "holder");
        json.writeStringProperty("ProducerName", holder == null ? code : holder);
        json.writeStringProperty("ProducerCountry", "VN");
        json.writeStringProperty("ProductionPlace", place(table, feature, code));
        if (isPoint || shape.getDimension() == 0) {
            json.writeNumberProperty(
                    "Area",
                    BigDecimal.valueOf(hectares)
                            .setScale(4, RoundingMode.HALF_UP)
                            .stripTrailingZeros());
        }
        json.writeEndObject();
        json.writeName("geometry");
        geometries.write(isPoint ? shape.getInteriorPoint() : shape);
        json.writeEndObject();
    }

    /** Code, name and commune, as far as they are known. */
    private static String place(FeatureTable table, Feature feature, String code) {
        String commune = table.view()
                .findProperty("commune_name")
                .map(property -> table.view().value(feature, property))
                .map(Object::toString)
                .orElse(null);
        return String.join(
                ", ",
                Stream.of(code, text(table.layer(), feature, "name"), commune)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static double declared(Layer layer, Feature feature) {
        int index = layer.indexOf("declared_area_ha");
        return index >= 0 && feature.value(index) instanceof Double hectares ? hectares : 0;
    }

    /** An operator's catalogue may have the layer without the attribute. */
    private static @Nullable String text(Layer layer, Feature feature, String attribute) {
        return layer.indexOf(attribute) < 0
                        || !Audience.PUBLIC.sees(layer.findAttribute(attribute).orElseThrow())
                ? null
                : feature.text(layer, attribute);
    }
}
