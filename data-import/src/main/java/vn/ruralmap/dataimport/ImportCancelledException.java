package vn.ruralmap.dataimport;

/** Thrown from {@link ImportProgress#update} to stop an import; the pipeline lets it pass. */
public final class ImportCancelledException extends RuntimeException {

    public ImportCancelledException() {
        super("cancelled");
    }
}
