package vn.ruralmap.layers.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.layers.store.Changes.communeContent;
import static vn.ruralmap.layers.store.Changes.siteContent;
import static vn.ruralmap.layers.store.Changes.square;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.store.ContractCatalogue;
import vn.ruralmap.layers.store.StoreCursor;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreLoad;
import vn.ruralmap.layers.store.StoredVersion;

/** Triggers rest while an empty database is filled, so the rules that they hold are looked through at the end. */
class PostgisLoadTest {

    private static final Catalogue CATALOGUE = ContractCatalogue.create();

    private final String location = PostgresCluster.shared().createContractLocation();

    private static StoredVersion version(long fid, Change.Content content) {
        Feature feature =
                new Feature(fid, 1, content.validity(), content.decision(), content.values(), content.geometry());
        return new StoredVersion(fid, 1, 1, false, feature, null);
    }

    private static void add(StoreLoad load, String layer, StoredVersion... versions) {
        Iterator<StoredVersion> rest = List.of(versions).iterator();
        load.add(CATALOGUE.getLayer(layer), 1, new StoreCursor<>() {
            @Override
            public @Nullable StoredVersion next() {
                return rest.hasNext() ? rest.next() : null;
            }

            @Override
            public void close() {
                // nothing is open
            }
        });
    }

    @Test
    void aReferenceThatLeadsNowhereIsToldByItsRule() {
        try (StoreLoad load = PostgisLoad.open(location, CATALOGUE)) {
            add(load, "communes", version(1, communeContent("1", "A", "xã", square(105, 9))));
            add(
                    load,
                    "sites",
                    version(1, siteContent("S", "POINT (105 9)", 1L)),
                    version(2, siteContent("T", "POINT (105 9)", 7L)));

            assertThatThrownBy(load::finish)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("the data break the rule sites: sites.commune exists of");
        }
        try (StoreLoad again = PostgisLoad.open(location, CATALOGUE)) {
            assertThat(again.isEmpty()).isTrue();
        }
    }

    @Test
    void aCodeThatIsUsedTwiceIsToldByItsRule() {
        try (StoreLoad load = PostgisLoad.open(location, CATALOGUE)) {
            add(
                    load,
                    "communes",
                    version(1, communeContent("1", "A", "xã", square(105, 9))),
                    version(2, communeContent("1", "B", "xã", square(106, 9))));

            assertThatThrownBy(load::finish)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("the data break the rule communes.code once at a time of");
        }
    }
}
