package vn.ruralmap.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "data/map.gpkg, , data/map.gpkg",
        "data/map.gpkg, /var/lib/ruralmap, /var/lib/ruralmap/map.gpkg",
        "jdbc:postgresql://db1:5432/map?user=app&password=secret, , data/postgresql-db1-5432-map",
        "'jdbc:postgresql://db1:5432,db2/map?user=app&password=a/b', /var/lib/ruralmap, /var/lib/ruralmap/postgresql-db1-5432-db2-map",
        "jdbc:postgresql://lan:secret@db1/map, , data/postgresql-db1-map",
        "jdbc:postgresql:map, , data/postgresql-map"
    })
    void uploadsWaitBesideTheStoreUnderANameWithoutItsPassword(String store, @Nullable Path work, Path beside) {
        assertThat(new ServerSettings(store, null, work, null).beside()).isEqualTo(beside);
    }
}
