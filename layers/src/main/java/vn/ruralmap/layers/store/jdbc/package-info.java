/**
 * What stores in a relational database have in common: the same tables read by the same SQL, whatever wrote them.
 *
 * <p>{@link vn.ruralmap.layers.store.jdbc.JdbcStore} does everything that reads; an adapter brings connections, a
 * {@link vn.ruralmap.layers.store.jdbc.Dialect} and the writing. Only adapters may see this package, and it knows none of
 * them. Table, column and layer names come from the catalogue only; every value is bound.
 */
@NullMarked
package vn.ruralmap.layers.store.jdbc;

import org.jspecify.annotations.NullMarked;
