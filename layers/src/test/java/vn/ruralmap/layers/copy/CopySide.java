package vn.ruralmap.layers.copy;

import java.nio.file.Path;
import java.sql.SQLException;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.StoreFixture;
import vn.ruralmap.layers.store.StoreLoad;
import vn.ruralmap.layers.store.geopackage.GeoPackageLoad;
import vn.ruralmap.layers.store.geopackage.GeoPackageOpener;
import vn.ruralmap.layers.store.postgis.PostgisLoad;
import vn.ruralmap.layers.store.postgis.PostgisOpener;
import vn.ruralmap.layers.store.postgis.PostgresCluster;

/** A kind of store that copies are made from, or of. */
enum CopySide {
    GEOPACKAGE(new GeoPackageOpener()) {
        @Override
        String newLocation(Path file) {
            return file.toString();
        }

        @Override
        StoreLoad load(String location, Catalogue catalogue) {
            return GeoPackageLoad.open(Path.of(location), catalogue);
        }

        @Override
        void runPastGuards(String location, String sql) throws SQLException {
            RawSql.onFile(location, sql);
        }
    },
    POSTGIS(new PostgisOpener()) {
        @Override
        String newLocation(Path file) {
            return PostgresCluster.shared().createContractLocation();
        }

        @Override
        StoreLoad load(String location, Catalogue catalogue) {
            return PostgisLoad.open(location, catalogue);
        }

        @Override
        void runPastGuards(String location, String sql) throws SQLException {
            RawSql.onDatabase(location, sql);
        }
    };

    private final StoreFixture.Opener opener;

    CopySide(StoreFixture.Opener opener) {
        this.opener = opener;
    }

    StoreFixture.Opener opener() {
        return opener;
    }

    /** Where nothing is yet. @param file that it may use */
    abstract String newLocation(Path file);

    abstract StoreLoad load(String location, Catalogue catalogue);

    abstract void runPastGuards(String location, String sql) throws SQLException;
}
