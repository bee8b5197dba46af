package vn.ruralmap.dataimport;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.diff.ImportDiff;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * What came of an import. Its rows wait on disk, for reports and for publishing, until it is closed or forgotten.
 *
 * @param outcome in a word
 * @param changeset what was published; null: nothing
 * @param report everything found and decided
 * @param diff what it changes, feature by feature; null: it never came so far as to compare
 * @param rows holds the rows
 */
public record ImportResult(
        Outcome outcome,
        @Nullable Changeset changeset,
        ImportReport report,
        @Nullable ImportDiff diff,
        Closeable rows) implements Closeable {

    /** What came of an import, in a word. */
    public enum Outcome {
        PUBLISHED,
        /** All that the file says is stored already. */
        NOTHING_TO_DO,
        /** A dry run that would have published. */
        WOULD_PUBLISH,
        /** Because of the data; the report says why, nothing was written. */
        REFUSED
    }

    /** A screenful for people. */
    public LocalizedText summary() {
        return new LocalizedText(
                report.summary().vi() + new DiffText(this, "vi", DiffText.SCREENFUL).text(),
                report.summary().en() + new DiffText(this, "en", DiffText.SCREENFUL).text());
    }

    /**
     * The whole report, in the format that the file's name asks for.
     *
     * @throws IOException if the file cannot be written
     * @throws InvalidImportException if there is no such format
     */
    public void writeReport(Path file) throws IOException, InvalidImportException {
        ReportFormat.of(file).write(this, file);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
