package vn.ruralmap.layers.store.postgis;

import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreFixture;

/** Opens a store on the tests' PostgreSQL, for the contract and for its second process. */
public final class PostgisOpener implements StoreFixture.Opener {

    private static final String FRESH = "-fresh";

    @Override
    public FeatureStore open(String location, Catalogue catalogue) {
        if (!location.endsWith(FRESH)) {
            return PostgisStore.open(location, catalogue);
        }
        String url = location.substring(0, location.length() - FRESH.length());
        String database = url.replaceFirst("^.*/([a-z0-9]+)\\?.*$", "$1");
        synchronized (PostgisOpener.class) {
            PostgresCluster.shared().createDatabaseIfMissing(database + "fresh");
        }
        return PostgisStore.open(url.replace("/" + database + "?", "/" + database + "fresh?"), catalogue);
    }

    @Override
    public StoreContents contents(String location, Catalogue catalogue) {
        return PostgisContents.open(location, catalogue);
    }
}
