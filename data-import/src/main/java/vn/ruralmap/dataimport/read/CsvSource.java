package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.dataimport.read.SourceField.Type;
import vn.ruralmap.layers.model.Issue;

/**
 * A table as text. All its values are text, so that codes keep their leading zeros; its geometry is well-known text or
 * a pair of numbers, or there is none.
 */
final class CsvSource {

    private CsvSource() {}

    static Source open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException {
        List<Issue> issues = new ArrayList<>();
        String name = String.valueOf(parts.main().getFileName());
        TextFile file = TextFile.of(parts.main(), options);
        CsvTable table = new CsvTable(file, name, CsvDialect.of(file, name, options.limits()), options.limits());
        Bytes bytes = Bytes.of(table, options.limits());
        ColumnTexts texts = file.decide(bytes.bytes, null, options, issues);
        List<String> columns = texts.names();
        if (table.dialect().titleRows() > 0) {
            issues.add(TableIssues.titleSkipped(table.dialect().titleRows(), columns));
        }
        CsvGeometry named = CsvGeometry.of(columns);
        Decoded decoded = new Decoded(file, texts, named.wkt());
        Scan scan = Scan.of(table, named, decoded);
        CsvGeometry geometry = named.swappedIf(scan.northingFirst.isLikely());
        if (geometry.swapped()) {
            issues.add(TableIssues.northingFirst(columns.get(named.first()), columns.get(named.second())));
        }
        int[] fields = IntStream.range(0, columns.size())
                .filter(i -> !geometry.uses(i))
                .toArray();
        DeclaredCrs crs = PrjFile.read(parts.find("prj"), parts.name() + ".prj", issues);
        SourceInfo info = new SourceInfo(
                parts.name(),
                SourceFormat.CSV,
                IntStream.of(fields)
                        .mapToObj(i -> new SourceField(columns.get(i), Type.TEXT, 0))
                        .toList(),
                crs != null || scan.srids.size() != 1
                        ? crs
                        : DeclaredCrs.ofCode("EPSG:" + scan.srids.iterator().next()),
                file.shown(texts.encoding()),
                bytes.rows);
        return new StreamedSource(
                info, issues, fileIssues -> new Records(table.open(), decoded, geometry, fields, options.limits()));
    }

    /** The bytes of all cells but those of well-known text, which are long and plain. */
    private static final class Bytes {
        private final ColumnBytes bytes;
        private long rows;

        private Bytes(ColumnBytes bytes) {
            this.bytes = bytes;
        }

        static Bytes of(CsvTable table, Limits limits) throws UnreadableSourceException, IOException {
            List<String> header = table.dialect().header();
            int wkt = CsvGeometry.of(header).wkt();
            Bytes all = new Bytes(
                    new ColumnBytes(header.stream().map(table.file()::bytes).toList(), CsvDialect::names));
            try (CsvTable.Rows rows = table.open()) {
                for (CsvTable.Row row = rows.next(); row != null; row = rows.next()) {
                    Refusals.requireAtMost(limits.records(), ++all.rows);
                    for (int i = 0; i < row.cells().size(); i++) {
                        if (i != wkt) {
                            all.bytes.add(i, table.file().bytes(row.cells().get(i)), row.number());
                        }
                    }
                }
            }
            return all;
        }
    }

    /** @param wkt index of a column of well-known text, or -1 */
    private record Decoded(TextFile file, ColumnTexts texts, int wkt) {

        @Nullable
        String cell(CsvTable.Row row, int column, List<Issue> found) {
            String kept = row.cells().get(column);
            if (column == wkt) {
                return kept.isBlank() ? null : kept;
            }
            return texts.value(column, file.bytes(kept), 0, row.number(), found);
        }
    }

    /** What only the whole table tells. */
    private static final class Scan {
        private final NorthingFirst northingFirst = new NorthingFirst();
        private final Set<String> srids = new HashSet<>();

        static Scan of(CsvTable table, CsvGeometry geometry, Decoded decoded)
                throws UnreadableSourceException, IOException {
            Scan scan = new Scan();
            if (geometry.isNone()) {
                return scan;
            }
            try (CsvTable.Rows rows = table.open()) {
                for (CsvTable.Row row = rows.next(); row != null; row = rows.next()) {
                    scan.add(row, geometry, decoded);
                }
            }
            return scan;
        }

        private void add(CsvTable.Row row, CsvGeometry geometry, Decoded decoded) {
            if (geometry.isXY()) {
                String x = decoded.cell(row, geometry.first(), new ArrayList<>());
                String y = decoded.cell(row, geometry.second(), new ArrayList<>());
                if (x != null && y != null) {
                    northingFirst.add(CoordinateText.parse(x), CoordinateText.parse(y));
                }
            } else {
                String srid = WktGeometry.srid(row.cells().get(geometry.wkt()));
                if (srid != null && srids.size() < 2) {
                    srids.add(srid);
                }
            }
        }
    }

    private record Records(CsvTable.Rows rows, Decoded decoded, CsvGeometry columns, int[] fields, Limits limits)
            implements StreamedSource.Cursor {

        @Override
        public @Nullable SourceRecord next() throws UnreadableSourceException, IOException {
            CsvTable.Row row = rows.next();
            if (row == null) {
                return null;
            }
            List<Issue> found = new ArrayList<>();
            if (row.surplus() > 0) {
                found.add(TableIssues.rowTooLong(row.number(), row.surplus()));
            }
            List<@Nullable Object> values = new ArrayList<>(fields.length);
            for (int field : fields) {
                values.add(decoded.cell(row, field, found));
            }
            return new SourceRecord(row.number(), values, geometry(row, found), found);
        }

        private @Nullable Geometry geometry(CsvTable.Row row, List<Issue> found) {
            try {
                return columns.read(
                        column -> decoded.cell(row, column, found), new GeometryParts(row.number(), found), limits);
            } catch (DamagedGeometryException e) {
                found.add(e.issue());
                return null;
            }
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
