package vn.ruralmap.layers.store.geopackage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.jdbc.AsStored;
import vn.ruralmap.layers.store.jdbc.Dialect;
import vn.ruralmap.layers.store.jdbc.FeatureTable;

/** SQLite keeps times as text, and GeoPackage geometry behind a header of its own. */
enum GeoPackageDialect implements Dialect {
    INSTANCE;

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

    static FeatureTable table(Layer layer) {
        return new FeatureTable(layer, INSTANCE);
    }

    @Override
    public String geometry(String column) {
        return column;
    }

    @Override
    public Geometry decode(byte[] bytes) {
        return new GeometryBlob().decode(bytes);
    }

    @Override
    public Geometry decodeAsStored(byte[] bytes) {
        return new GeometryBlob(AsStored.FACTORY).decode(bytes);
    }

    @Override
    public String member(String column, String member) {
        return "json_extract(" + column + ", '$." + member + "')";
    }

    /** Full seconds may have been written without milliseconds, and as a text {@code 12Z} comes after {@code 12.345Z}. */
    @Override
    public String comparableTime(String column) {
        return "strftime('%Y-%m-%dT%H:%M:%fZ', " + column + ")";
    }

    @Override
    public void bindTime(PreparedStatement statement, int parameter, Instant time) throws SQLException {
        statement.setString(parameter, MILLISECONDS.format(time.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public Instant time(ResultSet rows, int column) throws SQLException {
        return Instant.parse(rows.getString(column));
    }
}
