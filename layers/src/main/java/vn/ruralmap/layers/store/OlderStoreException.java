package vn.ruralmap.layers.store;

/** The tables are of an older version of the program, and whoever asks may not upgrade them. */
public final class OlderStoreException extends StoreException {

    public OlderStoreException(String vi, String en) {
        super(vi, en);
    }
}
