package vn.ruralmap.layers.store.postgis;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreUnavailableException;

/**
 * Failures of the database as people are told them: what to do, never SQL, which may hold values of features. The log has
 * the rest.
 */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static StoreException translate(DatabaseAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String name = address.name();
        if (isLost(e)) {
            return new StoreUnavailableException(
                    "không kết nối được cơ sở dữ liệu " + name + "; hãy kiểm tra máy chủ PostgreSQL, rồi thử lại",
                    "the database " + name + " cannot be reached; look after its PostgreSQL, then try again",
                    e);
        }
        LOG.warn("The database {} refused: {} {}", name, state, e.getMessage());
        return switch (state) {
            case "28P01", "28000" ->
                failed(
                        e,
                        "cơ sở dữ liệu " + name + " từ chối đăng nhập: hãy kiểm tra user và password",
                        "the database " + name + " refuses the login: check user and password");
            case "3D000" ->
                failed(e, "không có cơ sở dữ liệu " + name, "there is no database " + name + ": CREATE DATABASE first");
            case "42501" ->
                failed(
                        e,
                        "tài khoản này không được phép làm việc đó trên " + name,
                        "this login may not do that on " + name + ": it needs the role ruralmap_writer");
            case "25006" ->
                failed(
                        e,
                        name + " là bản sao chỉ đọc: hãy ghi vào máy chủ chính",
                        name + " is a read-only replica: write to the primary server");
            case "55P03", "57014" ->
                new StoreUnavailableException(
                        name + " đang bận (có người khác đang ghi); hãy thử lại sau",
                        name + " is busy (somebody else is writing); try again later",
                        e);
            default ->
                failed(
                        e,
                        "cơ sở dữ liệu " + name + " gặp lỗi " + state + "; chi tiết trong nhật ký",
                        "the database " + name + " failed with " + state + "; the log has the details");
        };
    }

    /** The rule that data break (class 23), as TABLE: RULE; null: it is no such failure. */
    static @Nullable String rule(SQLException e) {
        boolean isBroken = e.getSQLState() != null && e.getSQLState().startsWith("23");
        ServerErrorMessage message = isBroken && e instanceof PSQLException told ? told.getServerErrorMessage() : null;
        if (message == null) {
            return null;
        }
        return message.getTable() == null
                ? message.getConstraint()
                : message.getTable() + ": " + message.getConstraint();
    }

    /**
     * Classes 08 connection, 53 resources; 57P0x: shut down, crashed, starting. A thread that is interrupted while it waits for a
     * connection belongs to a store that closes. Whoever has a store tells the log, see {@link Outage}.
     */
    static boolean isLost(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return e instanceof SQLTransientConnectionException
                || e.getCause() instanceof InterruptedException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P0");
    }

    private static StoreException failed(SQLException e, String vi, String en) {
        return new StoreException(vi, en, e);
    }
}
