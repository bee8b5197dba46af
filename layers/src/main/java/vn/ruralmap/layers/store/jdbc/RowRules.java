package vn.ruralmap.layers.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.store.StoreIssue;
import vn.ruralmap.layers.store.StoreIssueCode;
import vn.ruralmap.layers.store.StoredLayer;

/** The rules of {@link TableRules} over all that is stored, not over one changeset. */
final class RowRules {

    private final Connection connection;
    private final List<StoredLayer> layers;

    RowRules(Connection connection, List<StoredLayer> layers) {
        this.connection = connection;
        this.layers = layers;
    }

    void inspect(Consumer<StoreIssue> found) throws SQLException {
        for (StoredLayer stored : layers) {
            for (Attribute attribute : stored.layer().attributes()) {
                if (attribute.isUnique()) {
                    inspectUnique(stored.name(), attribute, found);
                }
                if (attribute.type() == AttributeType.REFERENCE && isStored(attribute.references())) {
                    inspectReferences(stored.name(), attribute, found);
                }
            }
        }
    }

    private boolean isStored(@Nullable String layer) {
        return layers.stream().anyMatch(stored -> stored.name().equals(layer));
    }

    private void inspectUnique(String layer, Attribute attribute, Consumer<StoreIssue> found) throws SQLException {
        String sql = ("SELECT a.fid, b.fid, a.\"%2$s\" FROM \"%1$s\" a JOIN \"%1$s\" b ON b.\"%2$s\" = a.\"%2$s\""
                        + " AND b.fid > a.fid AND a.valid_from < coalesce(b.valid_to, '9999-12-31')"
                        + " AND b.valid_from < coalesce(a.valid_to, '9999-12-31') ORDER BY a.fid, b.fid")
                .formatted(layer, attribute.name());
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                long fid = rows.getLong(1);
                String value = Audience.PUBLIC.sees(attribute) ? " '" + rows.getString(3) + "'" : "";
                found.accept(StoreIssue.of(
                        StoreIssueCode.VALUE_NOT_UNIQUE,
                        layer,
                        fid,
                        attribute.name() + value + " cũng là của " + layer + "." + rows.getLong(2)
                                + " trong cùng thời gian",
                        attribute.name() + value + " is also that of " + layer + "." + rows.getLong(2)
                                + " at the same date"));
            }
        }
    }

    private void inspectReferences(String layer, Attribute attribute, Consumer<StoreIssue> found) throws SQLException {
        String sql = ("SELECT a.fid, a.\"%2$s\" FROM \"%1$s\" a WHERE a.\"%2$s\" IS NOT NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM \"%3$s\" b WHERE b.fid = a.\"%2$s\") ORDER BY a.fid")
                .formatted(layer, attribute.name(), attribute.references());
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String target = attribute.references() + "." + rows.getLong(2);
                found.accept(StoreIssue.of(
                        StoreIssueCode.REFERENCE_DANGLING,
                        layer,
                        rows.getLong(1),
                        attribute.name() + " chỉ đến " + target + ", không có",
                        attribute.name() + " refers to " + target + ", which does not exist"));
            }
        }
    }
}
