package vn.ruralmap.dataimport;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.core.exc.JacksonIOException;
import vn.ruralmap.dataimport.diff.FeatureDiff.Kind;
import vn.ruralmap.layers.model.LocalizedText;

/** The formats of a report, told apart by the ending of the file's name. */
public enum ReportFormat {
    /** Everything, for programs. */
    JSON,
    /** A line for each feature and each finding, for spreadsheets. */
    CSV,
    /** Old and new geometry of what changes and the places of findings, for QGIS. */
    GEOJSON,
    /** Everything in lines for people, Vietnamese, then English. */
    TXT;

    /** @throws InvalidImportException if there is no such format */
    public static ReportFormat of(Path file) throws InvalidImportException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (ReportFormat format : values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new InvalidImportException(new LocalizedText(
                "báo cáo '" + file + "' phải có đuôi .json, .csv, .geojson hoặc .txt",
                "the report '" + file + "' must end in .json, .csv, .geojson or .txt"));
    }

    void write(ImportResult result, Path file) throws IOException {
        try {
            switch (this) {
                case JSON -> ReportJson.write(result, file);
                case CSV -> ReportCsv.write(result, file);
                case GEOJSON -> ReportGeoJson.write(result, file);
                case TXT -> writeText(result, file);
            }
        } catch (JacksonIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void writeText(ImportResult result, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file);
                PrintWriter lines = new PrintWriter(out)) {
            for (String language : new String[] {"vi", "en"}) {
                lines.println(result.report().summary().in(language));
                DiffText diff = new DiffText(result, language, Long.MAX_VALUE);
                for (Kind kind : Kind.values()) {
                    diff.list(kind, lines::println);
                }
                lines.println();
            }
            if (lines.checkError()) {
                throw new IOException("could not write all of " + file);
            }
        }
    }
}
