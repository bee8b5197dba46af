package vn.ruralmap.dataimport;

import vn.ruralmap.dataimport.read.ReadWatch;

/**
 * Progress that is told again while bytes are read and nothing else happens: a file may go on for gigabytes without a
 * record, and who follows must be able to stop that too. Not for several threads at once.
 */
final class RememberedProgress implements ImportProgress, ReadWatch {
    private final ImportProgress told;
    private Stage stage = Stage.OPENING;
    private long done;
    private long total = -1;

    RememberedProgress(ImportProgress told) {
        this.told = told;
    }

    @Override
    public void update(Stage stage, long done, long total) {
        this.stage = stage;
        this.done = done;
        this.total = total;
        told.update(stage, done, total);
    }

    /** Tells the same again, for who follows may want to stop. */
    void again() {
        told.update(stage, done, total);
    }

    /** Bytes are what counts only until the file is open. */
    @Override
    public void update(long bytes, long ofBytes) {
        if (stage == Stage.OPENING) {
            update(stage, bytes, ofBytes);
        } else {
            again();
        }
    }
}
