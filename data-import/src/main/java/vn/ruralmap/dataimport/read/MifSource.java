package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.dataimport.encoding.Declared;
import vn.ruralmap.layers.model.Issue;

/** A .mif with the .mid beside it: the first object belongs to the first row, and so on. */
final class MifSource {

    private MifSource() {}

    static Source open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException {
        String file = String.valueOf(parts.main().getFileName());
        Limits limits = options.limits();
        List<Issue> issues = new ArrayList<>();
        MifHeader header;
        TextFile objects = TextFile.of(parts.main(), options);
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
        MidValues values = mid == null ? null : values(objects, header, TextFile.of(mid, options), options, issues);
        SourceInfo info = new SourceInfo(
                parts.name(),
                SourceFormat.MIF,
                values == null ? List.of() : values.fields(),
                crs,
                values == null ? null : values.file().shown(values.texts().encoding()),
                -1);
        return new StreamedSource(info, issues, fileIssues -> {
            DelimitedRows rows = values == null ? null : rows(values.file(), header, limits);
            boolean opened = false;
            try {
                MifObjects all = MifObjects.after(new MifTokens(objects.open(), file), limits);
                opened = true;
                return new Records(all, rows, values, limits, fileIssues);
            } finally {
                if (!opened && rows != null) {
                    rows.close();
                }
            }
        });
    }

    /** Decides how the .mid and the names of its columns are read, which stand in the .mif. */
    private static MidValues values(
            TextFile objects, MifHeader header, TextFile table, ReadOptions options, List<Issue> issues)
            throws UnreadableSourceException, IOException {
        List<SourceField> columns = header.columns();
        ColumnBytes bytes = new ColumnBytes(
                columns.stream().map(column -> objects.bytes(column.name())).toList(), CsvDialect::names);
        try (DelimitedRows rows = rows(table, header, options.limits())) {
            long row = 0;
            for (List<String> cells = rows.next(); cells != null; cells = rows.next()) {
                Refusals.requireAtMost(options.limits().records(), ++row);
                for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
                    bytes.add(i, table.bytes(cells.get(i)), row);
                }
            }
        }
        Declared declared = MapInfoCharset.declared(header.charset(), ".mif").orElse(null);
        ColumnTexts texts = table.decide(bytes, declared, options, issues);
        List<SourceField> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            SourceField column = columns.get(i);
            fields.add(new SourceField(texts.names().get(i), column.type(), column.width()));
        }
        return new MidValues(List.copyOf(fields), table, texts);
    }

    private static DelimitedRows rows(TextFile table, MifHeader header, Limits limits) throws IOException {
        return DelimitedRows.of(
                table.open(), header.delimiter(), String.valueOf(table.path().getFileName()), limits);
    }

    private static final class Records implements StreamedSource.Cursor {
        private final MifObjects objects;
        private final @Nullable DelimitedRows rows;
        private final @Nullable MidValues values;
        private final Limits limits;
        private final Consumer<Issue> fileIssues;
        private long row;
        private boolean rowsEnded;

        Records(
                MifObjects objects,
                @Nullable DelimitedRows rows,
                @Nullable MidValues values,
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
            List<@Nullable Object> read =
                    values == null ? List.of() : values.row(row, cells == null ? List.of() : cells, found);
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
