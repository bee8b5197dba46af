package vn.ruralmap.layers.store;

import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Changeset;

/**
 * A changeset as it is stored, right or wrong.
 *
 * @param id its number
 * @param changeset null if it is damaged
 * @param damage why it cannot be read; null: it can
 */
public record StoredChangeset(
        long id, @Nullable Changeset changeset, @Nullable String damage) {}
