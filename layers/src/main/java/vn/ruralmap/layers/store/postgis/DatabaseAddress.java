package vn.ruralmap.layers.store.postgis;

import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import vn.ruralmap.layers.store.StoreException;

/**
 * Where a database is and who logs in.
 *
 * @param url as the operator gave it, with a password perhaps: for the driver only
 * @param name for people and logs: {@code postgresql://HOST:PORT/DATABASE}
 */
record DatabaseAddress(String url, String name) {

    private static final int CONNECT_TIMEOUT_S = 10;

    /** @throws StoreException if the driver does not understand it; the text does not repeat a password */
    static DatabaseAddress parse(String url) {
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            throw new StoreException(
                    "địa chỉ cơ sở dữ liệu không đúng dạng jdbc:postgresql://MÁY:CỔNG/CSDL?user=TÊN",
                    "the address of the database is not of the form jdbc:postgresql://HOST:PORT/DATABASE?user=NAME");
        }
        return new DatabaseAddress(
                url,
                "postgresql://" + PGProperty.PG_HOST.getOrDefault(parsed) + ":"
                        + PGProperty.PG_PORT.getOrDefault(parsed) + "/" + PGProperty.PG_DBNAME.getOrDefault(parsed));
    }

    /** Connections of no pool. */
    PGSimpleDataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        dataSource.setConnectTimeout(CONNECT_TIMEOUT_S);
        dataSource.setTcpKeepAlive(true);
        if (!url.contains("ApplicationName=")) {
            dataSource.setApplicationName("ruralmap");
        }
        return dataSource;
    }
}
