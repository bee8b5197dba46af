package vn.ruralmap.layers.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ruralmap.layers.store.StoreException;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "db/map?user=a&password=geheim | postgresql://db:5432/map | false | false",
                "db:1/map?targetServerType=preferSecondary | postgresql://db:1/map | false | false",
                "a:1,b:2/map?user=x | postgresql://a:1,b:2/map | true | false",
                "a,b/map?targetServerType=primary | postgresql://a:5432,b:5432/map | true | false",
                "a,b/map?targetServerType=preferSecondary | postgresql://a:5432,b:5432/map | true | true",
            })
    void tellsTheServersAndWhetherToReadFromReplicas(String url, String name, boolean several, boolean replica) {
        DatabaseAddress address = DatabaseAddress.parse("jdbc:postgresql://" + url);
        assertThat(address.name()).isEqualTo(name);
        assertThat(address.isReplicated()).isEqualTo(several);
        assertThat(address.prefersReplica()).isEqualTo(replica);
    }

    @Test
    void aStoreIsNeverOneThatCannotBeWritten() {
        assertThatThrownBy(() -> DatabaseAddress.parse("jdbc:postgresql://a,b/map?targetServerType=secondary"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("use primary or preferSecondary");
    }
}
