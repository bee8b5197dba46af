package vn.ruralmap.layers.store.postgis;

import vn.ruralmap.layers.query.FilterTableContract;
import vn.ruralmap.layers.store.StoreFixture;

class PostgisFilterTableTest extends FilterTableContract {

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
