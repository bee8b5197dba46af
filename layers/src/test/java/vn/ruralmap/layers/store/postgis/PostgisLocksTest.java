package vn.ruralmap.layers.store.postgis;

import vn.ruralmap.layers.store.LocksContract;
import vn.ruralmap.layers.store.StoreFixture;

class PostgisLocksTest extends LocksContract {

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
