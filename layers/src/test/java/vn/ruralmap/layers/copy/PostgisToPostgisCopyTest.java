package vn.ruralmap.layers.copy;

import java.sql.SQLException;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreFixture;
import vn.ruralmap.layers.store.StoreLoad;
import vn.ruralmap.layers.store.postgis.PostgisLoad;
import vn.ruralmap.layers.store.postgis.PostgisOpener;
import vn.ruralmap.layers.store.postgis.PostgresCluster;

class PostgisToPostgisCopyTest extends StoreCopyContract {

    private final String location = PostgresCluster.shared().createContractLocation();

    @Override
    protected Class<? extends StoreFixture.Opener> opener() {
        return PostgisOpener.class;
    }

    @Override
    protected String location() {
        return location;
    }

    @Override
    protected void breakSource(String sql) throws SQLException {
        RawSql.onDatabase(location(), sql);
    }

    @Override
    protected String newTarget() {
        return PostgresCluster.shared().createContractLocation();
    }

    @Override
    protected StoreLoad load(String target, Catalogue definitions) {
        return PostgisLoad.open(target, definitions);
    }

    @Override
    protected FeatureStore openTarget(String target) {
        return new PostgisOpener().open(target, catalogue);
    }

    @Override
    protected StoreContents targetContents(String target) {
        return new PostgisOpener().contents(target, catalogue);
    }
}
