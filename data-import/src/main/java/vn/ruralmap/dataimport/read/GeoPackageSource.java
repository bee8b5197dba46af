package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import vn.ruralmap.layers.model.Issue;

/**
 * One table of a GeoPackage, which is opened so that nothing in it runs and nothing beside it is written.
 *
 * <p>Pages of a hostile file can refer to each other so that a small table has more rows than anybody can count. So
 * rows are only counted as far as they are accepted, and counted again as they are read.
 */
final class GeoPackageSource implements Source {
    /** To find the table and count its rows. */
    private static final Duration OPENING = Duration.ofMinutes(2);

    private final Connection connection;
    private final GeoPackageTable table;
    private final ReadOptions options;
    private final SourceInfo info;
    private final Set<Issue> issues;

    private GeoPackageSource(
            Connection connection, GeoPackageTable table, ReadOptions options, SourceInfo info, List<Issue> issues) {
        this.connection = connection;
        this.table = table;
        this.options = options;
        this.info = info;
        this.issues = new LinkedHashSet<>(issues);
    }

    static GeoPackageSource open(Path file, String name, ReadOptions options)
            throws UnreadableSourceException, IOException {
        List<Issue> issues = new ArrayList<>();
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (Files.exists(log) && Files.size(log) > 0) {
            issues.add(ReadIssues.unfinishedChanges(String.valueOf(log.getFileName())));
        }
        Connection connection = null;
        StatementLimit limit = null;
        boolean opened = false;
        try {
            connection = connect(file, options.limits());
            limit = StatementLimit.on(connection, OPENING, options.watch());
            GeoPackageTable table = GeoPackageTable.choose(connection, name, options, issues);
            long records = count(connection, table, options.limits());
            SourceInfo info =
                    new SourceInfo(table.name(), SourceFormat.GEOPACKAGE, table.fields(), table.crs(), null, records);
            StatementLimit.lift(connection);
            opened = true;
            return new GeoPackageSource(connection, table, options, info, issues);
        } catch (SQLException e) {
            if (limit != null) {
                limit.requireNotEnded(name, e);
            }
            throw broken(name, e);
        } finally {
            if (!opened && connection != null) {
                close(connection);
            }
        }
    }

