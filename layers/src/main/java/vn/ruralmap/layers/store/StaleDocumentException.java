package vn.ruralmap.layers.store;

/** Somebody else has changed, made or removed a document meanwhile. Nothing was written. */
public final class StaleDocumentException extends StoreException {

    public StaleDocumentException(String kind, String key) {
        super(
                kind + " " + key + " vừa được người khác sửa; hãy tải lại",
                kind + " " + key + " was changed by somebody else meanwhile; load it again");
    }
}
