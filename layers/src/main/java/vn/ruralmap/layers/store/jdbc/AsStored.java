package vn.ruralmap.layers.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/** Reads geometry coordinate for coordinate, on the grid or not, so that a check can tell. */
public record AsStored(Dialect dialect) implements Dialect {

    /** Makes geometry of any coordinates, SRID 4326. */
    public static final GeometryFactory FACTORY =
            new GeometryFactory(new PrecisionModel(), 4326, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    @Override
    public String geometry(String column) {
        return dialect.geometry(column);
    }

    @Override
    public Geometry decode(byte[] bytes) {
        return dialect.decodeAsStored(bytes);
    }

    @Override
    public Geometry decodeAsStored(byte[] bytes) {
        return dialect.decodeAsStored(bytes);
    }

    @Override
    public String member(String column, String member) {
        return dialect.member(column, member);
    }

    @Override
    public String comparableTime(String column) {
        return dialect.comparableTime(column);
    }

    @Override
    public void bindTime(PreparedStatement statement, int parameter, Instant time) throws SQLException {
        dialect.bindTime(statement, parameter, time);
    }

    @Override
    public Instant time(ResultSet rows, int column) throws SQLException {
        return dialect.time(rows, column);
    }
}
