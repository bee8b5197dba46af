package vn.ruralmap.layers.store.postgis;

import vn.ruralmap.layers.store.DocumentsContract;
import vn.ruralmap.layers.store.StoreFixture;

class PostgisDocumentsTest extends DocumentsContract {

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
