package vn.ruralmap.layers.store.geopackage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import vn.ruralmap.layers.model.Feature;

/** Writes one row to a layer's table and the same to its history. */
record RowWriter(
        long changeset,
        FeatureTable table,
        PreparedStatement insert,
        PreparedStatement update,
        PreparedStatement delete,
        PreparedStatement history) {

    void insert(Feature feature) throws SQLException {
        table.bind(insert, 1, feature);
        insert.execute();
        remember(feature);
    }

    void update(Feature feature) throws SQLException {
        int next = table.bind(update, 1, feature);
        update.setLong(next, feature.fid());
        update.execute();
        remember(feature);
    }

    /** @param version of the deletion, one more than the last version of the feature */
    void delete(long fid, int version) throws SQLException {
        delete.setLong(1, fid);
        delete.execute();
        history.setLong(1, changeset);
        history.setBoolean(2, true);
        history.setLong(3, fid);
        history.setInt(4, version);
        history.setString(5, "0001-01-01");
        for (int i = 6; i < 3 + table.columns().size(); i++) {
            history.setNull(i, Types.NULL);
        }
        history.execute();
    }

    private void remember(Feature feature) throws SQLException {
        history.setLong(1, changeset);
        history.setBoolean(2, false);
        table.bind(history, 3, feature);
        history.execute();
    }
}
