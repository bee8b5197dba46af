package vn.ruralmap.layers.copy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreCursor;
import vn.ruralmap.layers.store.StoreTable;
import vn.ruralmap.layers.store.StoredLayer;
import vn.ruralmap.layers.store.StoredVersion;

/**
 * Counts and checksums of what a store holds, the same for the same content in any database.
 *
 * <p>A checksum is SHA-256 over all rows in the order of their keys (fid, then version; the first column of other tables), each
 * value in the form of {@link CanonicalRows}. Rows of a history are: fid, version, changeset, deleted, and unless deleted the
 * feature; rows of a layer: fid, version, the feature; a feature is valid_from, valid_to, decision, the attributes in the order
 * of the catalogue, and the geometry as little-endian WKB. The revision of a layer counts as one more row of its history.
 */
public final class ContentDigest {

    private ContentDigest() {}

    /**
     * Of one table.
     *
     * @param table its name
     * @param rows how many it has
     * @param sha256 in hexadecimal
     */
    public record TableSum(String table, long rows, String sha256) {}

    /** Of all tables. @param layers which to read, and with which attributes */
    public static List<TableSum> of(StoreContents contents, List<StoredLayer> layers) {
        List<TableSum> sums = new ArrayList<>();
        for (StoreTable table : StoreTable.ALL) {
            sums.add(plain(contents, table));
        }
        for (StoredLayer stored : layers) {
            long revision = contents.layers().stream()
                    .filter(other -> other.name().equals(stored.name()))
                    .mapToLong(StoredLayer::revision)
                    .findFirst()
                    .orElse(-1);
            try (StoreCursor<StoredVersion> rows = contents.features(stored.layer())) {
                sums.add(versions(stored.layer(), stored.name(), rows, false, 0));
            }
            try (StoreCursor<StoredVersion> rows = contents.history(stored.layer())) {
                sums.add(versions(stored.layer(), stored.name() + "_history", rows, true, revision));
            }
        }
        return sums;
    }

    private static TableSum plain(StoreContents contents, StoreTable table) {
        CanonicalRows canonical = new CanonicalRows();
        long count = 0;
        try (StoreCursor<List<@Nullable Object>> rows = contents.rows(table)) {
            for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
                row.forEach(canonical::add);
                count++;
            }
        }
        return sum(table.name(), count, canonical);
    }

    private static TableSum versions(
            Layer layer, String table, StoreCursor<StoredVersion> rows, boolean isHistory, long revision) {
        CanonicalRows canonical = new CanonicalRows();
        long count = 0;
        for (StoredVersion row = rows.next(); row != null; row = rows.next()) {
            count++;
            canonical.add(row.fid());
            canonical.add((long) row.version());
            if (isHistory) {
                canonical.add(row.changeset());
                canonical.add(row.deleted());
            }
            Feature feature = row.feature();
            if (feature != null) {
                canonical.add(feature.validity().from());
                canonical.add(feature.validity().to());
                canonical.add(feature.decision());
                feature.values().forEach(canonical::add);
                if (!layer.isDerived()) {
                    canonical.add(feature.geometry());
                }
            }
        }
        canonical.add(revision);
        return sum(table, count, canonical);
    }

    private static TableSum sum(String table, long rows, CanonicalRows canonical) {
        return new TableSum(table, rows, HexFormat.of().formatHex(canonical.digest()));
    }
}
