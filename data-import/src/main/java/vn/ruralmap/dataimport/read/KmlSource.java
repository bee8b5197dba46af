package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Issue;

/** A KML file, read twice: once to know its fields, once for the records. Nothing that it links to is fetched. */
final class KmlSource {

    private KmlSource() {}

    static Source open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException {
        String file = String.valueOf(parts.main().getFileName());
        List<Issue> issues = new ArrayList<>();
        XmlFields fields = new XmlFields(options.limits().fields());
        long records;
        try (KmlPlacemarks placemarks =
                new KmlPlacemarks(XmlWalk.open(parts.main(), file, options), options.limits(), false)) {
            for (XmlFeature next = placemarks.next(new ArrayList<>());
                    next != null;
                    next = placemarks.next(new ArrayList<>())) {
                Refusals.requireAtMost(options.limits().records(), placemarks.row());
                fields.add(next.values());
            }
            records = placemarks.row();
            if (placemarks.hasLinks()) {
                issues.add(XmlIssues.networkLink());
            }
        }
        // OGC 07-147r2 §4.2: always longitude, latitude of WGS84.
        SourceInfo info = new SourceInfo(
                parts.name(), SourceFormat.KML, fields.list(), DeclaredCrs.ofCode("OGC:CRS84"), null, records);
        return new StreamedSource(
                info,
                issues,
                fileIssues -> new Records(
                        new KmlPlacemarks(XmlWalk.open(parts.main(), file, options), options.limits(), true),
                        info.fields(),
                        fileIssues));
    }

    private record Records(KmlPlacemarks placemarks, List<SourceField> fields, Consumer<Issue> fileIssues)
            implements StreamedSource.Cursor {

        @Override
        public @Nullable SourceRecord next() throws UnreadableSourceException, IOException {
            List<Issue> found = new ArrayList<>();
            XmlFeature next = placemarks.next(found);
            if (placemarks.hasHeight()) {
                fileIssues.accept(ReadIssues.dimensionsDropped());
            }
            return next == null
                    ? null
                    : new SourceRecord(placemarks.row(), XmlFields.row(fields, next.values()), next.geometry(), found);
        }

        @Override
        public void close() throws IOException {
            placemarks.close();
        }
    }
}
