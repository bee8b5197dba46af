package vn.ruralmap.layers.copy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreFixture;
import vn.ruralmap.layers.store.StoreLoad;
import vn.ruralmap.layers.store.geopackage.GeoPackageOpener;
import vn.ruralmap.layers.store.postgis.PostgisLoad;
import vn.ruralmap.layers.store.postgis.PostgisOpener;
import vn.ruralmap.layers.store.postgis.PostgresCluster;

class GeoPackageToPostgisCopyTest extends StoreCopyContract {

    @TempDir
    Path folder;

    @Override
    protected Class<? extends StoreFixture.Opener> opener() {
        return GeoPackageOpener.class;
    }

    @Override
    protected String location() {
        return folder.resolve("source.gpkg").toString();
    }

    @Override
    protected void breakSource(String sql) throws SQLException {
        RawSql.onFile(location(), sql);
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
