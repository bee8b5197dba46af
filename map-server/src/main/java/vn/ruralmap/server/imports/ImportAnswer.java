package vn.ruralmap.server.imports;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * An import as clients see it.
 *
 * @param version rises with every change, also of the progress
 * @param dataSets of which one may be chosen, as far as they are known
 * @param queue how many come before it; null: it does not wait
 * @param progress null: it does not run
 * @param report an excerpt; null: there is none
 */
record ImportAnswer(
        String id,
        long version,
        String layer,
        List<ImportFolder.UploadedFile> files,
        List<DataSet> dataSets,
        Instant created,
        ImportState state,
        @Nullable Integer queue,
        ImportJob.@Nullable Progress progress,
        @Nullable AskedOptions options,
        @Nullable LocalizedText message,
        @Nullable JsonNode report,
        @Nullable Long changeset) {

    static ImportAnswer of(ImportJob job, @Nullable Integer queue) throws IOException {
        ImportJob.View view = job.view();
        ImportRecord record = view.record();
        return new ImportAnswer(
                record.id(),
                record.version(),
                record.layer(),
                job.folder().listUploaded(),
                record.dataSets(),
                record.created(),
                record.state(),
                queue,
                view.progress(),
                record.options(),
                record.message(),
                record.report(),
                record.changeset());
    }
}
