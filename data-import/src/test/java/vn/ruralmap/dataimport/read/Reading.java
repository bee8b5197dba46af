package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Issue;

/** All a file gives: what tests look at. */
record Reading(SourceInfo info, List<SourceRecord> records, List<Issue> fileIssues) {

    static Reading of(Path file) throws IOException, UnreadableSourceException {
        return of(file, ReadOptions.defaults());
    }

    static Reading of(Path file, ReadOptions options) throws IOException, UnreadableSourceException {
        try (Source source = SourceFiles.open(file, options)) {
            List<SourceRecord> records = new ArrayList<>();
            source.forEach(records::add);
            return new Reading(source.info(), records, source.issues());
        }
    }

    /** WKT of every geometry, null for none. */
    List<String> wkt() {
        List<String> all = new ArrayList<>();
        for (SourceRecord row : records) {
            Geometry geometry = row.geometry();
            all.add(geometry == null ? null : geometry.toText());
        }
        return all;
    }

    /** Row and code of every finding; row 0 is the file. */
    List<String> findings() {
        List<String> all = new ArrayList<>();
        fileIssues.forEach(issue -> all.add(issue.row() + " " + issue.code()));
        records.forEach(row -> row.issues().forEach(issue -> all.add(issue.row() + " " + issue.code())));
        return all;
    }
}
