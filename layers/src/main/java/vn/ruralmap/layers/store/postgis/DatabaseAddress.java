package vn.ruralmap.layers.store.postgis;

import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import vn.ruralmap.layers.store.StoreException;

/**
 * Where a database is and who logs in.
 *
 * @param url as the operator gave it, with a password perhaps: for the driver only
 * @param name for people and logs: {@code postgresql://HOST:PORT/DATABASE}, with several {@code HOST:PORT} between commas
 * @param isReplicated true if there are several servers, of which the driver finds the primary
 * @param prefersReplica true if what may be read elsewhere is not to be read from the primary
 */
record DatabaseAddress(String url, String name, boolean isReplicated, boolean prefersReplica) {

    private static final int CONNECT_TIMEOUT_S = 10;
    /** Soon tried again, so that news are not late by the pauses in which TCP repeats itself. */
    private static final int LISTENER_CONNECT_TIMEOUT_S = 1;
    /** To log in, which may take a busy server a while. */
    private static final int LISTENER_LOGIN_TIMEOUT_S = 3;

    /** @throws StoreException if the driver does not understand it; the text does not repeat a password */
    static DatabaseAddress parse(String url) {
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            throw new StoreException(
                    "địa chỉ cơ sở dữ liệu không đúng dạng jdbc:postgresql://MÁY:CỔNG/CSDL?user=TÊN",
                    "the address of the database is not of the form jdbc:postgresql://HOST:PORT/DATABASE?user=NAME");
        }
        String[] hosts = text(PGProperty.PG_HOST, parsed).split(",");
        String[] ports = text(PGProperty.PG_PORT, parsed).split(",");
        StringBuilder servers = new StringBuilder();
        for (int i = 0; i < hosts.length; i++) {
            servers.append(i == 0 ? "" : ",").append(hosts[i]).append(':').append(ports[Math.min(i, ports.length - 1)]);
        }
        return new DatabaseAddress(
                url,
                "postgresql://" + servers + "/" + text(PGProperty.PG_DBNAME, parsed),
                hosts.length > 1,
                hosts.length > 1 && prefersReplica(text(PGProperty.TARGET_SERVER_TYPE, parsed)));
    }

    private static String text(PGProperty property, Properties parsed) {
        return String.valueOf(property.getOrDefault(parsed));
    }

    private static boolean prefersReplica(String serverType) {
        return switch (serverType) {
            case "any", "primary", "master" -> false;
            case "preferSecondary", "preferSlave" -> true;
            default ->
                throw new StoreException(
                        "targetServerType=" + serverType + ": hãy dùng primary hoặc preferSecondary",
                        "targetServerType=" + serverType + ": use primary or preferSecondary");
        };
    }

    /** Connections of no pool, to the server that is written to. */
    PGSimpleDataSource dataSource() {
        return dataSource(isReplicated ? "primary" : null);
    }

    /** The same for who listens, and would wait for a server that is gone without a word. */
    PGSimpleDataSource listener() {
        PGSimpleDataSource dataSource = dataSource();
        dataSource.setConnectTimeout(LISTENER_CONNECT_TIMEOUT_S);
        dataSource.setSocketTimeout(LISTENER_LOGIN_TIMEOUT_S);
        return dataSource;
    }

    /** The same to a replica; to the primary while there is none. */
    PGSimpleDataSource replicas() {
        return dataSource("preferSecondary");
    }

    /** The same to a replica, or to nothing. */
    PGSimpleDataSource onlyReplicas() {
        return dataSource("secondary");
    }

    private PGSimpleDataSource dataSource(@Nullable String serverType) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        if (serverType != null) {
            dataSource.setTargetServerType(serverType);
        }
        dataSource.setConnectTimeout(CONNECT_TIMEOUT_S);
        dataSource.setTcpKeepAlive(true);
        if (!url.contains("ApplicationName=")) {
            dataSource.setApplicationName("ruralmap");
        }
        return dataSource;
    }
}