    private static Connection connect(Path file, Limits limits) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        // Immutable: no lock, no -wal and no -shm are made beside the file.
        String url = "jdbc:sqlite:"
                + file.toAbsolutePath().toUri().toASCIIString().replace("file:///", "file:/") + "?immutable=1";
        Connection connection = config.createConnection(url);
        SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
        int longest = Math.max(limits.textChars(), 64 + 40 * limits.pointsPerGeometry());
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, longest);
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_EXPR_DEPTH, 100);
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA cell_size_check = ON");
            statement.execute("PRAGMA mmap_size = 0");
        }
        return connection;
    }

    private static long count(Connection connection, GeoPackageTable table, Limits limits)
            throws SQLException, UnreadableSourceException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(table.count(limits.records() + 1L))) {
            long records = rows.next() ? rows.getLong(1) : 0;
            Refusals.requireAtMost(limits.records(), records);
            return records;
        }
    }

    private static UnreadableSourceException broken(String name, SQLException e) {
        return new UnreadableSourceException(
                "GPKG_BROKEN",
                name + " không đọc được như GeoPackage (SQLite: " + e.getMessage() + "). Sao chép hoặc xuất lại tệp.",
                name + " cannot be read as a GeoPackage (SQLite: " + e.getMessage() + "). Copy or export it again.",
                e);
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
    public <X extends Exception> void forEach(RecordConsumer<X> consumer)
            throws UnreadableSourceException, IOException, X {
        try (Cursor cursor = new Cursor()) {
            for (SourceRecord next = cursor.next(); next != null; next = cursor.next()) {
                consumer.accept(next);
            }
        }
    }

    /** Keeps the exceptions of the database apart from those of the consumer, which may be of the same class. */
    private final class Cursor implements AutoCloseable {
        private final Statement statement;
        private final ResultSet rows;
        private long row;

        Cursor() throws UnreadableSourceException {
            try {
                statement = connection.createStatement();
                rows = statement.executeQuery(table.select());
            } catch (SQLException e) {
                throw broken(info.name(), e);
            }
        }

        @Nullable
        SourceRecord next() throws UnreadableSourceException {
            try {
                options.watch().update(row, info.declaredRecords());
                if (!rows.next()) {
                    return null;
                }
                Refusals.requireAtMost(options.limits().records(), ++row);
                return record(rows, row);
            } catch (SQLException e) {
                throw broken(info.name(), e);
            }
        }

        @Override
        public void close() throws UnreadableSourceException {
            try {
                // Closes its rows too.
                statement.close();
            } catch (SQLException e) {
                throw broken(info.name(), e);
            }
        }
    }

    private SourceRecord record(ResultSet rows, long row) throws SQLException, UnreadableSourceException {
        List<Issue> found = new ArrayList<>();
        @Nullable Object[] values = new Object[table.fields().size()];
        long chars = 0;
        for (int i = 0; i < values.length; i++) {
            Object stored = rows.getObject(i + 2);
            if (stored instanceof String text
                    && text.length() > options.limits().textChars()) {
                throw tooLong(table.fields().get(i).name(), row);
            }
            if (stored instanceof String text) {
                chars += text.length();
                Refusals.requireRecord(options.limits(), row, chars);
            }
            values[i] = value(stored, table.fields().get(i), row, found);
        }
        return new SourceRecord(row, Arrays.asList(values), geometry(rows.getObject(1), row, found), found);
    }

    private UnreadableSourceException tooLong(String field, long row) {
        int limit = options.limits().textChars();
        return new UnreadableSourceException(
                "GPKG_TOO_LARGE",
                info.name() + ": giá trị của “" + field + "” ở dòng " + row + " dài hơn " + limit
                        + " ký tự. Bỏ bớt rồi xuất lại.",
                info.name() + ": the value of “" + field + "” in row " + row + " is longer than " + limit
                        + " characters. Leave it out and export again.");
    }

    private @Nullable Geometry geometry(@Nullable Object stored, long row, List<Issue> found) {
        if (stored == null) {
            return null;
        }
        try {
            if (!(stored instanceof byte[] bytes)) {
                throw new DamagedGeometryException(ReadIssues.damaged(
                        row, "Cột hình học chứa chữ hoặc số.", "The geometry column holds text or a number."));
            }
            WkbGeometry wkb = new WkbGeometry(bytes, new GeometryParts(row, found), options.limits());
            Geometry geometry = wkb.read();
            if (wkb.hasZOrM()) {
                issues.add(ReadIssues.dimensionsDropped());
            }
            if (geometry == null) {
                found.add(ReadIssues.emptied(row));
            }
            return geometry;
        } catch (DamagedGeometryException e) {
            found.add(e.issue());
            return null;
        }
    }

    /** SQLite stores any type in any column, so what comes need not be what the column says. */
    private static @Nullable Object value(@Nullable Object stored, SourceField field, long row, List<Issue> found) {
        if (stored == null || stored instanceof byte[]) {
            return null;
        }
        if (stored instanceof Number number) {
            return switch (field.type()) {
                case INTEGER -> number instanceof Double d && d != Math.rint(d) ? (Object) d : number.longValue();
                case DECIMAL -> number.doubleValue();
                case BOOLEAN -> number.longValue() != 0;
                case TEXT, DATE -> number.toString();
            };
        }
        String text = stored.toString();
        return switch (field.type()) {
            case TEXT -> text;
            case DATE -> {
                try {
                    yield LocalDate.parse(text);
                } catch (DateTimeParseException e) {
                    found.add(ValueIssues.notA("DATE", "ngày", "date", row, field.name(), text));
                    yield text;
                }
            }
            case INTEGER, DECIMAL, BOOLEAN -> {
                found.add(ValueIssues.notA("NUMBER", "số", "number", row, field.name(), text));
                yield text;
            }
        };
    }

    @Override
    public void close() throws IOException {
        close(connection);
    }

    private static void close(Connection connection) throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
