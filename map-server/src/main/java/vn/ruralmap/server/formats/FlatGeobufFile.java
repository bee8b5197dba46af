package vn.ruralmap.server.formats;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;
import vn.ruralmap.layers.crs.WellKnownText;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.encoding.SpatialReference;

/**
 * FlatGeobuf 3. Without the spatial index, which would have to stand before features that are not known yet; the format
 * allows it, and readers build their own.
 */
@Component
@Order(6)
final class FlatGeobufFile implements FileFormat {

    @Override
    public String name() {
        return "fgb";
    }

    @Override
    public List<String> aliases() {
        return List.of("application/vnd.flatgeobuf", "application/flatgeobuf", "flatgeobuf");
    }

    @Override
    public String mediaType() {
        return "application/vnd.flatgeobuf";
    }

    @Override
    public LocalizedText title() {
        return new LocalizedText("FlatGeobuf", "FlatGeobuf");
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public void write(FeatureTable table, OutputStream out) throws IOException {
        byte type = type(ShapeType.of(table));
        out.write(Constants.MAGIC_BYTES);
        out.write(header(table, type));
        PropertyBuffer properties = new PropertyBuffer();
        FlatBufferBuilder builder = new FlatBufferBuilder(16 * 1024);
        for (Feature feature : table.features()) {
            builder.clear();
            Geometry geometry = table.geometry(feature);
            int shape = geometry == null ? 0 : GeometryConversions.serialize(builder, geometry, type);
            properties.clear();
            for (int i = 0; i < table.columns().size(); i++) {
                properties.put(i, table.value(feature, table.columns().get(i)));
            }
            int values = org.wololo.flatgeobuf.generated.Feature.createPropertiesVector(builder, properties.bytes());
            org.wololo.flatgeobuf.generated.Feature.finishSizePrefixedFeatureBuffer(
                    builder, org.wololo.flatgeobuf.generated.Feature.createFeature(builder, shape, values, 0));
            ByteBuffer bytes = builder.dataBuffer();
            out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        }
    }

    private static byte[] header(FeatureTable table, byte type) {
        FlatBufferBuilder builder = new FlatBufferBuilder(4 * 1024);
        int[] columns = new int[table.columns().size()];
        for (int i = 0; i < columns.length; i++) {
            Column column = table.columns().get(i);
            int name = builder.createString(column.name());
            int title = builder.createString(column.title().in(table.language()));
            org.wololo.flatgeobuf.generated.Column.startColumn(builder);
            org.wololo.flatgeobuf.generated.Column.addName(builder, name);
            org.wololo.flatgeobuf.generated.Column.addType(builder, type(column.type()));
            org.wololo.flatgeobuf.generated.Column.addTitle(builder, title);
            columns[i] = org.wololo.flatgeobuf.generated.Column.endColumn(builder);
        }
        int columnVector = Header.createColumnsVector(builder, columns);
        int name = builder.createString(table.name());
        int title = builder.createString(table.layer().title().in(table.language()));
        int description = builder.createString(table.description());
        int crs = crs(builder, table.reference());
        Envelope box = table.bounds();
        int envelope = box.isNull()
                ? 0
                : Header.createEnvelopeVector(
                        builder, new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()});
        Header.startHeader(builder);
        Header.addName(builder, name);
        if (envelope != 0) {
            Header.addEnvelope(builder, envelope);
        }
        Header.addGeometryType(builder, type);
        Header.addColumns(builder, columnVector);
        Header.addFeaturesCount(builder, table.size());
        Header.addIndexNodeSize(builder, 0);
        Header.addCrs(builder, crs);
        Header.addTitle(builder, title);
        Header.addDescription(builder, description);
        Header.finishSizePrefixedHeaderBuffer(builder, Header.endHeader(builder));
        return builder.sizedByteArray();
    }

    private static int crs(FlatBufferBuilder builder, SpatialReference reference) {
        int organisation = builder.createString("EPSG");
        int name = builder.createString(reference.system().name());
        int wkt = builder.createString(WellKnownText.ogc(reference.system()));
        return Crs.createCrs(builder, organisation, EpsgCode.of(reference.system()), name, 0, wkt, 0);
    }

    private static byte type(ShapeType type) {
        return switch (type) {
            case POINT -> GeometryType.Point;
            case MULTIPOINT -> GeometryType.MultiPoint;
            case MULTILINESTRING -> GeometryType.MultiLineString;
            case MULTIPOLYGON -> GeometryType.MultiPolygon;
            case MIXED -> GeometryType.Unknown;
        };
    }

    private static byte type(AttributeType type) {
        return (byte)
                switch (type) {
                    case TEXT, CODE -> ColumnType.String;
                    case INTEGER, REFERENCE -> ColumnType.Long;
                    case DECIMAL -> ColumnType.Double;
                    case BOOLEAN -> ColumnType.Bool;
                    case DATE -> ColumnType.DateTime;
                };
    }
}
