package vn.ruralmap.layers.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.store.StoreException;

/** Whether a database is prepared as docs/postgis.md says. Whatever is missing is named at once, with the SQL that mends it. */
final class SelfCheck {

    private static final int OLDEST_SERVER = 150000;

    private final DatabaseAddress address;
    private final Connection connection;
    private final List<String> missing = new ArrayList<>();

    private SelfCheck(DatabaseAddress address, Connection connection) {
        this.address = address;
        this.connection = connection;
    }

    /** @throws StoreException if anything is missing, the login is a superuser, or there are replicas only */
    static Login demandPrepared(DatabaseAddress address) throws SQLException {
        try (Connection connection = address.dataSource().getConnection()) {
            return new SelfCheck(address, connection).check();
        } catch (SQLException e) {
            if (address.isReplicated() && Failures.isLost(e) && hasReplica(address)) {
                throw noPrimary(address);
            }
            throw e;
        }
    }

    private static boolean hasReplica(DatabaseAddress address) {
        try {
            address.onlyReplicas().getConnection().close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static StoreException noPrimary(DatabaseAddress address) {
        String name = address.name();
        return new StoreException(
                "trong " + name + " không có máy chủ chính: bản sao không biết mình có đủ dữ liệu hay không, nên không"
                        + " phục vụ từ nó. Hãy khởi động lại máy chủ chính; nếu đã mất hẳn, hãy nâng một bản sao thành"
                        + " máy chủ chính: SELECT pg_promote();",
                "there is no primary among " + name + ": a replica cannot tell whether it has everything, so nothing is"
                        + " served from it. Start the primary again; if it is lost, make a replica the primary:"
                        + " SELECT pg_promote();");
    }

    /** @throws StoreException if the server is a replica, on which there is nothing to write and no news to hear */
    static void demandPrimary(DatabaseAddress address, Connection connection) throws SQLException {
        if (new SelfCheck(address, connection).holds("SELECT pg_is_in_recovery()")) {
            throw new StoreException(
                    address.name() + " là bản sao chỉ đọc: --store phải có cả máy chủ chính,"
                            + " jdbc:postgresql://CHÍNH,BẢN-SAO/CSDL?user=TÊN&targetServerType=preferSecondary",
                    address.name() + " is a read-only replica: --store needs the primary as well,"
                            + " jdbc:postgresql://PRIMARY,REPLICA/DATABASE?user=NAME&targetServerType=preferSecondary");
        }
    }

    private Login check() throws SQLException {
        String user = text("SELECT quote_ident(session_user)");
        refuseServer();
        if (holds("SELECT rolsuper FROM pg_roles WHERE rolname = session_user")) {
            throw new StoreException(
                    "máy chủ không chạy với quyền superuser (" + user
                            + "): một lỗi của nó sẽ là lỗi của cả cơ sở dữ liệu. Hãy tạo một tài khoản riêng:"
                            + account(),
                    "ruralmap does not run as the superuser " + user
                            + ": a fault of it would be one of the whole database. Make a login of its own:"
                            + account());
        }
        demand("SELECT true FROM pg_extension WHERE extname = 'postgis'", "CREATE EXTENSION postgis;");
        for (String role : List.of(Login.OWNER, Login.WRITER, "ruralmap_editor", Login.READER)) {
            demand("SELECT true FROM pg_roles WHERE rolname = '" + role + "'", "CREATE ROLE " + role + " NOLOGIN;");
        }
        demand(
                "SELECT true FROM pg_namespace WHERE nspname = 'ruralmap'",
                "CREATE SCHEMA ruralmap AUTHORIZATION " + Login.OWNER + ";");
        String role = isMember(Login.WRITER) ? Login.WRITER : Login.READER;
        if (role.equals(Login.READER) && !isMember(Login.READER)) {
            missing.add("GRANT " + Login.WRITER + " TO " + user + ";");
        }
        if (!missing.isEmpty()) {
            throw refused();
        }
        String schema = text("SELECT nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace"
                + " WHERE extname = 'postgis'");
        return new Login(role, isMember(Login.OWNER), schema);
    }

    private void refuseServer() throws SQLException {
        int version = Integer.parseInt(text("SHOW server_version_num"));
        String encoding = text("SHOW server_encoding");
        if (version < OLDEST_SERVER || !encoding.equals("UTF8")) {
            String found = version / 10_000 + ", " + encoding;
            throw new StoreException(
                    "cần PostgreSQL 15 trở lên với bảng mã UTF8; " + address.name() + " là " + found,
                    "PostgreSQL 15 or newer with the encoding UTF8 is needed; " + address.name() + " is " + found);
        }
    }

    private static String account() {
        return "\n  CREATE ROLE ruralmap_app LOGIN PASSWORD '...';\n  GRANT ruralmap_owner, ruralmap_writer TO ruralmap_app;";
    }

    private StoreException refused() {
        String sql = "\n  " + String.join("\n  ", missing);
        return new StoreException(
                "cơ sở dữ liệu " + address.name() + " chưa sẵn sàng; quản trị viên hãy chạy trong đó:" + sql,
                "the database " + address.name() + " is not prepared; let its administrator run there:" + sql);
    }

    private void demand(String query, String remedy) throws SQLException {
        if (!holds(query)) {
            missing.add(remedy);
        }
    }

    private boolean isMember(String role) throws SQLException {
        // a role that does not exist is an error for pg_has_role
        return holds("SELECT pg_has_role(session_user, oid, 'MEMBER') FROM pg_roles WHERE rolname = '" + role + "'");
    }

    private boolean holds(String query) throws SQLException {
        return "t".equals(textOrNull(query));
    }

    private String text(String query) throws SQLException {
        String text = textOrNull(query);
        return text == null ? "" : text;
    }

    private @Nullable String textOrNull(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
