package vn.ruralmap.server.formats;

import java.io.OutputStream;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.server.encoding.GeoJsonGeometryWriter;
import vn.ruralmap.server.encoding.JsonValues;
import vn.ruralmap.server.encoding.SpatialReference;

/**
 * The features of a table as GeoJSON (RFC 7946). The numbers are x, y in every system, since readers of GeoJSON know no order of axes.
 */
public final class GeoJsonFeatures {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;
    private final FeatureTable table;
    private final GeoJsonGeometryWriter geometries;

    public GeoJsonFeatures(JsonGenerator json, FeatureTable table) {
        this.json = json;
        this.table = table;
        this.geometries = new GeoJsonGeometryWriter(json, table.reference().decimals());
    }

    /** @param out is left open when the generator is closed */
    public static JsonGenerator open(OutputStream out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    /** Another system than WGS84 is named by the member {@code crs} of the older GeoJSON of 2008. */
    public void crs() {
        if (table.reference().isWgs84()) {
            return;
        }
        json.writeObjectPropertyStart("crs");
        json.writeStringProperty("type", "name");
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty(
                "name", SpatialReference.authority(table.reference().system()).name());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The members of a feature, within the object that the caller begins and ends. */
    public void members(Feature feature) {
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", feature.id(table.layer()));
        json.writeObjectPropertyStart("properties");
        for (Column column : table.columns()) {
            json.writeName(column.name());
            JsonValues.write(json, table.value(feature, column));
        }
        json.writeEndObject();
        json.writeName("geometry");
        Geometry geometry = table.geometry(feature);
        if (geometry == null) {
            json.writeNull();
        } else {
            geometries.write(geometry);
        }
    }
}
