package vn.ruralmap.layers.store.postgis;

import vn.ruralmap.layers.store.StoreFixture;
import vn.ruralmap.layers.store.ValuesContract;

class PostgisValuesTest extends ValuesContract {

    private final String location = PostgresCluster.shared().createContractLocation();

    @Override
    protected Class<? extends StoreFixture.Opener> opener() {
        return PostgisOpener.class;
    }

    @Override
    protected String location() {
        return location;
    }
}
