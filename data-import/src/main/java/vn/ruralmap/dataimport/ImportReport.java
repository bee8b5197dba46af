package vn.ruralmap.dataimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.dataimport.placing.PlaceEvidence;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Everything an import found and decided, for people and, as JSON, for programs.
 *
 * @param outcome in a word
 * @param layer into which
 * @param source which file
 * @param decisions how it was understood
 * @param counts of rows and features
 * @param ended stored features that came to an end, by day
 * @param findings what was found in the data
 * @param changeset the one published; null: none
 */
public record ImportReport(
        ImportResult.Outcome outcome,
        String layer,
        SourceFacts source,
        Decisions decisions,
        Counts counts,
        List<Ended> ended,
        Findings findings,
        @Nullable Long changeset) {

    /** A report of millions of issues helps nobody: so many are listed of each code, all are counted. */
    static final int LISTED_PER_CODE = 1000;

    /**
     * The file.
     *
     * @param sha256 of its parts, by name; a shapefile that lies open has several
     * @param format null: it could not be read
     * @param dataSet file or table within; null: it could not be read
     * @param dataSets of which one has to be chosen, as it is to be named; empty: there is no such choice
     */
    public record SourceFacts(
            String file,
            long sizeBytes,
            Map<String, String> sha256,
            @Nullable String format,
            @Nullable String dataSet,
            List<String> dataSets) {}

    /**
     * How the file was understood.
     *
     * @param crs null: not decided
     * @param charset null: the format leaves no choice, or it could not be read
     * @param transformation to WGS84
     * @param place where the features fall, by the decided coordinate system and by others if it is in doubt; null: not
     *     looked at
     * @param fields which field is which attribute
     * @param texts how columns with other than plain letters were read
     */
    public record Decisions(
            @Nullable Decision crs,
            @Nullable Decision charset,
            @Nullable String transformation,
            @Nullable PlaceEvidence place,
            List<FieldDecision> fields,
            List<TextDecision> texts) {}

    /** A decision and its reason. */
    public record Decision(String value, LocalizedText reason) {}

    /**
     * How a column was read.
     *
     * @param confidence 0 to 1
     */
    public record TextDecision(
            String field, String charset, double confidence, LocalizedText reason, List<TextSample> samples) {}

    /** A value: its bytes in hexadecimal, and what they became. */
    public record TextSample(String raw, String text) {}

    /** Which attribute a field is, and why. */
    public record FieldDecision(String field, String attribute, LocalizedText reason) {}

    /**
     * Numbers.
     *
     * @param read rows of the file
     * @param added rows that became new features
     * @param changed rows that changed a feature
     * @param unchanged rows that say what is stored already
     * @param refused rows left out because of an error
     * @param ended stored features that came to an end
     */
    public record Counts(long read, long added, long changed, long unchanged, long refused, long ended) {}

    /** Stored features that ended on a day. */
    public record Ended(LocalDate since, List<EndedFeature> features) {}

    /** One of them. */
    public record EndedFeature(long fid, String key, String label) {}

    /**
     * What was found.
     *
     * @param counts by code
     * @param issues the first of each code, in the order of the file
     */
    public record Findings(Map<String, Integer> counts, List<Finding> issues) {

        /** True if something keeps rows out. */
        boolean hasErrors() {
            return issues.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        }
    }

    /**
     * One finding.
     *
     * @param row 1-based; 0: the file
     * @param place in the coordinates of the source; null: nowhere
     * @param lonLat the same in WGS84, x longitude; null: nowhere, or it cannot be told
     * @param outcome what became of the row; null: it is about the file
     */
    public record Finding(
            String code,
            Severity severity,
            long row,
            @Nullable String field,
            @Nullable Place place,
            @Nullable Place lonLat,
            LocalizedText message,
            LocalizedText remedy,
            @Nullable String outcome) {}

    /** A place in the coordinates of the source, x eastward. */
    public record Place(double x, double y) {}

    /** The whole report, indented. */
    public String toJson() {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(this);
    }

    /** @throws IOException if the file cannot be written */
    public void write(Path file) throws IOException {
        Files.writeString(file, toJson());
    }

    /** Some lines for people. */
    public LocalizedText summary() {
        return new LocalizedText(new ReportSummary(this, "vi").text(), new ReportSummary(this, "en").text());
    }
}
