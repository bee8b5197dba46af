package vn.ruralmap.layers.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.locationtech.jts.geom.Geometry;

/** In what databases differ when they are read. Safe for use by many threads. */
public interface Dialect {

    /** The expression that selects a geometry as bytes. @param column with the prefix of its table, if any */
    String geometry(String column);

    /** @param bytes as {@link #geometry} selects them. @return with SRID 4326 */
    Geometry decode(byte[] bytes);

    /** The same coordinate for coordinate, where {@link #decode} puts them on the grid. */
    Geometry decodeAsStored(byte[] bytes);

    /** The expression that selects a text within a column of JSON. @param member its name, of letters and underscores */
    String member(String column, String member);

    /** The expression that selects a point in time such that it compares with others, and with a parameter set by {@link #bindTime}. */
    default String comparableTime(String column) {
        return column;
    }

    /** Sets a parameter to a point in time. */
    void bindTime(PreparedStatement statement, int parameter, Instant time) throws SQLException;

    /** A point in time. */
    Instant time(ResultSet rows, int column) throws SQLException;
}
