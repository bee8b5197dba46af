package vn.ruralmap.layers.copy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreFixture;
import vn.ruralmap.layers.store.StoreLoad;
import vn.ruralmap.layers.store.geopackage.GeoPackageLoad;
import vn.ruralmap.layers.store.geopackage.GeoPackageOpener;

class GeoPackageToGeoPackageCopyTest extends StoreCopyContract {

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
        return folder.resolve("target.gpkg").toString();
    }

    @Override
    protected StoreLoad load(String target, Catalogue definitions) {
        return GeoPackageLoad.open(Path.of(target), definitions);
    }

    @Override
    protected FeatureStore openTarget(String target) {
        return new GeoPackageOpener().open(target, catalogue);
    }

    @Override
    protected StoreContents targetContents(String target) {
        return new GeoPackageOpener().contents(target, catalogue);
    }
}
