package vn.ruralmap.dataimport.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/**
 * Ends statements on the database of a stranger that take too long altogether, or that nobody waits for any more.
 *
 * <p>SQLite asks between steps of a statement. It cannot within one step, which is why nothing is read that the file
 * computes: one {@code instr} of two long texts is one step. A step of reading a stored row is short.
 */
final class StatementLimit extends ProgressHandler {
    /** Of SQLite, between two looks at the clock. */
    private static final int STEPS = 20_000;

    private final ReadWatch watch;
    private final Duration time;
    private final long end;
    private boolean isLate;
    private @Nullable RuntimeException thrown;

    private StatementLimit(Duration time, ReadWatch watch) {
        this.time = time;
        this.watch = watch;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** Holds for all statements on the connection from now on, until {@link #lift}. */
    static StatementLimit on(Connection connection, Duration time, ReadWatch watch) throws SQLException {
        StatementLimit limit = new StatementLimit(time, watch);
        setHandler(connection, STEPS, limit);
        return limit;
    }

    static void lift(Connection connection) throws SQLException {
        clearHandler(connection);
    }

    /** Not zero ends the statement. Called by the library of SQLite, through which no exception can pass. */
    @Override
    protected int progress() {
        try {
            watch.update(0, -1);
        } catch (RuntimeException e) {
            thrown = e;
        }
        isLate = System.nanoTime() > end;
        return isLate || thrown != null ? 1 : 0;
    }

    /**
     * To be called when a statement failed, as it may be for this.
     *
     * @throws UnreadableSourceException if it took too long
     * @throws RuntimeException what the watch threw
     */
    void requireNotEnded(String file, SQLException failure) throws UnreadableSourceException {
        if (thrown != null) {
            throw thrown;
        }
        if (isLate) {
            throw new UnreadableSourceException(
                    "GPKG_TOO_LONG",
                    file + ": sau " + time.toSeconds() + " giây vẫn chưa đọc xong danh mục của GeoPackage. Xuất lại lớp"
                            + " cần nhập sang tệp mới.",
                    file + ": after " + time.toSeconds()
                            + " seconds the tables of the GeoPackage were still not listed."
                            + " Export the layer to a new file.",
                    failure);
        }
    }
}
