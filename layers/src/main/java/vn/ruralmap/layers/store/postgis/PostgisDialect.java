package vn.ruralmap.layers.store.postgis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Wkb;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.jdbc.AsStored;
import vn.ruralmap.layers.store.jdbc.Dialect;

/** How values look in PostgreSQL. */
enum PostgisDialect implements Dialect {
    INSTANCE;

    @Override
    public String geometry(String column) {
        return "ST_AsBinary(" + column + ")";
    }

    @Override
    public Geometry decode(byte[] bytes) {
        return decode(bytes, CoordinateGrid.FACTORY);
    }

    @Override
    public Geometry decodeAsStored(byte[] bytes) {
        return decode(bytes, AsStored.FACTORY);
    }

    private static Geometry decode(byte[] bytes, GeometryFactory factory) {
        try {
            return Wkb.read(bytes, 0, bytes.length, factory);
        } catch (ParseException e) {
            throw new StoreException(
                    "một hình học trong kho dữ liệu không đọc được: " + e.getMessage(),
                    "a geometry in the store cannot be read: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public String member(String column, String member) {
        return "(" + column + " ->> '" + member + "')";
    }

    @Override
    public void bindTime(PreparedStatement statement, int parameter, Instant time) throws SQLException {
        statement.setObject(parameter, time.atOffset(ZoneOffset.UTC));
    }

    @Override
    public Instant time(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    static String sqlType(AttributeType type) {
        return switch (type) {
            case TEXT, CODE -> "text";
            case INTEGER, REFERENCE -> "bigint";
            case DECIMAL -> "double precision";
            case DATE -> "date";
            case BOOLEAN -> "boolean";
        };
    }

    /** A text as a constant of SQL: from the catalogue, where it cannot be bound. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
