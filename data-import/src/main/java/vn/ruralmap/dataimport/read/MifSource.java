package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Issue;

/** A .mif with the .mid beside it: the first object belongs to the first row, and so on. */
final class MifSource {

    private MifSource() {}

    static Source open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException {
        String file = String.valueOf(parts.main().getFileName());
        Limits limits = options.limits();
        List<Issue> issues = new ArrayList<>();
        MifHeader header;
        // Names of columns may have any bytes; the encoding of the .mid decides for them too.
        TextFile objects = TextFile.of(parts.main(), options, null, new ArrayList<>());
        try (MifTokens tokens = new MifTokens(objects.open(), file)) {
            header = MifHeader.read(tokens, limits);
        }
        DeclaredCrs crs = header.crs();
        if (crs == null && !header.coordSys().isEmpty()) {
            issues.add(ReadIssues.crsNotUnderstood("CoordSys " + String.join(" ", header.coordSys())));
        }
        Path mid = parts.find("mid");
        if (mid == null) {
            issues.add(TableIssues.midMissing());
        }
        TextFile table = mid == null ? null : TextFile.of(mid, options, declared(header), issues);
        ValueText text = table == null ? objects.values() : table.values();
        List<SourceField> fields = mid == null
                ? List.of()
                : header.columns().stream()
                        .map(column -> new SourceField(text.name(column.name()), column.type(), column.width()))
                        .toList();
        SourceInfo info =
                new SourceInfo(parts.name(), SourceFormat.MIF, fields, crs, table == null ? null : text.encoding(), -1);
        return new StreamedSource(info, issues, fileIssues -> {
            DelimitedRows rows = table == null
                    ? null
                    : DelimitedRows.of(table.open(), header.delimiter(), parts.name() + ".mid", limits);
            boolean opened = false;
            try {
                MifObjects all = MifObjects.after(new MifTokens(objects.open(), file), limits);
                opened = true;
                return new Records(all, rows, new MidValues(fields, text), limits, fileIssues);
            } finally {
                if (!opened && rows != null) {
                    rows.close();
                }
            }
        });
    }

    private static ValueText.@Nullable Declared declared(MifHeader header) {
        return MapInfoCharset.find(header.charset())
                .map(charset -> new ValueText.Declared(
                        charset, "Charset “" + header.charset() + "” trong .mif", "Charset of the .mif"))
                .orElse(null);
    }

    private static final class Records implements StreamedSource.Cursor {
        private final MifObjects objects;
        private final @Nullable DelimitedRows rows;
        private final MidValues values;
        private final Limits limits;
        private final Consumer<Issue> fileIssues;
        private long row;
        private boolean rowsEnded;

        Records(
                MifObjects objects,
                @Nullable DelimitedRows rows,
                MidValues values,
                Limits limits,
                Consumer<Issue> fileIssues) {
            this.objects = objects;
            this.rows = rows;
            this.values = values;
            this.limits = limits;
            this.fileIssues = fileIssues;
            this.rowsEnded = rows == null;
        }

        @Override
        public @Nullable SourceRecord next() throws UnreadableSourceException, IOException {
            List<String> cells = rowsEnded || rows == null ? null : rows.next();
            boolean hasObject = objects.hasNext();
            if (cells != null && !hasObject && cells.stream().allMatch(String::isBlank)) {
                // What is left is an empty line at the end.
                return null;
            }
            if (rows != null && !rowsEnded && hasObject != (cells != null)) {
                fileIssues.accept(TableIssues.midDiffers(row + 1));
            }
            rowsEnded |= cells == null;
            if (!hasObject && cells == null) {
                return null;
            }
            Refusals.requireAtMost(limits.records(), ++row);
            List<Issue> found = new ArrayList<>();
            List<@Nullable Object> read = values.row(row, cells == null ? List.of() : cells, found);
            return new SourceRecord(row, read, hasObject ? geometry(found) : null, found);
        }

        private @Nullable Geometry geometry(List<Issue> found) throws UnreadableSourceException, IOException {
            try {
                return objects.next(new GeometryParts(row, found));
            } catch (DamagedGeometryException e) {
                found.add(e.issue());
                return null;
            }
        }

        @Override
        public void close() throws IOException {
            try {
                if (rows != null) {
                    rows.close();
                }
            } finally {
                objects.close();
            }
        }
    }
}
