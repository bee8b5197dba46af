package vn.ruralmap.layers.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;

/** The layers that the program brings become tables, side by side in one schema. */
class ShippedCatalogueTest {

    @Test
    void everyShippedLayerHasItsTables() {
        Catalogue catalogue = CatalogueReader.read(null);
        String url = PostgresCluster.shared().createLocation();
        PostgisStore.open(url, catalogue).close();
        try (PostgisStore again = PostgisStore.open(url, catalogue)) {
            assertThat(again.readSince(0).layers()).isEmpty();
        }
    }
}
