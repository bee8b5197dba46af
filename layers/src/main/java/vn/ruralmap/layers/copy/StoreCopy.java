package vn.ruralmap.layers.copy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.store.CopyRefusedException;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreCursor;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreLoad;
import vn.ruralmap.layers.store.StoreTable;
import vn.ruralmap.layers.store.StoredLayer;
import vn.ruralmap.layers.store.StoredVersion;

/** Copies a store into an empty one and compares both before it becomes so. */
public final class StoreCopy {

    private final StoreContents source;
    private final StoreLoad target;

    private StoreCopy(StoreContents source, StoreLoad target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Copies and commits.
     *
     * @return what was copied, by table, found the same on both sides
     * @throws CopyRefusedException if the target is not empty, or the source has what the catalogue lacks or cannot be read
     * @throws StoreException if a store fails, or both sides differ; nothing is written
     */
    public static List<ContentDigest.TableSum> run(StoreContents source, StoreLoad target) {
        return new StoreCopy(source, target).run();
    }

    private List<ContentDigest.TableSum> run() {
        if (!target.isEmpty()) {
            throw new CopyRefusedException(
                    target.name() + " đã có dữ liệu; chỉ chép vào kho rỗng: hãy chỉ một tệp hoặc cơ sở dữ liệu mới",
                    target.name()
                            + " has data already; a copy goes into an empty store only: name a new file or database");
        }
        List<StoredLayer> layers =
                source.layers().stream().filter(this::isTaken).toList();
        for (StoreTable table : StoreTable.ALL) {
            copy(table);
        }
        for (StoredLayer stored : layers) {
            try (StoreCursor<StoredVersion> history = source.history(stored.layer())) {
                target.add(stored.layer(), stored.revision(), new Readable(stored.name(), history));
            }
        }
        target.finish();
        List<ContentDigest.TableSum> sums = ContentDigest.of(source, layers);
        demandSame(sums, ContentDigest.of(target.written(), layers));
        target.commit();
        return sums;
    }

    private void copy(StoreTable table) {
        try (StoreCursor<List<@Nullable Object>> rows = source.rows(table)) {
            for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
                target.add(table, row);
            }
        }
    }

    /** What the catalogue lacks cannot be written, and is never left out silently; layers without any history are nothing. */
    private boolean isTaken(StoredLayer stored) {
        String name = stored.name();
        if (!stored.isInCatalogue()) {
            try (StoreCursor<StoredVersion> history = source.history(stored.layer())) {
                if (history.next() == null) {
                    return false;
                }
            }
            throw new CopyRefusedException(
                    source.name() + " có lớp " + name
                            + " mà danh mục không có; hãy chỉ danh mục có lớp đó bằng --catalogue",
                    source.name() + " has the layer " + name
                            + ", which the catalogue lacks; name the catalogue that has it by --catalogue");
        }
        if (!stored.unknownColumns().isEmpty()) {
            String columns = String.join(", ", stored.unknownColumns());
            throw new CopyRefusedException(
                    source.name() + ": lớp " + name + " có cột " + columns
                            + " mà danh mục không có; hãy chỉ danh mục có thuộc tính đó bằng --catalogue",
                    source.name() + ": the layer " + name + " has the columns " + columns
                            + ", which the catalogue lacks; name the catalogue that has them by --catalogue");
        }
        return true;
    }

    private void demandSame(List<ContentDigest.TableSum> before, List<ContentDigest.TableSum> after) {
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                String table = before.get(i).table();
                throw new StoreException(
                        "bản sao của bảng " + table
                                + " không giống bản gốc, nên chưa ghi gì; hãy chạy './ruralmap check' ở kho "
                                + source.name(),
                        "the copy of the table " + table
                                + " is not the same as the original, so nothing was written; run './ruralmap check' of "
                                + source.name());
            }
        }
    }

    /** Ends a copy at a row that cannot be read. */
    private record Readable(String layer, StoreCursor<StoredVersion> rows) implements StoreCursor<StoredVersion> {
        @Override
        public @Nullable StoredVersion next() {
            StoredVersion row = rows.next();
            if (row != null && row.damage() != null) {
                String id = layer + "." + row.fid() + " v" + row.version();
                throw new CopyRefusedException(
                        id + " không đọc được: " + row.damage() + "; hãy chạy './ruralmap check'",
                        id + " cannot be read: " + row.damage() + "; run './ruralmap check'");
            }
            return row;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
