package vn.ruralmap.layers.store;

/** A store cannot be copied as it is, or not there. Nothing was written. */
public final class CopyRefusedException extends StoreException {

    public CopyRefusedException(String vi, String en) {
        super(vi, en);
    }
}
