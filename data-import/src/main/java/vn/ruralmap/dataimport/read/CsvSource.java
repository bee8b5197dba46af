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
        TextFile file = TextFile.of(parts.main(), options, null, issues);
        CsvTable table = new CsvTable(file, name, CsvDialect.of(file, name, options.limits()), options.limits());
        List<String> columns = table.dialect().names();
        if (table.dialect().titleRows() > 0) {
            issues.add(TableIssues.titleSkipped(table.dialect().titleRows(), columns));
        }
        CsvGeometry named = CsvGeometry.of(columns);
        Scan scan = Scan.of(table, named, options.limits());
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
                file.values().encoding(),
                scan.rows);
        return new StreamedSource(
                info, issues, fileIssues -> new Records(table.open(), geometry, fields, options.limits()));
    }

    /** What only the whole table tells. */
    private static final class Scan {
        private final NorthingFirst northingFirst = new NorthingFirst();
        private final Set<String> srids = new HashSet<>();
        private long rows;

        static Scan of(CsvTable table, CsvGeometry geometry, Limits limits)
                throws UnreadableSourceException, IOException {
            Scan scan = new Scan();
            try (CsvTable.Rows rows = table.open()) {
                for (CsvTable.Row row = rows.next(); row != null; row = rows.next()) {
                    Refusals.requireAtMost(limits.records(), ++scan.rows);
                    scan.add(row.cells(), geometry);
                }
            }
            return scan;
        }

        private void add(List<@Nullable String> cells, CsvGeometry geometry) {
            if (geometry.isXY()) {
                String x = cells.get(geometry.first());
                String y = cells.get(geometry.second());
                if (x != null && y != null) {
                    northingFirst.add(CoordinateText.parse(x), CoordinateText.parse(y));
                }
            } else if (geometry.wkt() >= 0) {
                String text = cells.get(geometry.wkt());
                String srid = text == null ? null : WktGeometry.srid(text);
                if (srid != null && srids.size() < 2) {
                    srids.add(srid);
                }
            }
        }
    }

    private record Records(CsvTable.Rows rows, CsvGeometry columns, int[] fields, Limits limits)
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
                values.add(row.cells().get(field));
            }
            return new SourceRecord(row.number(), values, geometry(row, found), found);
        }

        private @Nullable Geometry geometry(CsvTable.Row row, List<Issue> found) {
            try {
                return columns.read(row.cells(), new GeometryParts(row.number(), found), limits);
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
