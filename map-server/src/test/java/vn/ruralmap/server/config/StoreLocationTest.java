package vn.ruralmap.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreLocationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db1:5432,db2:5432/map?user=lan&password=geheim&targetServerType=preferSecondary",
                "jdbc:postgresql://lan:geheim@db1:5432,db2:5432/map"
            })
    void filesBesideADatabaseAreNamedAfterItAndNotAfterItsPassword(String location) {
        assertThat(StoreLocation.workingFile(location)).isEqualTo(Path.of("data", "postgresql-db1-5432-db2-5432-map"));
    }

    @Test
    void filesBesideAGeoPackageAreNamedAfterIt() {
        assertThat(StoreLocation.workingFile("a/map.gpkg")).isEqualTo(Path.of("a", "map.gpkg"));
    }
}
