package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Issue;

/** A shapefile: shapes from the .shp, attributes from the row of the same number in the .dbf. */
final class ShapefileSource implements Source {
    private final ShpFile shp;
    private final long[] offsets;
    private final @Nullable DbfTable table;
    private final ReadOptions options;
    private final SourceInfo info;
    private final Set<Issue> issues;

    private ShapefileSource(
            ShpFile shp,
            long[] offsets,
            @Nullable DbfTable table,
            ReadOptions options,
            SourceInfo info,
            List<Issue> issues) {
        this.shp = shp;
        this.offsets = offsets;
        this.table = table;
        this.options = options;
        this.info = info;
        this.issues = new LinkedHashSet<>(issues);
    }

    static ShapefileSource open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException {
        List<Issue> issues = new ArrayList<>();
        ShpFile shp = ShpFile.open(parts.main(), parts.name() + ".shp");
        DbfTable table = null;
        boolean opened = false;
        try {
            table = DbfTable.open(parts, options, issues);
            long rows = table == null ? -1 : table.rows();
            long[] offsets = ShpRecords.locate(shp, parts.find("shx"), parts.name() + ".shp", rows, options, issues);
            if (table != null && rows != offsets.length) {
                issues.add(ValueIssues.rowsDiffer(offsets.length, rows));
            }
            SourceInfo info = new SourceInfo(
                    parts.name(),
                    SourceFormat.SHAPEFILE,
                    table == null ? List.of() : table.fields(),
                    PrjFile.read(parts.find("prj"), parts.name() + ".prj", issues),
                    table == null ? null : table.encoding(),
                    offsets.length);
            opened = true;
            return new ShapefileSource(shp, offsets, table, options, info, issues);
        } finally {
            if (!opened) {
                shp.close();
                if (table != null) {
                    table.close();
                }
            }
        }
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public List<Issue> issues() {
        return List.copyOf(issues);
    }

    @Override
    public <X extends Exception> void forEach(RecordConsumer<X> consumer) throws IOException, X {
        long deleted = 0;
        for (int i = 0; i < offsets.length; i++) {
            if (isDeleted(i)) {
                deleted++;
            } else {
                consumer.accept(read(i));
            }
        }
        if (deleted > 0) {
            issues.add(ValueIssues.rowsDeleted(deleted));
        }
    }

    @Override
    public <X extends Exception> void forEachNth(long step, RecordConsumer<X> consumer) throws IOException, X {
        for (long i = 0; i < offsets.length; i += step) {
            if (!isDeleted((int) i)) {
                consumer.accept(read((int) i));
            }
        }
    }

    @Override
    public boolean canSkip() {
        return true;
    }

    private boolean isDeleted(int index) throws IOException {
        return table != null && table.isDeleted(index);
    }

    private SourceRecord read(int index) throws IOException {
        long row = index + 1L;
        List<Issue> found = new ArrayList<>();
        @Nullable Object[] values = table == null ? new Object[0] : table.values(index, found);
        return new SourceRecord(row, Arrays.asList(values), geometry(offsets[index], row, found), found);
    }

    private @Nullable Geometry geometry(long offset, long row, List<Issue> found) throws IOException {
        ByteBuffer content = ShpRecords.content(shp, offset, options.limits());
        if (content == null) {
            found.add(ReadIssues.recordMissing(row, offset));
            return null;
        }
        if (content.remaining() >= 4
                && ShapeKind.hasZOrM(content.order(ByteOrder.LITTLE_ENDIAN).getInt(0))) {
            issues.add(ReadIssues.dimensionsDropped());
        }
        try {
            int limit = options.limits().pointsPerGeometry();
            Geometry geometry = ShapeDecoder.decode(content, shp.type(), row, found, limit);
            if (ShpRecords.isCut(shp, offset)) {
                found.add(ReadIssues.cutButWhole(row));
            }
            return geometry;
        } catch (DamagedGeometryException e) {
            found.add(e.issue());
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (table != null) {
                table.close();
            }
        } finally {
            shp.close();
        }
    }
}
