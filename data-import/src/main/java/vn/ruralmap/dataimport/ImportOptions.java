package vn.ruralmap.dataimport;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.layers.model.Changeset;

/**
 * What to import and how.
 *
 * @param file a zip, shapefile, GeoJSON or GeoPackage
 * @param layer into which
 * @param reading how to understand the file where it does not say
 * @param fieldToAttribute what people decided about fields; an empty attribute leaves a field out
 * @param dating legal time
 * @param handling how strict, and whether to write at all
 * @param origin what the changeset remembers
 */
public record ImportOptions(
        Path file,
        String layer,
        Reading reading,
        Map<String, String> fieldToAttribute,
        Dating dating,
        Handling handling,
        Origin origin) {

    public ImportOptions {
        fieldToAttribute = Collections.unmodifiableMap(new LinkedHashMap<>(fieldToAttribute));
    }

    /**
     * How to understand the file.
     *
     * @param member which data set of a zip or table of a GeoPackage; null: the only one
     * @param crs {@code EPSG:n}, goes before what the file says; {@code auto}: what clearly fits where the features
     *     belong, even against what the file says; null: what the file says
     * @param encodings of texts, goes before what the file says
     * @param swapXy the first number of each coordinate is the northward one, whatever the coordinate system
     */
    public record Reading(@Nullable String member, @Nullable String crs, AskedEncodings encodings, boolean swapXy) {

        public Reading(@Nullable String member, @Nullable String crs, AskedEncodings encodings) {
            this(member, crs, encodings, false);
        }

        public Reading withSwappedXy() {
            return new Reading(member, crs, encodings, true);
        }
    }

    /**
     * Legal time of all rows; each goes before what a row says.
     *
     * @param validFrom the first day; null: the row's own, else the rows tell how things are today
     * @param validTo the day after the last one; null: the row's own, else open
     * @param decision the legal act; null: the row's own
     */
    public record Dating(
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String decision) {}

    /**
     * How strict.
     *
     * @param dryRun find out everything, write nothing
     * @param strict one row in error refuses the file, and invalid geometry is an error instead of being repaired
     */
    public record Handling(boolean dryRun, boolean strict) {}

    /**
     * What the changeset remembers.
     *
     * @param author who imports
     * @param message why; empty: one is made of the file's name
     * @param source import, or the shipped sample
     * @param provenance further facts about where it comes from, by name
     */
    public record Origin(String author, String message, Changeset.Source source, Map<String, String> provenance) {

        public Origin {
            provenance = Map.copyOf(provenance);
        }

        public Origin(String author, String message, Changeset.Source source) {
            this(author, message, source, Map.of());
        }
    }

    /** Plain import of a file by somebody. */
    public static ImportOptions of(Path file, String layer, String author) {
        return new ImportOptions(
                file,
                layer,
                new Reading(null, null, AskedEncodings.NONE),
                Map.of(),
                new Dating(null, null, null),
                new Handling(false, false),
                new Origin(author, "", Changeset.Source.IMPORT));
    }

    public ImportOptions withReading(Reading other) {
        return new ImportOptions(file, layer, other, fieldToAttribute, dating, handling, origin);
    }

    public ImportOptions withFields(Map<String, String> other) {
        return new ImportOptions(file, layer, reading, other, dating, handling, origin);
    }

    public ImportOptions withDating(Dating other) {
        return new ImportOptions(file, layer, reading, fieldToAttribute, other, handling, origin);
    }

    public ImportOptions validFrom(LocalDate date) {
        return withDating(new Dating(date, dating.validTo(), dating.decision()));
    }

    public ImportOptions withHandling(Handling other) {
        return new ImportOptions(file, layer, reading, fieldToAttribute, dating, other, origin);
    }

    public ImportOptions withOrigin(Origin other) {
        return new ImportOptions(file, layer, reading, fieldToAttribute, dating, handling, other);
    }
}
