package vn.ruralmap.layers.store;

import java.util.List;

/**
 * A table of a store beside those of the layers. Whatever is listed in {@link #ALL} goes along when a store is copied, and is
 * held against the original: a new table of the model needs its line here and nothing else.
 *
 * @param name in every database
 * @param columns the first identifies a row and gives the order
 */
public record StoreTable(String name, List<Column> columns) {

    /** Who changed what, when and why. {@code login}: the database user that wrote it; null where a store has none. */
    public static final StoreTable CHANGESETS = new StoreTable(
            "ruralmap_changesets",
            List.of(
                    new Column("id", Type.INTEGER),
                    new Column("author", Type.TEXT),
                    new Column("time", Type.TIME),
                    new Column("source", Type.TEXT),
                    new Column("message", Type.TEXT),
                    new Column("state", Type.TEXT),
                    new Column("provenance", Type.JSON),
                    new Column("inserted", Type.INTEGER),
                    new Column("updated", Type.INTEGER),
                    new Column("deleted", Type.INTEGER),
                    new Column("reverts", Type.INTEGER),
                    new Column("login", Type.TEXT)));

    /** Of {@link Documents}. */
    public static final StoreTable DOCUMENTS = new StoreTable(
            "ruralmap_documents",
            List.of(
                    new Column("id", Type.TEXT),
                    new Column("kind", Type.TEXT),
                    new Column("key", Type.TEXT),
                    new Column("version", Type.INTEGER),
                    new Column("modified", Type.TIME),
                    new Column("body", Type.TEXT)));

    /** Of {@link AuditLog}. */
    public static final StoreTable AUDIT = new StoreTable(
            "ruralmap_audit",
            List.of(
                    new Column("number", Type.INTEGER),
                    new Column("time", Type.TIME),
                    new Column("actor", Type.TEXT),
                    new Column("action", Type.TEXT),
                    new Column("subject", Type.TEXT),
                    new Column("refused", Type.INTEGER),
                    new Column("address", Type.TEXT),
                    new Column("details", Type.TEXT)));

    /** In the order in which they are filled. */
    public static final List<StoreTable> ALL = List.of(CHANGESETS, DOCUMENTS, AUDIT);

    public StoreTable {
        columns = List.copyOf(columns);
    }

    /** A column and what its values are. */
    public record Column(String name, Type type) {}

    /** What values are, whatever a database makes of them. */
    public enum Type {
        /** {@link Long}. */
        INTEGER,
        /** {@link String}. */
        TEXT,
        /** {@link java.time.Instant}. */
        TIME,
        /** {@link String}: JSON with the keys in order. */
        JSON
    }

    /** The names of the columns between commas. */
    public String columnList() {
        return String.join(", ", columns.stream().map(Column::name).toList());
    }
}
