package vn.ruralmap.layers.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.InvalidChangeException;

/** Rules over many rows, checked in the transaction after the rows were written: unique within a date, references. */
public final class TableRules {

    private final Connection connection;
    private final Catalogue catalogue;

    public TableRules(Connection connection, Catalogue catalogue) {
        this.connection = connection;
        this.catalogue = catalogue;
    }

    /** @throws InvalidChangeException naming the first pair that breaks a rule */
    public void check(long changeset, Set<String> touched) throws SQLException {
        for (Layer layer : catalogue.layers()) {
            for (Attribute attribute : layer.attributes()) {
                if (attribute.isUnique() && touched.contains(layer.name())) {
                    checkUnique(changeset, layer, attribute);
                }
                if (attribute.type() == AttributeType.REFERENCE) {
                    checkReferences(changeset, layer, attribute);
                }
            }
        }
    }

    private void checkUnique(long changeset, Layer layer, Attribute attribute) throws SQLException {
        String sql = ("SELECT a.fid, b.fid, a.\"%2$s\" FROM \"%1$s_history\" h JOIN \"%1$s\" a ON a.fid = h.fid"
                        + " JOIN \"%1$s\" b ON b.\"%2$s\" = a.\"%2$s\" AND b.fid <> a.fid"
                        + " AND a.valid_from < coalesce(b.valid_to, '9999-12-31')"
                        + " AND b.valid_from < coalesce(a.valid_to, '9999-12-31')"
                        + " WHERE h.changeset = ? LIMIT 1")
                .formatted(layer.name(), attribute.name());
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, changeset);
            try (ResultSet rows = query.executeQuery()) {
                if (rows.next()) {
                    String pair = layer.name() + "." + rows.getLong(1) + ", " + layer.name() + "." + rows.getLong(2);
                    String value = rows.getString(3);
                    throw new InvalidChangeException(new LocalizedText(
                            attribute.title().vi() + " '" + value + "' bị trùng trong cùng thời gian hiệu lực: " + pair,
                            "the " + attribute.name() + " '" + value + "' is used twice at the same date: " + pair));
                }
            }
        }
    }

    /** What the changeset wrote must point to something, and nothing may point to what it deleted. */
    private void checkReferences(long changeset, Layer layer, Attribute attribute) throws SQLException {
        String exists =
                " AND a.\"%2$s\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"%3$s\" b WHERE b.fid = a.\"%2$s\") LIMIT 1";
        demandNone(
                changeset,
                layer,
                attribute,
                "SELECT a.fid, a.\"%2$s\" FROM \"%1$s_history\" h JOIN \"%1$s\" a ON a.fid = h.fid"
                        + " WHERE h.changeset = ?" + exists);
        demandNone(
                changeset,
                layer,
                attribute,
                "SELECT a.fid, a.\"%2$s\" FROM \"%3$s_history\" h JOIN \"%1$s\" a ON a.\"%2$s\" = h.fid"
                        + " WHERE h.changeset = ? AND h.deleted" + exists);
    }

    private void demandNone(long changeset, Layer layer, Attribute attribute, String dangling) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                dangling.formatted(layer.name(), attribute.name(), attribute.references()))) {
            query.setLong(1, changeset);
            try (ResultSet rows = query.executeQuery()) {
                if (rows.next()) {
                    String from = layer.name() + "." + rows.getLong(1);
                    String to = attribute.references() + "." + rows.getLong(2);
                    throw new InvalidChangeException(new LocalizedText(
                            from + " tham chiếu đến " + to + " không tồn tại; hãy hoàn tác lần nhập lớp " + layer.name()
                                    + " trước",
                            from + " refers to " + to + ", which would not exist; roll back the changeset of the layer "
                                    + layer.name() + " first"));
                }
            }
        }
    }
}
