package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Issue;

/** What GDAL made of a file, under the format it had and without the key that GDAL added. */
final class FeaturesOfGdal implements Source {
    /** The column that is not of the file. */
    static final String KEY = "gdal_key";

    private final Source source;
    private final SourceInfo info;
    private final int key;

    private FeaturesOfGdal(Source source, SourceInfo info, int key) {
        this.source = source;
        this.info = info;
        this.key = key;
    }

    static Source of(Source source, SourceFormat format) {
        List<SourceField> fields = new ArrayList<>(source.info().fields());
        int key = 0;
        while (key < fields.size() && !fields.get(key).name().equals(KEY)) {
            key++;
        }
        if (key < fields.size()) {
            fields.remove(key);
        }
        SourceInfo made = source.info();
        SourceInfo info = new SourceInfo(
                made.name(), format, fields, made.declaredCrs(), made.encoding(), made.declaredRecords());
        return new FeaturesOfGdal(source, info, key);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public List<Issue> issues() {
        return source.issues();
    }

    @Override
    public <X extends Exception> void forEach(RecordConsumer<X> consumer)
            throws UnreadableSourceException, IOException, X {
        source.forEach(record -> {
            List<@Nullable Object> values = new ArrayList<>(record.values());
            if (key < values.size()) {
                values.remove(key);
            }
            consumer.accept(new SourceRecord(record.row(), values, record.geometry(), record.issues()));
        });
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
