package vn.ruralmap.server.imports;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.ImportOptions;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.Encoding;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.layers.model.Changeset;

/**
 * How a file is to be imported, as a person said it; null where the file decides.
 *
 * @param file which of the uploaded files
 * @param charset of all texts
 * @param charsets of single fields
 * @param fields field to attribute; an empty attribute leaves the field out
 */
record AskedOptions(
        @Nullable String file,
        @Nullable String member,
        @Nullable String crs,
        boolean swapXy,
        @Nullable String charset,
        Map<String, String> charsets,
        Map<String, String> fields,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String decision,
        @Nullable String message,
        boolean strict) {

    AskedOptions withFile(String other) {
        return new AskedOptions(
                other, member, crs, swapXy, charset, charsets, fields, validFrom, validTo, decision, message, strict);
    }

    /**
     * For the importer.
     *
     * @param uploaded the file on disk
     * @param author who the changeset shall name
     * @param id of the import, which the changeset shall remember
     */
    ImportOptions toImport(Path uploaded, String layer, String author, String id) {
        ImportOptions.Origin origin = new ImportOptions.Origin(
                author,
                Objects.requireNonNullElse(message, ""),
                Changeset.Source.IMPORT,
                Map.of("import", id, "layer", layer));
        return ImportOptions.of(uploaded, layer, author)
                .withReading(new ImportOptions.Reading(member, crs, encodings(), swapXy))
                .withFields(fields)
                .withDating(new ImportOptions.Dating(validFrom, validTo, decision))
                .withHandling(new ImportOptions.Handling(true, strict))
                .withOrigin(origin);
    }

    private AskedEncodings encodings() {
        Map<String, Encoding> byField = new LinkedHashMap<>();
        charsets.forEach((field, name) -> Encodings.find(name).ifPresent(found -> byField.put(field, found)));
        return new AskedEncodings(
                charset == null ? null : Encodings.find(charset).orElse(null), byField);
    }
}
